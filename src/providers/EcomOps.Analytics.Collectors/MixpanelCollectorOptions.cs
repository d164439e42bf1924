using EcomOps.Analytics.Events.Projections;

namespace EcomOps.Analytics.Collectors;

/// <summary>Access to Mixpanel's <c>/import</c>.</summary>
public sealed class MixpanelCollectorOptions
{
    /// <summary>Name of the <see cref="HttpClient"/>.</summary>
    public const string ClientName = "EcomOps.Analytics.Mixpanel";

    /// <summary>Project id.</summary>
    public string ProjectId { get; set; } = string.Empty;

    /// <summary>Name of a service account.</summary>
    public string ServiceAccount { get; set; } = string.Empty;

    /// <summary>Its secret.</summary>
    public string Secret { get; set; } = string.Empty;

    /// <summary>Address; <c>https://api-eu.mixpanel.com/import</c> for data in the EU.</summary>
    public Uri Endpoint { get; set; } = new("https://api.mixpanel.com/import");

    /// <summary>Longest wait for one answer; 30 seconds by default.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Form of the events.</summary>
    public CommerceProjectionOptions Projection { get; set; } = CommerceProjectionOptions.Default;
}
