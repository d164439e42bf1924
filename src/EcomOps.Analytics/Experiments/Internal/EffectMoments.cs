namespace EcomOps.Analytics.Experiments.Internal;

// Point estimate and standard error of a difference, with the degenerate cases named.
internal readonly record struct EffectMoments(SampleStatistic Control, SampleStatistic Treatment, double Effect, double StandardError, TwoSampleError? Error)
{
    public double N => Control.N + Treatment.N;

    public double DegreesOfFreedom
    {
        get
        {
            double c = Control.Variance / Control.N, t = Treatment.Variance / Treatment.N;
            return (c + t) * (c + t) / ((c * c / (Control.N - 1)) + (t * t / (Treatment.N - 1)));
        }
    }

    public static EffectMoments Of(SampleStatistic control, SampleStatistic treatment, DifferenceKind difference)
    {
        ArgumentNullException.ThrowIfNull(control);
        ArgumentNullException.ThrowIfNull(treatment);
        if (control.GetType() != treatment.GetType())
        {
            throw new ArgumentException("Both variants need the same kind of statistic.", nameof(treatment));
        }

        (SampleStatistic c, SampleStatistic t) = control.AdjustWith(treatment);
        if (!(c.N >= 2) || !(t.N >= 2) || !(c.Variance > 0) || !(t.Variance > 0) || !double.IsFinite(c.Variance + t.Variance))
        {
            return new EffectMoments(c, t, 0, 0, TwoSampleError.ZeroNegativeVariance);
        }

        double change = t.Mean - c.Mean, vc = c.Variance / c.N, vt = t.Variance / t.N;
        if (difference == DifferenceKind.Absolute)
        {
            return new EffectMoments(c, t, change, Math.Sqrt(vc + vt), null);
        }

        double basis = c.UnadjustedMean;
        if (basis == 0)
        {
            return new EffectMoments(c, t, 0, 0, TwoSampleError.ZeroControlMean);
        }

        return new EffectMoments(c, t, change / basis, Math.Sqrt(c is CupedRatioStatistic ratio ? Regressed(ratio, vc, vt, change) : Plain(t.UnadjustedMean, basis, vc, vt)), null);
    }

    private static double Plain(double top, double basis, double vc, double vt) => (vt / (basis * basis)) + (vc * top * top / (basis * basis * basis * basis));

    // Delta method with adjusted means above and the unadjusted control mean below, which are correlated.
    private static double Regressed(CupedRatioStatistic control, double vc, double vt, double change)
    {
        double basis = control.UnadjustedMean, slope = change / (basis * basis), shared = (control.PostVariance - (control.Theta * control.Covariance)) / control.N;
        return ((vc + vt) / (basis * basis)) + (slope * slope * control.PostVariance / control.N) + (2 * slope / basis * shared);
    }
}
