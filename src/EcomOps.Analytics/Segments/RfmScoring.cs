namespace EcomOps.Analytics.Segments;

/// <summary>How raw recency, frequency and monetary values become scores.</summary>
public enum RfmScoring
{
    /// <summary>Rank from worst to best into equally full buckets, the first N mod levels holding one more; ties by customer id, so equal values may score differently.</summary>
    Ntile,

    /// <summary>The same order: score = 1 + floor(levels x position / N); the larger buckets are spread.</summary>
    OrdinalFloor,

    /// <summary>Equal values share their average rank r: score = 1 + floor(levels x (r - 0.5) / N); equal values score equal, buckets may be empty.</summary>
    Midrank,

    /// <summary>Cut points are the type-7 quantiles of the values; score = cuts below the value, plus one. Cuts collapse on skewed counts, which is reported.</summary>
    Quantile,

    /// <summary>The caller's cut points: the only mode that stays comparable over time.</summary>
    Fixed,
}
