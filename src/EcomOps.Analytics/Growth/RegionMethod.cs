namespace EcomOps.Analytics.Growth;

/// <summary>How sales of exposed regions without the advertisement are inferred.</summary>
public enum RegionMethod
{
    /// <summary>They would have changed by the same amount as the control regions: fit when regions are of one size.</summary>
    DifferenceInDifferences,

    /// <summary>They would have grown by the same factor as the control regions: fit when regions differ in size.</summary>
    RatioScaling,
}
