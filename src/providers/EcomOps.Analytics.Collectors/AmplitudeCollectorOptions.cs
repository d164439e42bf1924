using EcomOps.Analytics.Events.Projections;

namespace EcomOps.Analytics.Collectors;

/// <summary>Access to Amplitude's HTTP V2.</summary>
public sealed class AmplitudeCollectorOptions
{
    /// <summary>Name of the <see cref="HttpClient"/>.</summary>
    public const string ClientName = "EcomOps.Analytics.Amplitude";

    /// <summary>API key; at most 128 characters.</summary>
    public string ApiKey { get; set; } = string.Empty;

    /// <summary>Address; <c>https://api.eu.amplitude.com/2/httpapi</c> for data in the EU.</summary>
    public Uri Endpoint { get; set; } = new("https://api2.amplitude.com/2/httpapi");

    /// <summary>Longest wait for one answer; 30 seconds by default.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Form of the events.</summary>
    public CommerceProjectionOptions Projection { get; set; } = CommerceProjectionOptions.Default;
}
