using EcomOps.Rules.Cel.Internal.Evaluation;

namespace EcomOps.Rules.Cel.Internal.Nodes;

internal sealed class ConditionalNode<T>(Node<bool> condition, Node<T> whenTrue, Node<T> whenFalse) : Node<T>
{
    public override Status Eval(CelFrame frame, out T value)
    {
        if (!frame.Spend())
        {
            value = default!;
            return frame.OverBudget();
        }

        Status status = condition.Eval(frame, out bool holds);
        if (status != Status.Ok)
        {
            value = default!;
            return status;
        }

        return holds ? whenTrue.Eval(frame, out value) : whenFalse.Eval(frame, out value);
    }
}
