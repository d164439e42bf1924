using System.Globalization;

namespace EcomOps.Analytics.Experiments.Internal;

internal static class DecisionWords
{
    public static Decision Decide(SrmResult split, TwoSampleResult revenue, TwoSampleResult conversion, ExperimentOptions options, double alpha)
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
        bool hurt = conversion.Error is null && conversion.High < 0 && conversion.Effect < -options.GuardrailMargin;
        if (revenue.Low > 0)
        {
            return hurt
                ? new Decision.Continue($"Look closer: {effect}, but conversion falls by {Signed(conversion.Effect)}, beyond the margin of {Percent(options.GuardrailMargin)}.")
                : new Decision.Ship($"Ship: {effect}, no guardrail hurt.");
        }

        return revenue.High < 0
            ? new Decision.Stop($"Stop: {effect}; keep control.")
            : new Decision.Continue(options.SequentialTuning is null
                ? $"No difference shown: {effect}; keep control, or plan a larger test if an effect of this size would pay."
                : $"Keep running: {effect} does not exclude zero yet.");
    }

    private static string Signed(double value) => (value >= 0 ? "+" : string.Empty) + (value * 100).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Percent(double value) => (value * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    private static string Small(double p) => p < 0.0001 ? "below 0.0001" : p.ToString("0.0000", CultureInfo.InvariantCulture);
}
