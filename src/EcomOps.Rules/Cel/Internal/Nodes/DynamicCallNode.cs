using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.Cel.Internal.Functions;
using EcomOps.Rules.DecisionSets;

namespace EcomOps.Rules.Cel.Internal.Nodes;

// A call whose form depends on the types of the values.
internal sealed class DynamicCallNode(Overload[] candidates, Node[] arguments, RuleError noOverload) : Node<object?>
{
    public override Status Eval(CelFrame frame, out object? value)
    {
        value = null;
        var values = new object?[arguments.Length];
        long work = 1;
        for (int i = 0; i < values.Length; i++)
        {
            Status status = arguments[i].Box(frame, out values[i]);
            if (status != Status.Ok)
            {
                for (int rest = i + 1; rest < values.Length; rest++)
                {
                    status = Worse(frame, status, arguments[rest]);
                }

                return status;
            }

            work += Work.OfAny(values[i]);
        }

        if (!frame.Spend(work))
        {
            return frame.OverBudget();
        }

        foreach (Overload candidate in candidates)
        {
            if (candidate.Takes(values))
            {
                Status status = frame.Spend(candidate.Cost) ? candidate.Invoke(frame, values, out value) : frame.OverBudget();
                return status == Status.Ok && !frame.Spend(Work.OfAny(value)) ? frame.OverBudget() : status;
            }
        }

        return frame.Fail(noOverload);
    }
}
