using EcomOps.Core;
using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.DecisionSets.Internal;

internal sealed class ScorePlan(ValuePlan plan)
{
    public int[] Attributes => plan.Attributes;

    public Truth Evaluate(FactFrame frame, out object? score)
    {
        Truth truth = plan.Evaluate(frame, out score);
        if (truth == Truth.True && (score is not (long or decimal or double or Money) || score is double.NaN))
        {
            frame.Error = new RuleError(RuleErrorKind.Outcome, "A score must be a number or money.");
            return Truth.Error;
        }

        if (truth == Truth.Absent)
        {
            string path = frame.Absent >= 0 ? frame.Vocabulary.Attributes[frame.Absent].Path : "?";
            frame.Error = new RuleError(RuleErrorKind.MissingFact, $"The score reads '{path}', which is absent; guard it with has() or orValue().", path);
            return Truth.Error;
        }

        return truth;
    }

    /// <summary>Order of two scores; null when they cannot be compared.</summary>
    public static int? Compare(object left, object right) => (left, right) switch
    {
        (Money a, Money b) => a.Currency == b.Currency ? a.Amount.CompareTo(b.Amount) : null,
        (Money, _) or (_, Money) => null,
        (double a, double b) => a.CompareTo(b),
        (double a, _) => a.CompareTo(ToDouble(right)),
        (_, double b) => ToDouble(left).CompareTo(b),
        _ => ToDecimal(left).CompareTo(ToDecimal(right)),
    };

    private static double ToDouble(object value) => value is long l ? l : (double)(decimal)value;

    private static decimal ToDecimal(object value) => value is long l ? l : (decimal)value;
}
