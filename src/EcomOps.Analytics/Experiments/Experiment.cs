using EcomOps.Analytics.Experiments.Internal;

namespace EcomOps.Analytics.Experiments;

/// <summary>Analyses an experiment: revenue per visitor first, then conversion and average order value, with a decision in words.</summary>
/// <remarks>Pure and thread-safe. With several treatments, alpha is divided by their number (Bonferroni).</remarks>
public static class Experiment
{
    /// <summary>Compares each treatment with control.</summary>
    /// <param name="control">Control.</param>
    /// <param name="treatments">Treatments, at least one.</param>
    /// <param name="options">Settings.</param>
    /// <returns>One result a treatment.</returns>
    /// <exception cref="ArgumentException">There is no treatment, a setting is out of range, or a variant lacks the statistic of a guardrail.</exception>
    public static IReadOnlyList<ExperimentResult> Analyse(VariantData control, IReadOnlyList<VariantData> treatments, ExperimentOptions options)
    {
        ArgumentNullException.ThrowIfNull(control);
        ArgumentNullException.ThrowIfNull(treatments);
        ArgumentNullException.ThrowIfNull(options);
        TwoSample.RequireAlpha(options.Alpha, 1);
        if (treatments.Count == 0)
        {
            throw new ArgumentException("Give at least one treatment.", nameof(treatments));
        }

        VariantData[] all = [control, .. treatments];
        SrmResult split = SrmCheck.Test([.. all.Select(v => (long)v.Visitors.Count)], options.Shares ?? [.. all.Select(_ => 1.0)]);
        double? cap = Winsoriser.Cap(all, options.WinsoriseAt);
        return [.. treatments.Select(t => Compare(control, t, options, options.Alpha / treatments.Count, split, cap))];
    }

    /// <summary>Compares one treatment with control.</summary>
    /// <param name="control">Control.</param>
    /// <param name="treatment">Treatment.</param>
    /// <param name="options">Settings.</param>
    /// <returns>The result.</returns>
    public static ExperimentResult Analyse(VariantData control, VariantData treatment, ExperimentOptions options) => Analyse(control, [treatment], options)[0];

    private static ExperimentResult Compare(VariantData control, VariantData treatment, ExperimentOptions options, double alpha, SrmResult split, double? cap)
    {
        bool reduced = control.Visitors.Concat(treatment.Visitors).All(v => v.PriorRevenue is not null) && control.Visitors.Count > 1 && treatment.Visitors.Count > 1;
        SampleStatistic Revenue(VariantData v) => reduced ? Winsoriser.Cuped(v, cap) : Winsoriser.Mean(v, cap);
        TwoSampleResult Test(SampleStatistic c, SampleStatistic t) => options.SequentialTuning is { } tuning
            ? TwoSample.Sequential(c, t, alpha, DifferenceKind.Relative, tuning)
            : TwoSample.Welch(c, t, alpha, DifferenceKind.Relative);
        ProportionStatistic Converted(VariantData v) => new(v.Visitors.Count, v.Visitors.Count(x => x.Orders > 0));
        RatioStatistic OrderValue(VariantData v) => RatioStatistic.Of(v.Visitors.Select(x => (Winsoriser.Value(x.Revenue, cap), (double)x.Orders)));

        SampleStatistic revenueControl = Revenue(control), revenueTreatment = Revenue(treatment);
        ProportionStatistic convertedControl = Converted(control), convertedTreatment = Converted(treatment);
        TwoSampleResult revenue = Test(revenueControl, revenueTreatment), conversion = Test(convertedControl, convertedTreatment);
        GuardrailResult[] guardrails =
        [
            GuardrailResult.Of(new Guardrail("conversion", options.GuardrailMargin), conversion),
            .. options.Guardrails.Select(g => GuardrailResult.Of(g, Test(Statistic(control, g), Statistic(treatment, g)))),
        ];
        int capped = control.Visitors.Concat(treatment.Visitors).Count(v => v.Revenue > cap);
        return new ExperimentResult(control.Name, treatment.Name)
        {
            Visitors = (control.Visitors.Count, treatment.Visitors.Count),
            Split = split,
            RevenuePerVisitor = revenue,
            RevenueMeans = (revenueControl.UnadjustedMean, revenueTreatment.UnadjustedMean),
            Conversion = conversion,
            ConversionRates = (convertedControl.Mean, convertedTreatment.Mean),
            AverageOrderValue = Test(OrderValue(control), OrderValue(treatment)),
            Posterior = TwoSample.Bayes(revenueControl, revenueTreatment, alpha, DifferenceKind.Relative),
            Winsorised = cap is { } value ? (value, (double)capped / Math.Max(1, control.Visitors.Count + treatment.Visitors.Count)) : null,
            IsVarianceReduced = reduced,
            Guardrails = guardrails,
            Decision = DecisionWords.Decide(split, revenue, guardrails, options, alpha),
        };
    }

    private static SampleStatistic Statistic(VariantData variant, Guardrail guardrail) => variant.Guardrails.TryGetValue(guardrail.Name, out SampleStatistic? statistic)
        ? statistic
        : throw new ArgumentException($"Variant '{variant.Name}' has no statistic for the guardrail '{guardrail.Name}'.", nameof(variant));
}
