namespace EcomOps.Analytics.Promotions.Internal;

// Actual less expected sales in some weeks. Noise is that of the sales themselves; NullNoise what it would be without effect.
internal readonly record struct Window(long Actual, double Baseline, double Units, double NoiseVariance, double BaselineVariance, double NullNoise, int Weeks)
{
    public double Error => Math.Sqrt(NoiseVariance + BaselineVariance);

    public double NullError => Math.Sqrt(NullNoise + BaselineVariance);
}
