using EcomOps.Analytics.Experiments;
using EcomOps.Analytics.Experiments.Internal;
using EcomOps.Analytics.Internal;
using EcomOps.Core;

namespace EcomOps.Analytics.Growth.Internal;

/// <summary>From a difference with its standard error to the return on the spend.</summary>
internal sealed record ReturnEstimate(decimal Spend, double Confidence, IncrementalMeasure Measure)
{
    public static IncrementalReturnOutcome NoSpend { get; } =
        new IncrementalReturnOutcome.NotEstimable(IncrementalReturnError.NoSpend, "There was no spend, so there is no return on it.");

    public static IncrementalReturnOutcome TooFew(string message) => new IncrementalReturnOutcome.NotEstimable(IncrementalReturnError.TooFewUnits, message);

    public IncrementalReturnOutcome Welch(SampleStatistic control, SampleStatistic exposed, double factor, IReadOnlyList<Issue> caveats)
    {
        EffectMoments moments = EffectMoments.Of(control, exposed, DifferenceKind.Absolute);
        return moments.Error is not null ? Flat : Student(moments.Effect * factor, moments.StandardError * factor, moments.DegreesOfFreedom, caveats);
    }

    public IncrementalReturnOutcome Student(double incremental, double error, double df, IReadOnlyList<Issue> caveats)
    {
        if (!(error > 0) || !double.IsFinite(error + incremental))
        {
            return Flat;
        }

        double width = Distributions.StudentQuantile(1 - ((1 - Confidence) / 2), df) * error, spend = (double)Spend;
        return new IncrementalReturnOutcome.Estimated(Measure, Confidence, Spend, incremental, error, df, (incremental - width) / spend, (incremental + width) / spend, caveats);
    }

    private static IncrementalReturnOutcome Flat { get; } = new IncrementalReturnOutcome.NotEstimable(
        IncrementalReturnError.NoVariance, "The values do not differ from unit to unit, so no interval can be told; look for sums or constants given in place of values by unit.");
}
