using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.Cel.Internal.Functions;

namespace EcomOps.Rules.Cel.Internal.Nodes;

internal sealed class CallNode<TResult>(Overload<TResult> overload) : Node<TResult>
{
    private readonly Function<TResult> _function = overload.Function;

    public override Status Eval(CelFrame frame, out TResult value)
    {
        if (!frame.Spend(1 + overload.Cost))
        {
            value = default!;
            return frame.OverBudget();
        }

        Status status = _function(frame, out value);
        return status == Status.Ok && !frame.Spend(Work.Of(value)) ? frame.OverBudget() : status;
    }
}

internal sealed class CallNode<T1, TResult>(Overload<T1, TResult> overload, Node<T1> n1) : Node<TResult>
{
    private readonly Function<T1, TResult> _function = overload.Function;

    public override Status Eval(CelFrame frame, out TResult value)
    {
        Status status = n1.Eval(frame, out T1 a1);
        if (status != Status.Ok)
        {
            value = default!;
            return status;
        }

        if (!frame.Spend(1 + overload.Cost + Work.Of(a1)))
        {
            value = default!;
            return frame.OverBudget();
        }

        status = _function(frame, a1, out value);
        return status == Status.Ok && !frame.Spend(Work.Of(value)) ? frame.OverBudget() : status;
    }
}

internal sealed class CallNode<T1, T2, TResult>(Overload<T1, T2, TResult> overload, Node<T1> n1, Node<T2> n2) : Node<TResult>
{
    private readonly Function<T1, T2, TResult> _function = overload.Function;

    public override Status Eval(CelFrame frame, out TResult value)
    {
        Status status = n1.Eval(frame, out T1 a1);
        if (status != Status.Ok)
        {
            value = default!;
            return Worse(frame, status, n2);
        }

        status = n2.Eval(frame, out T2 a2);
        if (status != Status.Ok)
        {
            value = default!;
            return status;
        }

        if (!frame.Spend(1 + overload.Cost + Work.Of(a1) + Work.Of(a2)))
        {
            value = default!;
            return frame.OverBudget();
        }

        status = _function(frame, a1, a2, out value);
        return status == Status.Ok && !frame.Spend(Work.Of(value)) ? frame.OverBudget() : status;
    }
}

internal sealed class CallNode<T1, T2, T3, TResult>(Overload<T1, T2, T3, TResult> overload, Node<T1> n1, Node<T2> n2, Node<T3> n3) : Node<TResult>
{
    private readonly Function<T1, T2, T3, TResult> _function = overload.Function;

    public override Status Eval(CelFrame frame, out TResult value)
    {
        Status status = n1.Eval(frame, out T1 a1);
        if (status != Status.Ok)
        {
            value = default!;
            return Worse(frame, Worse(frame, status, n2), n3);
        }

        status = n2.Eval(frame, out T2 a2);
        if (status != Status.Ok)
        {
            value = default!;
            return Worse(frame, status, n3);
        }

        status = n3.Eval(frame, out T3 a3);
        if (status != Status.Ok)
        {
            value = default!;
            return status;
        }

        if (!frame.Spend(1 + overload.Cost + Work.Of(a1) + Work.Of(a2) + Work.Of(a3)))
        {
            value = default!;
            return frame.OverBudget();
        }

        status = _function(frame, a1, a2, a3, out value);
        return status == Status.Ok && !frame.Spend(Work.Of(value)) ? frame.OverBudget() : status;
    }
}

internal sealed class CallNode<T1, T2, T3, T4, TResult>(Overload<T1, T2, T3, T4, TResult> overload, Node<T1> n1, Node<T2> n2, Node<T3> n3, Node<T4> n4) : Node<TResult>
{
    private readonly Function<T1, T2, T3, T4, TResult> _function = overload.Function;

    public override Status Eval(CelFrame frame, out TResult value)
    {
        Status status = n1.Eval(frame, out T1 a1);
        if (status != Status.Ok)
        {
            value = default!;
            return Worse(frame, Worse(frame, Worse(frame, status, n2), n3), n4);
        }

        status = n2.Eval(frame, out T2 a2);
        if (status != Status.Ok)
        {
            value = default!;
            return Worse(frame, Worse(frame, status, n3), n4);
        }

        status = n3.Eval(frame, out T3 a3);
        if (status != Status.Ok)
        {
            value = default!;
            return Worse(frame, status, n4);
        }

        status = n4.Eval(frame, out T4 a4);
        if (status != Status.Ok)
        {
            value = default!;
            return status;
        }

        if (!frame.Spend(1 + overload.Cost + Work.Of(a1) + Work.Of(a2) + Work.Of(a3) + Work.Of(a4)))
        {
            value = default!;
            return frame.OverBudget();
        }

        status = _function(frame, a1, a2, a3, a4, out value);
        return status == Status.Ok && !frame.Spend(Work.Of(value)) ? frame.OverBudget() : status;
    }
}
