using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.Cel.Internal.Values;
using EcomOps.Rules.DecisionSets.Internal.Parts;

namespace EcomOps.Rules.Cel.Internal.Nodes;

// A comparison of values whose types are known: the result is a bit of the operator's set of accepted orders.
internal sealed class CompareNode<TLeft, TRight, TOrder>(Node<TLeft> left, Node<TRight> right, Comparison comparison) : Node<bool>
    where TOrder : struct, IOrder<TLeft, TRight>
{
    public override Status Eval(CelFrame frame, out bool value)
    {
        value = false;
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

        status = TOrder.Compare(frame, a, b, out int order);
        value = (((int)comparison >> (order + 1)) & 1) != 0;
        return status;
    }
}

// A comparison of values whose types are only known now.
internal sealed class DynamicCompareNode(Node left, Node right, Comparison comparison) : Node<bool>
{
    public override Status Eval(CelFrame frame, out bool value)
    {
        value = false;
        if (!frame.Spend())
        {
            return frame.OverBudget();
        }

        Status status = left.Box(frame, out object? a);
        if (status != Status.Ok)
        {
            return Worse(frame, status, right);
        }

        status = right.Box(frame, out object? b);
        if (status != Status.Ok)
        {
            return status;
        }

        if (comparison is Comparison.Equal or Comparison.NotEqual)
        {
            status = Equality.AreEqual(frame, a, b, out bool equal);
            value = equal == (comparison == Comparison.Equal);
            return status;
        }

        status = Ordering.Compare(frame, a, b, out int order);
        value = (((int)comparison >> (order + 1)) & 1) != 0;
        return status;
    }
}
