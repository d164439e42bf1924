using EcomOps.Analytics.Experiments;
using EcomOps.Analytics.Growth.Internal;

namespace EcomOps.Analytics.Growth;

/// <summary>Estimates the incremental return on ad spend with an interval, from a randomised holdout or from regions.</summary>
/// <remarks>
/// Pure and thread-safe. The spend is known and has no error of its own, so the interval of the return is that of the incremental value over the spend.
/// What is drawn by lot is the unit: persons in a holdout, regions (never their customers) in a test of regions.
/// </remarks>
public static class IncrementalReturnTest
{
    /// <summary>From a holdout drawn by lot: the units that could see the advertisement against those that could not.</summary>
    /// <param name="exposed">Revenue or margin by exposed unit, zeros included: number, sum and sum of squares.</param>
    /// <param name="control">The same of the holdout.</param>
    /// <param name="spend">Spend on the exposed units, 0 or more, in major units of the same currency.</param>
    /// <param name="confidence">Confidence of the interval, above 0 and below 1.</param>
    /// <param name="measure">What the values are.</param>
    /// <returns>Number exposed x (mean exposed - mean control) over spend, with Welch's interval (Welch 1947; degrees of freedom after Satterthwaite 1946).</returns>
    /// <exception cref="ArgumentOutOfRangeException">The spend is negative or the confidence out of range.</exception>
    public static IncrementalReturnOutcome Holdout(MeanStatistic exposed, MeanStatistic control, decimal spend, double confidence, IncrementalMeasure measure = IncrementalMeasure.Revenue)
    {
        ArgumentNullException.ThrowIfNull(exposed);
        ArgumentNullException.ThrowIfNull(control);
        Check(spend, confidence);
        return spend == 0 ? ReturnEstimate.NoSpend
            : exposed.N < 2 || control.N < 2 ? ReturnEstimate.TooFew($"The exposed have {exposed.N:0} units and the holdout {control.N:0}; each needs two, and some hundreds to tell much.")
            : new ReturnEstimate(spend, confidence, measure).Welch(control, exposed, exposed.N, []);
    }

    /// <summary>From regions, with the time before the test to compare with.</summary>
    /// <param name="regions">Regions. With pairs the pair is the unit: its difference is taken, and the interval is that of Student's t over pairs. Without, it is Welch's over regions.</param>
    /// <param name="spend">Spend in the exposed regions during the test, 0 or more, in major units of the same currency.</param>
    /// <param name="confidence">Confidence of the interval, above 0 and below 1.</param>
    /// <param name="method">How the sales without the advertisement are inferred.</param>
    /// <param name="durationRatio">Length of the test over the length of the time before, above 0; 1 by default.</param>
    /// <param name="measure">What the values are.</param>
    /// <returns>
    /// The estimate. Difference in differences: the sum over exposed regions of change less the mean change of controls, change = during - ratio x before.
    /// Ratio scaling: during - before x growth of the controls, growth being sum over sum (delta method for its variance; the control of the pair when there are pairs).
    /// It carries the warning <c>few_regions</c> below ten pairs, or ten regions in an arm: the interval then stands on the assumption that changes of regions are
    /// roughly normal. For ratio scaling of pairs that differ much in size it is somewhat too wide.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The spend is negative, or the confidence or ratio out of range.</exception>
    public static IncrementalReturnOutcome Regions(
        IReadOnlyList<TestRegion> regions, decimal spend, double confidence, RegionMethod method, double durationRatio = 1, IncrementalMeasure measure = IncrementalMeasure.Revenue)
    {
        ArgumentNullException.ThrowIfNull(regions);
        Check(spend, confidence);
        if (!(durationRatio > 0) || !double.IsFinite(durationRatio))
        {
            throw new ArgumentOutOfRangeException(nameof(durationRatio), durationRatio, "The ratio of durations lies above 0.");
        }

        return spend == 0 ? ReturnEstimate.NoSpend : new RegionEstimate(new ReturnEstimate(spend, confidence, measure), method, durationRatio).Run(regions);
    }

    private static void Check(decimal spend, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(spend);
        if (!(confidence is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "The confidence lies between 0 and 1, for example 0.9.");
        }
    }
}
