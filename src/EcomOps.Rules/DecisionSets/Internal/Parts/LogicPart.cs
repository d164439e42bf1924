using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.DecisionSets.Internal.Parts;

/// <summary>A nested conjunction or disjunction: the deciding side absorbs errors and unknowns, and unknown wins over error.</summary>
internal sealed class LogicPart(string source, ConditionPart[] operands, bool isOr)
    : ConditionPart(source, [.. operands.SelectMany(o => o.Attributes).Distinct()])
{
    public IReadOnlyList<ConditionPart> Operands => operands;

    public bool IsOr => isOr;

    public override int Cost => 1 + operands.Sum(o => o.Cost);

    public override Truth Evaluate(FactFrame frame)
    {
        Truth deciding = isOr ? Truth.True : Truth.False;
        Truth result = isOr ? Truth.False : Truth.True;
        RuleError? error = null;
        int absent = -1;
        int needs = frame.Needs.Count;
        foreach (ConditionPart operand in operands)
        {
            Truth truth = operand.Evaluate(frame);
            if (truth == deciding)
            {
                frame.Needs.RemoveRange(needs, frame.Needs.Count - needs);
                return deciding;
            }

            if (truth is Truth.True or Truth.False)
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
            else if (result is Truth.True or Truth.False)
            {
                result = truth;
                error = frame.Error;
                absent = frame.Absent;
            }
        }

        if (result == Truth.Error)
        {
            frame.Error = error;
        }
        else if (result == Truth.Absent)
        {
            frame.Absent = absent;
        }

        return result;
    }
}
