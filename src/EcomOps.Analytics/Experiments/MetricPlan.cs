namespace EcomOps.Analytics.Experiments;

/// <summary>What planning must know of a metric.</summary>
/// <param name="Mean">Baseline mean; a rate for a share.</param>
/// <param name="Variance">Variance a visitor.</param>
/// <param name="RelativeEffect">Smallest relative effect to detect, not 0.</param>
/// <param name="IsShare">Whether the metric is a share, whose variance moves with its mean.</param>
/// <param name="Preferred">Direction that counts as better, for a one-sided test; null for two-sided.</param>
public sealed record MetricPlan(double Mean, double Variance, double RelativeEffect, bool IsShare = false, Alternative? Preferred = null)
{
    /// <summary>Variance in treatment if the effect is there.</summary>
    public double TreatmentVariance
    {
        get
        {
            double p = Mean * (1 + (Preferred == Alternative.Less ? -Math.Abs(RelativeEffect) : RelativeEffect));
            return IsShare ? p * (1 - p) : Variance;
        }
    }
}
