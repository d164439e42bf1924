namespace EcomOps.Analytics.Experiments;

/// <summary>What the experiment says of one guardrail.</summary>
/// <param name="Guardrail">Metric and margin.</param>
/// <param name="Comparison">Relative difference, treatment less control; an error when there is nothing to compare.</param>
/// <param name="State">Whether it holds.</param>
public sealed record GuardrailResult(Guardrail Guardrail, TwoSampleResult Comparison, GuardrailState State)
{
    internal static GuardrailResult Of(Guardrail guardrail, TwoSampleResult comparison)
    {
        if (comparison.Error is not null)
        {
            return new GuardrailResult(guardrail, comparison, GuardrailState.Unclear);
        }

        // Turned so that up is good.
        (double effect, double low, double high) = guardrail.HigherIsBetter
            ? (comparison.Effect, comparison.Low!.Value, comparison.High!.Value)
            : (-comparison.Effect, -comparison.High!.Value, -comparison.Low!.Value);
        return new GuardrailResult(guardrail, comparison, low > -guardrail.Margin ? GuardrailState.Held : high < 0 && effect < -guardrail.Margin ? GuardrailState.Hurt : GuardrailState.Unclear);
    }
}
