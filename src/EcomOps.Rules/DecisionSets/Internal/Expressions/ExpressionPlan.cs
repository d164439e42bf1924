using EcomOps.Rules.Cel.Internal.Nodes;
using EcomOps.Rules.Vocabularies;
using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.DecisionSets.Internal.Expressions;

/// <summary>A value that is computed for each decision.</summary>
internal sealed class ExpressionPlan(Node<object?> node, int locals, long budget, AttributeType? expected, string? currency, int[] attributes) : ValuePlan
{
    private static readonly RuleError NoOutcome = new(RuleErrorKind.Outcome, "An expression of the outcome gives a value that outcomes do not have, or more than 10,000 values.");
    private readonly RuleError _mismatch = new(RuleErrorKind.Outcome, $"An expression of the outcome gives no {(expected is null ? "value of an outcome" : FactValues.Describe(expected))}.");

    public override int[] Attributes => attributes;

    public override Truth Evaluate(FactFrame frame, out object? value)
    {
        Truth truth = Evaluations.Evaluate(frame, node, locals, budget, out value);
        if (truth != Truth.True)
        {
            return truth;
        }

        if (!OutcomeConversion.TryConvert(value, out object? plain))
        {
            frame.Error = NoOutcome;
            return Truth.Error;
        }

        value = expected is null ? plain : FactValues.Fit(expected, plain, currency);
        if (value is null && (expected is not null || plain is not null))
        {
            frame.Error = _mismatch;
            return Truth.Error;
        }

        return Truth.True;
    }
}
