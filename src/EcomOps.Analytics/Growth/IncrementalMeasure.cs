namespace EcomOps.Analytics.Growth;

/// <summary>What the values of an incrementality test are.</summary>
public enum IncrementalMeasure
{
    /// <summary>Revenue: a return of 1 pays for the advertisement but not for the goods.</summary>
    Revenue,

    /// <summary>Contribution margin before marketing (CM2): a return of 1 breaks even.</summary>
    Margin,
}
