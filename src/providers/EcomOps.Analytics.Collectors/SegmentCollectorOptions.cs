using EcomOps.Analytics.Events.Projections;

namespace EcomOps.Analytics.Collectors;

/// <summary>Access to Segment, or to RudderStack, which takes the same batches.</summary>
public sealed class SegmentCollectorOptions
{
    /// <summary>Name of the <see cref="HttpClient"/>.</summary>
    public const string ClientName = "EcomOps.Analytics.Segment";

    /// <summary>Write key of the source.</summary>
    public string WriteKey { get; set; } = string.Empty;

    /// <summary>Address; <c>https://events.eu1.segmentapis.com/v1/batch</c> for a workspace in the EU, or a RudderStack data plane with <c>/v1/batch</c>.</summary>
    public Uri Endpoint { get; set; } = new("https://api.segment.io/v1/batch");

    /// <summary>Longest wait for one answer; 30 seconds by default.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Form of the events.</summary>
    public CommerceProjectionOptions Projection { get; set; } = CommerceProjectionOptions.Default;
}
