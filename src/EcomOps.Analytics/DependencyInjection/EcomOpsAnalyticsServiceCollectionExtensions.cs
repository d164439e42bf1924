using EcomOps.Analytics.Events.Delivery;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the sending of events. Metrics, segments and models are pure functions and need no registration.</summary>
public static class EcomOpsAnalyticsServiceCollectionExtensions
{
    /// <summary>Registers <see cref="EventSender"/>. The host registers an <see cref="IClock"/> and collectors, and runs <see cref="EventSender.RunAsync"/>.</summary>
    /// <param name="services">Services.</param>
    /// <returns>A builder for collectors. Calling twice changes nothing.</returns>
    public static IAnalyticsBuilder AddEcomOpsAnalytics(this IServiceCollection services) => services.AddEcomOpsAnalytics(_ => { });

    /// <summary>The same with options, validated at start.</summary>
    /// <param name="services">Services.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns>A builder for collectors.</returns>
    public static IAnalyticsBuilder AddEcomOpsAnalytics(this IServiceCollection services, Action<EventSenderOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<EventSenderOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EventSenderOptions>, EventSenderOptionsValidator>());
        services.TryAddSingleton(provider => new EventSender(
            provider.GetServices<IEventSink>(), provider.GetRequiredService<IClock>(), provider.GetRequiredService<IOptions<EventSenderOptions>>().Value, provider.GetService<TimeProvider>()));
        return new Builder(services);
    }

    /// <summary>The same with options from a configuration section.</summary>
    /// <param name="services">Services.</param>
    /// <param name="section">Section with the members of <see cref="EventSenderOptions"/>.</param>
    /// <returns>A builder for collectors.</returns>
    public static IAnalyticsBuilder AddEcomOpsAnalytics(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.AddEcomOpsAnalytics(options => section.Bind(options));
    }

    /// <summary>Adds a collector.</summary>
    /// <param name="builder">Builder.</param>
    /// <param name="create">Makes its sink.</param>
    /// <returns>The builder.</returns>
    public static IAnalyticsBuilder AddEventSink(this IAnalyticsBuilder builder, Func<IServiceProvider, IEventSink> create)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(create);
        builder.Services.AddSingleton(create);
        return builder;
    }

    private sealed class Builder(IServiceCollection services) : IAnalyticsBuilder
    {
        public IServiceCollection Services { get; } = services;
    }
}
