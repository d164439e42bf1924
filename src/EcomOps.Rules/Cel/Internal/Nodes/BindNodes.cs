using EcomOps.Rules.Cel.Internal.Evaluation;

namespace EcomOps.Rules.Cel.Internal.Nodes;

// cel.bind and cel.block: values get names; one without a value only matters to whoever reads its name.
internal sealed class BindNode<T>((int Local, Node Value)[] values, Node<T> body) : Node<T>
{
    public override Status Eval(CelFrame frame, out T value)
    {
        foreach ((int local, Node named) in values)
        {
            int needs = frame.Needs.Count;
            Status status = frame.Spend() ? named.Box(frame, out frame.Locals[local]) : frame.OverBudget();
            if (status == Status.Over)
            {
                value = default!;
                return status;
            }

            if (status != Status.Ok)
            {
                frame.Locals[local] = WithoutValue.Keep(frame, status, needs);
            }
        }

        return body.Eval(frame, out value);
    }
}

// optMap and optFlatMap.
internal sealed class OptionalMapNode(Node<CelOptional> operand, int local, Node body, bool isFlat) : Node<CelOptional>
{
    public override Status Eval(CelFrame frame, out CelOptional value)
    {
        value = CelOptional.None;
        Status status = operand.Eval(frame, out CelOptional optional);
        if (status != Status.Ok || !frame.Spend())
        {
            return status != Status.Ok ? status : frame.OverBudget();
        }

        if (!optional.HasValue)
        {
            return Status.Ok;
        }

        frame.Locals[local] = optional.Value;
        status = body.Box(frame, out object? made);
        if (status != Status.Ok)
        {
            return status;
        }

        if (!isFlat)
        {
            value = CelOptional.Of(made);
            return Status.Ok;
        }

        value = made as CelOptional ?? value;
        return made is CelOptional ? Status.Ok : frame.Fail("optFlatMap() needs an expression that gives an optional.");
    }
}
