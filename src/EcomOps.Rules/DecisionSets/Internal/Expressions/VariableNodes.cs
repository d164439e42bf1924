using System.Runtime.CompilerServices;
using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.Cel.Internal.Nodes;
using EcomOps.Rules.DecisionSets.Internal.Parts;

namespace EcomOps.Rules.DecisionSets.Internal.Expressions;

// A variable that is a condition, inside an expression.
internal sealed class ConditionVariableNode(VariablePart part) : Node<bool>
{
    public override Status Eval(CelFrame frame, out bool value)
    {
        Truth truth = part.Evaluate(frame.Facts!);
        value = truth == Truth.True;
        return truth is Truth.True or Truth.False
            ? frame.Spend() ? Status.Ok : frame.OverBudget()
            : Evaluations.ToStatus(frame, frame.Facts!, truth);
    }
}

// A variable with a value, evaluated at most once per decision.
internal sealed class ValueVariableNode(int variable, Node<object?> node, int locals, long budget) : Node<object?>
{
    public override Status Eval(CelFrame frame, out object? value)
    {
        ref VariableMemo memo = ref frame.Facts!.Variable(variable);
        if (!memo.IsKnown)
        {
            if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            {
                value = null;
                return frame.Fail("The variables read each other too deep.");
            }

            int needs = frame.Needs.Count;
            Truth truth = Evaluations.Evaluate(frame.Facts, node, locals, budget, out object? made);

            // The variables that this one reads may have moved the memory.
            memo = ref frame.Facts.Variable(variable);
            memo.IsKnown = true;
            memo.Truth = truth;
            memo.Value = made;
            memo.Error = truth == Truth.Error ? frame.Facts.Error : null;
            memo.Absent = frame.Facts.Absent;
            memo.Needs = truth == Truth.Unknown ? [.. frame.Needs.Skip(needs)] : null;
        }
        else if (memo.Truth == Truth.Unknown)
        {
            frame.Needs.AddRange(memo.Needs!);
        }

        value = memo.Value;
        if (memo.Truth == Truth.True)
        {
            return frame.Spend() ? Status.Ok : frame.OverBudget();
        }

        frame.Facts.Error = memo.Error;
        frame.Facts.Absent = memo.Absent;
        return Evaluations.ToStatus(frame, frame.Facts, memo.Truth);
    }
}
