using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.Cel.Internal.Values;
using EcomOps.Rules.DecisionSets;

namespace EcomOps.Rules.Cel.Internal.Nodes;

// Walks over the elements of a list or the entries of a map and binds the variables of a macro.
internal ref struct Walk
{
    private readonly CelFrame _frame;
    private readonly IReadOnlyList<object?>? _list;
    private readonly IReadOnlyList<KeyValuePair<object, object?>>? _entries;
    private readonly int _first;
    private readonly int _second;
    private int _at;

    private Walk(CelFrame frame, object range, int first, int second)
    {
        _frame = frame;
        _list = range as IReadOnlyList<object?>;
        _entries = _list is null ? Maps.Entries(range) : null;
        _first = first;
        _second = second;
        _at = -1;
    }

    public readonly int Count => _list?.Count ?? _entries!.Count;

    /// <summary>The element, or the key.</summary>
    public readonly object? Current => _list is not null ? _list[_at] : _entries![_at].Key;

    public static Status Start(CelFrame frame, Node range, int first, int second, out Walk walk)
    {
        Status status = range.Box(frame, out object? value);
        bool walks = status == Status.Ok && (value is IReadOnlyList<object?> || Maps.IsMap(value));
        walk = walks ? new Walk(frame, value!, first, second) : default;
        return status != Status.Ok ? status : !walks ? frame.FailOverload() : frame.Spend() ? Status.Ok : frame.OverBudget();
    }

    public bool Next()
    {
        if (++_at >= Count)
        {
            return false;
        }

        if (_second < 0)
        {
            _frame.Locals[_first] = Current;
        }
        else
        {
            _frame.Locals[_first] = _list is not null ? Boxes.Of((long)_at) : _entries![_at].Key;
            _frame.Locals[_second] = _list is not null ? _list[_at] : _entries![_at].Value;
        }

        return true;
    }
}

// all and exists: an element that decides absorbs what has no value.
internal sealed class QuantifierNode(Node range, int first, int second, Node<bool> condition, bool isExists) : Node<bool>
{
    public override Status Eval(CelFrame frame, out bool value)
    {
        value = false;
        Status worst = Walk.Start(frame, range, first, second, out Walk walk);
        if (worst != Status.Ok)
        {
            return worst;
        }

        int needs = frame.Needs.Count;
        RuleError? error = null;
        int absent = -1;
        while (walk.Next())
        {
            Status status = frame.Spend() ? condition.Eval(frame, out bool holds) : Over(frame, out holds);
            if (status == Status.Over)
            {
                return status;
            }

            if (status == Status.Ok)
            {
                if (holds == isExists)
                {
                    frame.ForgetNeeds(needs);
                    value = isExists;
                    return Status.Ok;
                }
            }
            else if (worst == Status.Ok || (status == Status.Unknown && worst != Status.Unknown))
            {
                worst = status;
                error = frame.Error;
                absent = frame.Absent;
            }
        }

        if (worst != Status.Ok)
        {
            frame.Error = error;
            frame.Absent = absent;
        }

        value = !isExists;
        return worst;
    }

    private static Status Over(CelFrame frame, out bool holds)
    {
        holds = false;
        return frame.OverBudget();
    }
}

internal sealed class ExistsOneNode(Node range, int first, int second, Node<bool> condition) : Node<bool>
{
    public override Status Eval(CelFrame frame, out bool value)
    {
        value = false;
        Status status = Walk.Start(frame, range, first, second, out Walk walk);
        int count = 0;
        while (status == Status.Ok && walk.Next())
        {
            bool holds = false;
            status = frame.Spend() ? condition.Eval(frame, out holds) : frame.OverBudget();
            count += holds ? 1 : 0;
        }

        value = count == 1;
        return status;
    }
}

// map, filter and transformList.
internal sealed class ListComprehensionNode(Node range, int first, int second, Node<bool>? condition, Node? result) : Node<IReadOnlyList<object?>>
{
    public override Status Eval(CelFrame frame, out IReadOnlyList<object?> value)
    {
        value = [];
        Status status = Walk.Start(frame, range, first, second, out Walk walk);
        if (status != Status.Ok)
        {
            return status;
        }

        var list = new List<object?>(condition is null ? walk.Count : 4);
        while (walk.Next())
        {
            bool holds = true;
            status = !frame.Spend() ? frame.OverBudget() : condition is null ? Status.Ok : condition.Eval(frame, out holds);
            if (status != Status.Ok)
            {
                return status;
            }

            if (!holds)
            {
                continue;
            }

            object? element = walk.Current;
            status = result is null ? Status.Ok : result.Box(frame, out element);
            if (status != Status.Ok)
            {
                return status;
            }

            list.Add(element);
        }

        value = list;
        return Status.Ok;
    }
}

// transformMap, and transformMapEntry, whose result is a map of the new entries.
internal sealed class MapComprehensionNode(Node range, int first, int second, Node<bool>? condition, Node result, bool areEntries) : Node<object?>
{
    public override Status Eval(CelFrame frame, out object? value)
    {
        value = null;
        Status status = Walk.Start(frame, range, first, second, out Walk walk);
        if (status != Status.Ok)
        {
            return status;
        }

        var map = new ValueMap(walk.Count);
        while (walk.Next())
        {
            bool holds = true;
            status = !frame.Spend() ? frame.OverBudget() : condition is null ? Status.Ok : condition.Eval(frame, out holds);
            object? key = frame.Locals[first];
            object? made = null;
            if (status == Status.Ok && holds)
            {
                status = result.Box(frame, out made);
            }

            if (status == Status.Ok && holds)
            {
                status = areEntries ? Entries(frame, map, made) : MapNode.Add(frame, map, key, made, false);
            }

            if (status != Status.Ok)
            {
                return status;
            }
        }

        value = map;
        return Status.Ok;
    }

    private static Status Entries(CelFrame frame, ValueMap map, object? made)
    {
        if (!Maps.IsMap(made))
        {
            return frame.FailOverload();
        }

        foreach ((object key, object? value) in Maps.Entries(made!))
        {
            Status status = frame.Spend() ? MapNode.Add(frame, map, key, value, false) : frame.OverBudget();
            if (status != Status.Ok)
            {
                return status;
            }
        }

        return Status.Ok;
    }
}
