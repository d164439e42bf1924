using System.Diagnostics.CodeAnalysis;
using EcomOps.Analytics.Collectors;
using EcomOps.Analytics.Collectors.Internal;
using EcomOps.Analytics.Events.Delivery;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds collectors over HTTP. Options are validated at start; requests are not logged, since addresses and headers hold secrets.</summary>
public static class EcomOpsCollectorsAnalyticsBuilderExtensions
{
    /// <summary>Sends events to GA4.</summary>
    /// <param name="builder">Builder.</param>
    /// <param name="configure">Sets access and form.</param>
    /// <returns>The builder.</returns>
    public static IAnalyticsBuilder AddGa4Collector(this IAnalyticsBuilder builder, Action<Ga4CollectorOptions> configure) =>
        builder.Add(configure, Ga4CollectorOptions.ClientName, (client, options) => new Ga4Collector(client, options));

    /// <summary>Sends events to Mixpanel.</summary>
    /// <param name="builder">Builder.</param>
    /// <param name="configure">Sets access and form.</param>
    /// <returns>The builder.</returns>
    public static IAnalyticsBuilder AddMixpanelCollector(this IAnalyticsBuilder builder, Action<MixpanelCollectorOptions> configure) =>
        builder.Add(configure, MixpanelCollectorOptions.ClientName, (client, options) => new MixpanelCollector(client, options));

    /// <summary>Sends events to Amplitude.</summary>
    /// <param name="builder">Builder.</param>
    /// <param name="configure">Sets access and form.</param>
    /// <returns>The builder.</returns>
    public static IAnalyticsBuilder AddAmplitudeCollector(this IAnalyticsBuilder builder, Action<AmplitudeCollectorOptions> configure) =>
        builder.Add(configure, AmplitudeCollectorOptions.ClientName, (client, options) => new AmplitudeCollector(client, options));

    /// <summary>Sends events to Segment or RudderStack.</summary>
    /// <param name="builder">Builder.</param>
    /// <param name="configure">Sets access and form.</param>
    /// <returns>The builder.</returns>
    public static IAnalyticsBuilder AddSegmentCollector(this IAnalyticsBuilder builder, Action<SegmentCollectorOptions> configure) =>
        builder.Add(configure, SegmentCollectorOptions.ClientName, (client, options) => new SegmentCollector(client, options));

    /// <summary>Sends events to PostHog.</summary>
    /// <param name="builder">Builder.</param>
    /// <param name="configure">Sets access and form.</param>
    /// <returns>The builder.</returns>
    public static IAnalyticsBuilder AddPostHogCollector(this IAnalyticsBuilder builder, Action<PostHogCollectorOptions> configure) =>
        builder.Add(configure, PostHogCollectorOptions.ClientName, (client, options) => new PostHogCollector(client, options));

    private static IAnalyticsBuilder Add<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(
        this IAnalyticsBuilder builder, Action<TOptions> configure, string client, Func<HttpClient, TOptions, IEventSink> create)
        where TOptions : class
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddOptions<TOptions>().Configure(configure).ValidateOnStart();
        builder.Services.AddSingleton((IValidateOptions<TOptions>)(object)new CollectorOptionsValidator());

        // A sink lives as long as the sender, so the handler must renew its connections itself to follow changes of addresses.
        builder.Services.AddHttpClient(client, http => http.Timeout = Timeout.InfiniteTimeSpan).UseSocketsHttpHandler((handler, _) => handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5)).SetHandlerLifetime(Timeout.InfiniteTimeSpan).RemoveAllLoggers();
        return builder.AddEventSink(provider => create(provider.GetRequiredService<IHttpClientFactory>().CreateClient(client), provider.GetRequiredService<IOptions<TOptions>>().Value));
    }
}
