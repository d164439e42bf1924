namespace EcomOps.Analytics.Metrics;

/// <summary>Which part of the shop a metric looks at; null is everything.</summary>
/// <param name="Channel">Only this channel.</param>
/// <param name="Category">Only lines of this category; order-level costs and sessions are then not known.</param>
/// <param name="Segment">Only orders of this customer segment; spend and sessions are then not known.</param>
public sealed record FactFilter(string? Channel = null, string? Category = null, string? Segment = null)
{
    /// <summary>Everything.</summary>
    public static FactFilter None { get; } = new();
}
