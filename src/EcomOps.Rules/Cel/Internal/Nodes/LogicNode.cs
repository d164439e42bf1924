using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.DecisionSets;

namespace EcomOps.Rules.Cel.Internal.Nodes;

// A chain of && or ||: an operand that decides absorbs what has no value, before and after it; unknown wins over error and absent.
internal sealed class LogicNode(Node<bool>[] operands, bool isOr) : Node<bool>
{
    public override Status Eval(CelFrame frame, out bool value)
    {
        value = isOr;
        int needs = frame.Needs.Count;
        for (int i = 0; i < operands.Length; i++)
        {
            if (!frame.Spend())
            {
                return frame.OverBudget();
            }

            Status status = operands[i].Eval(frame, out bool operand);
            if (status != Status.Ok)
            {
                return Undecided(frame, status, i + 1, needs, ref value);
            }

            if (operand == isOr)
            {
                return Status.Ok;
            }
        }

        value = !isOr;
        return Status.Ok;
    }

    private Status Undecided(CelFrame frame, Status worst, int next, int needs, ref bool value)
    {
        if (worst == Status.Over)
        {
            return worst;
        }

        RuleError? error = frame.Error;
        int absent = frame.Absent;
        for (int i = next; i < operands.Length; i++)
        {
            Status status = operands[i].Eval(frame, out bool operand);
            if (status == Status.Over)
            {
                return status;
            }

            if (status == Status.Ok && operand == isOr)
            {
                frame.ForgetNeeds(needs);
                value = isOr;
                return Status.Ok;
            }

            worst = status == Status.Unknown ? status : worst;
        }

        frame.Error = error;
        frame.Absent = absent;
        return worst;
    }
}

internal sealed class NotNode(Node<bool> operand) : Node<bool>
{
    public override Status Eval(CelFrame frame, out bool value)
    {
        if (!frame.Spend())
        {
            value = false;
            return frame.OverBudget();
        }

        Status status = operand.Eval(frame, out bool holds);
        value = !holds;
        return status;
    }
}
