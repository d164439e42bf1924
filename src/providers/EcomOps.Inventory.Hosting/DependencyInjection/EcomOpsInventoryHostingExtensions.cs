using EcomOps.Inventory.DependencyInjection;
using EcomOps.Inventory.Hosting;
using EcomOps.Inventory.Hosting.Internal;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Ties the stock ledger to the life of a host.</summary>
public static class EcomOpsInventoryHostingExtensions
{
    /// <summary>Name of the health check by default.</summary>
    public const string HealthCheckName = "stock_ledger";

    /// <summary>Opens the ledger before the host's first service starts, and drains it after the last one stopped.</summary>
    /// <param name="builder">Builder.</param>
    /// <returns>The builder. Calling twice changes nothing.</returns>
    public static IInventoryBuilder AddHosting(this IInventoryBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StockLedgerService>());
        return builder;
    }

    /// <summary>Checks the ledger: degraded when its queue is nearly full, unhealthy when it is not open or its store is gone.</summary>
    /// <param name="builder">Builder of health checks.</param>
    /// <param name="configure">Sets the bounds, validated at start; null for the defaults.</param>
    /// <param name="name">Name of the check.</param>
    /// <param name="tags">Tags of the check, or null.</param>
    /// <returns>The builder.</returns>
    public static IHealthChecksBuilder AddStockLedger(this IHealthChecksBuilder builder, Action<StockLedgerHealthOptions>? configure = null, string name = HealthCheckName, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddOptions<StockLedgerHealthOptions>().Configure(configure ?? (_ => { })).ValidateOnStart()
            .Validate(options => options.NearlyFull is > 0 and <= 1, "NearlyFull: above 0 and at most 1.")
            .Validate(options => options.AnswerWithin > Duration.Zero, "AnswerWithin: above 0.");
        return builder.Add(new(name, provider => new StockLedgerHealthCheck(provider.GetRequiredService<StockLedgerSource>(), provider.GetRequiredService<IOptions<StockLedgerHealthOptions>>(), provider.GetService<TimeProvider>()), HealthStatus.Unhealthy, tags));
    }
}
