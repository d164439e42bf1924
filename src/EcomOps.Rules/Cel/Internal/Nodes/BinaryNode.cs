using EcomOps.Rules.Cel.Internal.Evaluation;

namespace EcomOps.Rules.Cel.Internal.Nodes;

// An operator whose operands have known types; a struct for the operation lets the compiler make one specialised node each.
internal interface IOperation<TLeft, TRight, TResult>
{
    static abstract Status Apply(CelFrame frame, TLeft left, TRight right, out TResult value);
}

internal sealed class BinaryNode<TLeft, TRight, TResult, TOperation>(Node<TLeft> left, Node<TRight> right) : Node<TResult>
    where TOperation : struct, IOperation<TLeft, TRight, TResult>
{
    public override Status Eval(CelFrame frame, out TResult value)
    {
        value = default!;
        if (!frame.Spend())
        {
            return frame.OverBudget();
        }

        Status status = left.Eval(frame, out TLeft a);
        if (status != Status.Ok)
        {
            return Worse(frame, status, right);
        }

        status = right.Eval(frame, out TRight b);
        if (status != Status.Ok)
        {
            return status;
        }

        status = TOperation.Apply(frame, a, b, out value);
        return status == Status.Ok && !frame.Spend(Work.Of(value)) ? frame.OverBudget() : status;
    }
}
