using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.DecisionSets;

namespace EcomOps.Rules.Cel.Internal.Nodes;

internal sealed class OrNode(Node<CelOptional> optional, Node<CelOptional> other) : Node<CelOptional>
{
    public override Status Eval(CelFrame frame, out CelOptional value)
    {
        Status status = optional.Eval(frame, out value);
        if (status != Status.Ok || !frame.Spend())
        {
            return status != Status.Ok ? status : frame.OverBudget();
        }

        return value.HasValue ? Status.Ok : other.Eval(frame, out value);
    }
}

internal sealed class OrValueNode(Node<CelOptional> optional, Node fallback) : Node<object?>
{
    public override Status Eval(CelFrame frame, out object? value)
    {
        value = null;
        Status status = optional.Eval(frame, out CelOptional found);
        if (status != Status.Ok || !frame.Spend())
        {
            return status != Status.Ok ? status : frame.OverBudget();
        }

        if (!found.HasValue)
        {
            return fallback.Box(frame, out value);
        }

        value = found.Value;
        return Status.Ok;
    }
}

// text in list("name").
internal sealed class NamedListNode(Node<string> text, NamedList list) : Node<bool>
{
    public override Status Eval(CelFrame frame, out bool value)
    {
        Status status = text.Eval(frame, out string entry);
        value = status == Status.Ok && list.Contains(entry);
        return status != Status.Ok ? status : frame.Spend(1 + (entry.Length / 10)) ? Status.Ok : frame.OverBudget();
    }
}

// A list as it is, anything else as the only element of one.
internal sealed class OneOrListNode(Node inner) : Node<IReadOnlyList<object?>>
{
    public override Status Eval(CelFrame frame, out IReadOnlyList<object?> value)
    {
        Status status = inner.Box(frame, out object? boxed);
        value = boxed as IReadOnlyList<object?> ?? [boxed];
        return status;
    }
}

// list.sortBy(x, key).
internal sealed class SortByNode(Node<IReadOnlyList<object?>> list, int local, Node key) : Node<IReadOnlyList<object?>>
{
    public override Status Eval(CelFrame frame, out IReadOnlyList<object?> value)
    {
        Status status = list.Eval(frame, out value);
        if (status != Status.Ok || !frame.Spend())
        {
            return status != Status.Ok ? status : frame.OverBudget();
        }

        var keys = new object?[value.Count];
        for (int i = 0; i < keys.Length; i++)
        {
            frame.Locals[local] = value[i];
            status = frame.Spend() ? key.Box(frame, out keys[i]) : frame.OverBudget();
            if (status != Status.Ok)
            {
                return status;
            }
        }

        return Functions.ListFunctions.Sort(frame, value, keys, out value);
    }
}
