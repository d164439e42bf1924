using System.Runtime.CompilerServices;
using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.DecisionSets.Internal.Parts;

/// <summary>A variable that is a condition, evaluated at most once per decision.</summary>
internal sealed class VariablePart(string source, int variable, ConditionPart[] parts)
    : ConditionPart(source, [.. parts.SelectMany(p => p.Attributes).Distinct()])
{
    public IReadOnlyList<ConditionPart> Parts => parts;

    public override int Cost => 1;

    public override Truth Evaluate(FactFrame frame)
    {
        ref VariableMemo memo = ref frame.Variable(variable);
        if (!memo.IsKnown)
        {
            if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            {
                frame.Error = new RuleError(RuleErrorKind.Expression, "The variables read each other too deep.");
                return Truth.Error;
            }

            frame.Budget -= Worst();
            int[]? asked = null;
            Truth made = frame.Budget < 0 ? frame.OverBudget() : Conjunction(frame, out asked);

            // The variables that this one reads may have moved the memory.
            memo = ref frame.Variable(variable);
            memo.Truth = made;
            memo.Needs = asked;
            memo.IsKnown = true;
            memo.Error = memo.Truth == Truth.Error ? frame.Error : null;
            memo.Absent = frame.Absent;
            return memo.Truth;
        }

        frame.Error = memo.Truth == Truth.Error ? memo.Error : frame.Error;
        frame.Absent = memo.Truth == Truth.Absent ? memo.Absent : frame.Absent;
        if (memo.Truth == Truth.Unknown)
        {
            frame.Needs.AddRange(memo.Needs!);
        }

        return memo.Truth;
    }

    private int Worst()
    {
        int cost = 0;
        foreach (ConditionPart part in parts)
        {
            cost += part.Cost;
        }

        return cost;
    }

    private Truth Conjunction(FactFrame frame, out int[]? asked)
    {
        asked = null;
        Truth result = Truth.True;
        RuleError? error = null;
        int needs = frame.Needs.Count;
        foreach (ConditionPart part in parts)
        {
            Truth truth = part.Evaluate(frame);
            if (truth == Truth.False)
            {
                frame.Needs.RemoveRange(needs, frame.Needs.Count - needs);
                return truth;
            }

            if (truth == Truth.True)
            {
                continue;
            }

            if (truth == Truth.Error && frame.Error!.Kind == RuleErrorKind.Budget)
            {
                return truth;
            }

            if (truth == Truth.Unknown)
            {
                result = Truth.Unknown;
            }
            else if (result == Truth.True)
            {
                result = truth;
                error = frame.Error;
            }
        }

        frame.Error = result == Truth.Error ? error : frame.Error;
        asked = result == Truth.Unknown ? [.. frame.Needs.Skip(needs)] : null;
        return result;
    }
}
