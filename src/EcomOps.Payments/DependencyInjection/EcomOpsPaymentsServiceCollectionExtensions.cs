using EcomOps.Payments.Declines;
using EcomOps.Payments.Fraud;
using EcomOps.Payments.Gateways;
using EcomOps.Payments.Health;
using EcomOps.Payments.Orchestration;
using EcomOps.Rules.DecisionSets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers payments.</summary>
public static class EcomOpsPaymentsServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="PaymentOrchestrator"/> and <see cref="FraudScreening"/>. The host registers an <see cref="IClock"/> and gateways, the primary first; its own <see cref="IPaymentStore"/>
    /// (else one in memory), a <see cref="RuleSet"/> keyed <c>ecomops.fraud</c> (else the default rules) and a <see cref="DeclineMap"/> keyed by gateway id where it has them.
    /// </summary>
    /// <param name="services">Services.</param>
    /// <returns>A builder for gateways. Calling twice changes nothing.</returns>
    public static IPaymentsBuilder AddEcomOpsPayments(this IServiceCollection services) => services.AddEcomOpsPayments(_ => { });

    /// <summary>The same with options, validated at start.</summary>
    /// <param name="services">Services.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns>A builder for gateways.</returns>
    public static IPaymentsBuilder AddEcomOpsPayments(this IServiceCollection services, Action<OrchestrationOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<OrchestrationOptions>().Configure(configure).ValidateOnStart();
        services.AddOptions<FraudOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<OrchestrationOptions>, OrchestrationOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<FraudOptions>, FraudOptionsValidator>());
        services.TryAddSingleton<IPaymentStore, MemoryPaymentStore>();
        services.TryAddSingleton(provider => Orchestrator(provider));
        services.TryAddSingleton(provider => provider.GetRequiredService<PaymentOrchestrator>().Health);
        services.TryAddSingleton(provider => new FraudScreening(provider.GetKeyedService<RuleSet>("ecomops.fraud"), provider.GetRequiredService<IOptions<FraudOptions>>().Value));
        return new Builder(services);
    }

    /// <summary>The same with options from a configuration section: the members of <see cref="OrchestrationOptions"/>, and those of <see cref="FraudOptions"/> under <c>Fraud</c>.</summary>
    /// <param name="services">Services.</param>
    /// <param name="section">Section.</param>
    /// <returns>A builder for gateways.</returns>
    public static IPaymentsBuilder AddEcomOpsPayments(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        IPaymentsBuilder builder = services.AddEcomOpsPayments(options => section.Bind(options));
        services.AddOptions<FraudOptions>().Configure(options => section.GetSection("Fraud").Bind(options));
        return builder;
    }

    /// <summary>Adds a gateway behind those that were added before.</summary>
    /// <param name="builder">Builder.</param>
    /// <param name="create">Makes the gateway.</param>
    /// <returns>The builder.</returns>
    public static IPaymentsBuilder AddGateway(this IPaymentsBuilder builder, Func<IServiceProvider, IPaymentGateway> create)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddSingleton(create);
        return builder;
    }

    private static PaymentOrchestrator Orchestrator(IServiceProvider provider)
    {
        List<IPaymentGateway> gateways = [.. provider.GetServices<IPaymentGateway>()];
        Dictionary<string, DeclineMap> maps = new(StringComparer.Ordinal);
        foreach (IPaymentGateway gateway in gateways)
        {
            if (provider.GetKeyedService<DeclineMap>(gateway.Id) is { } map)
            {
                maps[gateway.Id] = map;
            }
        }

        return new PaymentOrchestrator(
            gateways, provider.GetRequiredService<IPaymentStore>(), provider.GetRequiredService<IClock>(), provider.GetRequiredService<IOptions<OrchestrationOptions>>().Value, maps,
            time: provider.GetService<TimeProvider>());
    }

    private sealed class Builder(IServiceCollection services) : IPaymentsBuilder
    {
        public IServiceCollection Services { get; } = services;
    }
}
