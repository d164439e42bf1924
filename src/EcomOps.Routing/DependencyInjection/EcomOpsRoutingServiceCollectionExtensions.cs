using EcomOps.Routing;
using EcomOps.Routing.Stock;
using EcomOps.Rules.DecisionSets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers order routing.</summary>
public static class EcomOpsRoutingServiceCollectionExtensions
{
    /// <summary>Registers <see cref="OrderRouter"/>. The host registers a <see cref="RoutingNetwork"/> and an <see cref="IStockView"/>, and an <see cref="IWorkloadView"/> where it has one.</summary>
    /// <param name="services">Services.</param>
    /// <returns>The services. Calling twice changes nothing.</returns>
    public static IServiceCollection AddEcomOpsRouting(this IServiceCollection services) => services.AddEcomOpsRouting(_ => { });

    /// <summary>Registers <see cref="OrderRouter"/> with options, validated at start.</summary>
    /// <param name="services">Services.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddEcomOpsRouting(this IServiceCollection services, Action<RoutingOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<RoutingOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RoutingOptions>, RoutingOptionsValidator>());
        services.TryAddSingleton(provider => new OrderRouter(
            provider.GetRequiredService<RoutingNetwork>(),
            provider.GetRequiredService<IStockView>(),
            provider.GetService<IWorkloadView>(),
            provider.GetKeyedService<RuleSet>("ecomops.routing"),
            provider.GetRequiredService<IOptions<RoutingOptions>>().Value));
        return services;
    }

    /// <summary>Registers <see cref="OrderRouter"/> with options from a configuration section.</summary>
    /// <param name="services">Services.</param>
    /// <param name="section">Section with the members of <see cref="RoutingOptions"/>.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddEcomOpsRouting(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return services.AddEcomOpsRouting(options => section.Bind(options));
    }
}
