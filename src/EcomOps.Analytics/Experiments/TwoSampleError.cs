namespace EcomOps.Analytics.Experiments;

/// <summary>Why two samples could not be compared.</summary>
public enum TwoSampleError
{
    /// <summary>A variant has fewer than two visitors, or a variance that is zero or negative.</summary>
    ZeroNegativeVariance,

    /// <summary>The control's mean is zero, so there is no relative difference; ask for the absolute one.</summary>
    ZeroControlMean,
}
