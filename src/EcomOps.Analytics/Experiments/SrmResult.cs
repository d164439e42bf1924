namespace EcomOps.Analytics.Experiments;

/// <summary>Check of the traffic split (sample ratio mismatch).</summary>
/// <param name="ChiSquare">Chi-square statistic.</param>
/// <param name="PValue">Probability of a split at least this far off when assignment works.</param>
/// <param name="Threshold">p-values below it mean that assignment or tracking is broken.</param>
public sealed record SrmResult(double ChiSquare, double PValue, double Threshold)
{
    /// <summary>Whether the split is wrong: the comparison must not be used for a decision.</summary>
    public bool IsMismatch => PValue < Threshold;
}
