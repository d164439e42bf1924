using System.Globalization;

namespace EcomOps.Analytics.Experiments.Internal;

internal static class DecisionWords
{
    public static Decision Decide(SrmResult split, TwoSampleResult revenue, IReadOnlyList<GuardrailResult> guardrails, ExperimentOptions options, double alpha)
    {
        if (split.IsMismatch)
        {
            return new Decision.Invalid($"Do not decide: the visitors are not split as planned (p = {Small(split.PValue)}); find out why before reading any difference.");
        }

        if (revenue.Error is not null)
        {
            return new Decision.Invalid("Do not decide: a variant has too few visitors or no revenue that varies, so there is nothing to compare.");
        }

        string effect = $"{Signed(revenue.Effect)} revenue per visitor ({Percent(1 - alpha)} interval {Signed(revenue.Low!.Value)} to {Signed(revenue.High!.Value)})";
        if (revenue.Low > 0)
        {
            GuardrailResult[] hurt = [.. guardrails.Where(g => g.State == GuardrailState.Hurt)];
            return hurt.Length > 0
                ? new Decision.Continue($"Look closer: {effect}, but {string.Join(" and ", hurt.Select(Harm))}.")
                : new Decision.Ship($"Ship: {effect}, no guardrail hurt.{Unclear(guardrails)}");
        }

        return revenue.High < 0
            ? new Decision.Stop($"Stop: {effect}; keep control.")
            : new Decision.Continue(options.SequentialTuning is null
                ? $"No difference shown: {effect}; keep control, or plan a larger test if an effect of this size would pay."
                : $"Keep running: {effect} does not exclude zero yet.");
    }

    private static string Harm(GuardrailResult g) =>
        $"{g.Guardrail.Name} {(g.Guardrail.HigherIsBetter ? "falls" : "rises")} by {Percent(Math.Round(Math.Abs(g.Comparison.Effect), 3))}, beyond the margin of {Percent(g.Guardrail.Margin)}";

    private static string Unclear(IReadOnlyList<GuardrailResult> guardrails)
    {
        string[] names = [.. guardrails.Where(g => g.State == GuardrailState.Unclear).Select(g => g.Guardrail.Name)];
        return names.Length == 0 ? string.Empty : $" Not yet shown to hold: {string.Join(", ", names)}; watch after the roll-out.";
    }

    private static string Signed(double value) => (value >= 0 ? "+" : string.Empty) + (value * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Percent(double value) => (value * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    private static string Small(double p) => p < 0.0001 ? "below 0.0001" : p.ToString("0.0000", CultureInfo.InvariantCulture);
}
