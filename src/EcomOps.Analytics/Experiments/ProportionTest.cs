using EcomOps.Analytics.Internal;

namespace EcomOps.Analytics.Experiments;

/// <summary>Two-proportion z test.</summary>
public static class ProportionTest
{
    /// <summary>Compares two shares.</summary>
    /// <param name="control">Control, with at least one visitor.</param>
    /// <param name="treatment">Treatment, with at least one visitor.</param>
    /// <param name="confidence">Confidence of the intervals, 0 to 1 exclusive.</param>
    /// <returns>z, p and two intervals.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A variant is empty or has more successes than visitors.</exception>
    public static ProportionTestResult Compare(ProportionStatistic control, ProportionStatistic treatment, double confidence)
    {
        ArgumentNullException.ThrowIfNull(control);
        ArgumentNullException.ThrowIfNull(treatment);
        ConfidenceInterval c = ProportionIntervals.Wilson(control.Successes, control.Count, confidence), t = ProportionIntervals.Wilson(treatment.Successes, treatment.Count, confidence);
        double pc = control.Mean, pt = treatment.Mean, difference = pt - pc;
        double pooled = (control.Successes + treatment.Successes) / (control.Count + treatment.Count);
        double se = Math.Sqrt(pooled * (1 - pooled) * ((1 / control.Count) + (1 / treatment.Count)));
        double z = se == 0 ? 0 : difference / se;
        double wald = Distributions.NormalQuantile(1 - ((1 - confidence) / 2)) * Math.Sqrt((control.Variance / control.Count) + (treatment.Variance / treatment.Count));
        var newcombe = new ConfidenceInterval(
            difference - Math.Sqrt(((pt - t.Low) * (pt - t.Low)) + ((c.High - pc) * (c.High - pc))),
            difference + Math.Sqrt(((t.High - pt) * (t.High - pt)) + ((pc - c.Low) * (pc - c.Low))));
        return new ProportionTestResult(difference, z, se == 0 ? 1 : 2 * Distributions.NormalCdf(-Math.Abs(z)), new ConfidenceInterval(difference - wald, difference + wald), newcombe);
    }
}
