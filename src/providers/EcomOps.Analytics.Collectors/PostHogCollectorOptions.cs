using EcomOps.Analytics.Events.Projections;

namespace EcomOps.Analytics.Collectors;

/// <summary>Access to PostHog's <c>/batch</c>.</summary>
public sealed class PostHogCollectorOptions
{
    /// <summary>Name of the <see cref="HttpClient"/>.</summary>
    public const string ClientName = "EcomOps.Analytics.PostHog";

    /// <summary>Project API key, at most 128 characters. Never a personal API key: those read data.</summary>
    public string ProjectApiKey { get; set; } = string.Empty;

    /// <summary>Address; <c>https://eu.i.posthog.com/batch/</c> for data in the EU, or an instance of one's own with <c>/batch/</c>.</summary>
    public Uri Endpoint { get; set; } = new("https://us.i.posthog.com/batch/");

    /// <summary>Longest wait for one answer; 30 seconds by default.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Form of the events.</summary>
    public CommerceProjectionOptions Projection { get; set; } = CommerceProjectionOptions.Default;
}
