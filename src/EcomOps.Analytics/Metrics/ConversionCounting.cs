namespace EcomOps.Analytics.Metrics;

/// <summary>What a conversion metric counts below and above the line.</summary>
public enum ConversionCounting
{
    /// <summary>Each entity once: below with its first base event, above with its first conversion.</summary>
    Entities,

    /// <summary>Each base event once: a conversion converts the one base it is credited to, and a base with several conversions counts once, so that the rate is never above 1.</summary>
    BaseEvents,
}
