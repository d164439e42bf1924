using EcomOps.Analytics.Events.Projections;

namespace EcomOps.Analytics.Collectors;

/// <summary>Access to GA4's Measurement Protocol.</summary>
public sealed class Ga4CollectorOptions
{
    /// <summary>Name of the <see cref="HttpClient"/>, to set proxies and the like.</summary>
    public const string ClientName = "EcomOps.Analytics.Ga4";

    /// <summary>Measurement id of a web stream, for example <c>G-ABC123</c>; blank for an app stream.</summary>
    public string MeasurementId { get; set; } = string.Empty;

    /// <summary>Firebase app id of an app stream; blank for a web stream.</summary>
    public string FirebaseAppId { get; set; } = string.Empty;

    /// <summary>API secret of the stream.</summary>
    public string ApiSecret { get; set; } = string.Empty;

    /// <summary>Address; <c>https://region1.google-analytics.com/mp/collect</c> collects in the EU.</summary>
    public Uri Endpoint { get; set; } = new("https://www.google-analytics.com/mp/collect");

    /// <summary>Longest wait for one answer; 10 seconds by default.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Form of the events.</summary>
    public Ga4ProjectionOptions Projection { get; set; } = Ga4ProjectionOptions.Default;
}
