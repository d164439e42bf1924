using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.Cel.Internal.Values;

namespace EcomOps.Rules.Cel.Internal.Nodes;

internal sealed class ListNode(Node[] elements, bool[]? optional) : Node<IReadOnlyList<object?>>
{
    public override Status Eval(CelFrame frame, out IReadOnlyList<object?> value)
    {
        value = [];
        if (!frame.Spend())
        {
            return frame.OverBudget();
        }

        var list = new List<object?>(elements.Length);
        Status worst = Status.Ok;
        for (int i = 0; i < elements.Length; i++)
        {
            if (worst != Status.Ok)
            {
                worst = Worse(frame, worst, elements[i]);
                continue;
            }

            worst = elements[i].Box(frame, out object? element);
            if (worst != Status.Ok || optional?[i] != true)
            {
                list.Add(element);
            }
            else if (element is not CelOptional item)
            {
                worst = frame.Fail("An element written with ? must be an optional.");
            }
            else if (item.HasValue)
            {
                list.Add(item.Value);
            }
        }

        value = list;
        return worst;
    }
}

internal sealed class MapNode((Node Key, Node Value, bool IsOptional)[] entries) : Node<object?>
{
    public override Status Eval(CelFrame frame, out object? value)
    {
        value = null;
        if (!frame.Spend())
        {
            return frame.OverBudget();
        }

        var map = new ValueMap(entries.Length);
        Status worst = Status.Ok;
        foreach ((Node keyNode, Node valueNode, bool isOptional) in entries)
        {
            if (worst != Status.Ok)
            {
                worst = Worse(frame, Worse(frame, worst, keyNode), valueNode);
                continue;
            }

            worst = keyNode.Box(frame, out object? key);
            if (worst != Status.Ok)
            {
                worst = Worse(frame, worst, valueNode);
                continue;
            }

            worst = valueNode.Box(frame, out object? entry);
            if (worst == Status.Ok)
            {
                worst = Add(frame, map, key, entry, isOptional);
            }
        }

        value = map;
        return worst;
    }

    public static Status Add(CelFrame frame, ValueMap map, object? key, object? value, bool isOptional)
    {
        if (isOptional)
        {
            if (value is not CelOptional optional)
            {
                return frame.Fail("A value of a key written with ? must be an optional.");
            }

            if (!optional.HasValue)
            {
                return Status.Ok;
            }

            value = optional.Value;
        }

        if (key is not (string or bool or long or ulong))
        {
            return frame.Fail("A key must be int, uint, bool or string.");
        }

        return map.TryAdd(key, value) ? Status.Ok : frame.Fail("The map has the same key twice.");
    }
}

// a.b, a.?b and has(a.b) on maps, items and optionals of them.
internal sealed class SelectNode(Node operand, string field, bool isOptional) : Node<object?>
{
    public override Status Eval(CelFrame frame, out object? value)
    {
        value = null;
        Status status = operand.Box(frame, out object? target);
        if (status != Status.Ok || !frame.Spend())
        {
            return status != Status.Ok ? status : frame.OverBudget();
        }

        bool lifted = isOptional;
        if (target is CelOptional optional)
        {
            if (!optional.HasValue)
            {
                value = CelOptional.None;
                return Status.Ok;
            }

            target = optional.Value;
            lifted = true;
        }

        if (!Maps.IsMap(target))
        {
            return frame.Fail($"A value that is no map has no field '{field}'.");
        }

        bool found = Maps.TryGet(target!, field, out object? member);
        if (lifted)
        {
            value = found ? CelOptional.Of(member) : CelOptional.None;
            return Status.Ok;
        }

        value = member;
        return found ? Status.Ok : frame.Fail($"The map has no key '{field}'.");
    }
}

internal sealed class HasNode(Node operand, string field) : Node<bool>
{
    public override Status Eval(CelFrame frame, out bool value)
    {
        value = false;
        Status status = operand.Box(frame, out object? target);
        if (status != Status.Ok || !frame.Spend())
        {
            return status != Status.Ok ? status : frame.OverBudget();
        }

        if (target is CelOptional optional)
        {
            if (!optional.HasValue)
            {
                return Status.Ok;
            }

            target = optional.Value;
        }

        if (!Maps.IsMap(target))
        {
            return frame.Fail($"A value that is no map has no field '{field}'.");
        }

        value = Maps.TryGet(target!, field, out _);
        return Status.Ok;
    }
}

// A declared field of an item: one that is not there is absent.
internal sealed class FieldNode(Node operand, string path, bool mayBeAbsent) : Node<object?>
{
    public override Status Eval(CelFrame frame, out object? value)
    {
        value = null;
        Status status = operand.Box(frame, out object? target);
        if (status != Status.Ok || !frame.Spend())
        {
            return status != Status.Ok ? status : frame.OverBudget();
        }

        if (target is not Dictionary<string, object?> record)
        {
            return frame.FailOverload();
        }

        if (record.TryGetValue(path, out value))
        {
            return Status.Ok;
        }

        if (mayBeAbsent)
        {
            frame.Absent = -1;
            return Status.Absent;
        }

        return frame.Fail(new DecisionSets.RuleError(DecisionSets.RuleErrorKind.MissingFact, $"The field '{path}' of an item is missing.", path));
    }
}

// a[b] and a[?b].
internal sealed class IndexNode(Node operand, Node index, bool isOptional) : Node<object?>
{
    public override Status Eval(CelFrame frame, out object? value)
    {
        value = null;
        Status status = operand.Box(frame, out object? target);
        if (status != Status.Ok)
        {
            return Worse(frame, status, index);
        }

        status = index.Box(frame, out object? key);
        if (status != Status.Ok || !frame.Spend())
        {
            return status != Status.Ok ? status : frame.OverBudget();
        }

        bool lifted = isOptional;
        if (target is CelOptional optional)
        {
            if (!optional.HasValue)
            {
                value = CelOptional.None;
                return Status.Ok;
            }

            target = optional.Value;
            lifted = true;
        }

        bool found;
        object? element = null;
        if (target is IReadOnlyList<object?> list)
        {
            if (ValueMap.Key(key) is not long position || key is bool)
            {
                return frame.Fail("A list is read by a whole number.");
            }

            found = position >= 0 && position < list.Count;
            element = found ? list[(int)position] : null;
        }
        else if (Maps.IsMap(target))
        {
            found = Maps.TryGet(target!, key, out element);
        }
        else
        {
            return frame.FailOverload();
        }

        if (lifted)
        {
            value = found ? CelOptional.Of(element) : CelOptional.None;
            return Status.Ok;
        }

        value = element;
        return found ? Status.Ok : frame.Fail(target is IReadOnlyList<object?> ? "The list has no element at this position." : "The map has no such key.");
    }
}

internal sealed class InNode(Node element, Node container) : Node<bool>
{
    public override Status Eval(CelFrame frame, out bool value)
    {
        value = false;
        Status status = element.Box(frame, out object? item);
        if (status != Status.Ok)
        {
            return Worse(frame, status, container);
        }

        status = container.Box(frame, out object? target);
        if (status != Status.Ok || !frame.Spend())
        {
            return status != Status.Ok ? status : frame.OverBudget();
        }

        switch (target)
        {
            case IReadOnlyList<object?> list:
                return Equality.Contains(frame, list, item, out value);
            case ValueMap or Dictionary<string, object?>:
                value = Maps.TryGet(target, item, out _);
                return Status.Ok;
            default:
                return frame.FailOverload();
        }
    }
}
