using EcomOps.Inventory.DependencyInjection;
using EcomOps.Inventory.DependencyInjection.Internal;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Stores;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the stock ledger.</summary>
public static class EcomOpsInventoryServiceCollectionExtensions
{
    /// <summary>
    /// Registers one <see cref="StockLedger"/> with the default options. The host registers an <see cref="IClock"/>, and a store through the builder: <c>AddSqliteStockStore</c>,
    /// <c>AddPostgreSqlStockStore</c>, <see cref="AddMemoryStockStore"/>, or its own <see cref="IStockStore"/>.
    /// </summary>
    /// <param name="services">Services.</param>
    /// <returns>A builder for the store. Calling twice changes nothing.</returns>
    /// <remarks>Resolving <see cref="StockLedger"/> waits for the opening when nothing opened it before; EcomOps.Inventory.Hosting opens it as the host starts.</remarks>
    public static IInventoryBuilder AddEcomOpsInventory(this IServiceCollection services) => services.AddEcomOpsInventory(_ => { });

    /// <summary>The same with options, validated at start.</summary>
    /// <param name="services">Services.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns>A builder for the store.</returns>
    public static IInventoryBuilder AddEcomOpsInventory(this IServiceCollection services, Action<StockLedgerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<StockLedgerOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<StockLedgerOptions>, StockLedgerOptionsValidator>());
        services.TryAddSingleton(provider => new StockLedgerSource(cancellationToken => OpenAsync(provider, cancellationToken)));
        services.TryAddSingleton(provider => provider.GetRequiredService<StockLedgerSource>() is var source && source.Current is { } open ? open : source.OpenAsync().GetAwaiter().GetResult());
        return new Builder(services);
    }

    /// <summary>The same with options from a configuration section: numbers as they are, durations as <c>hh:mm:ss</c> or <c>d.hh:mm:ss</c>.</summary>
    /// <param name="services">Services.</param>
    /// <param name="section">Section with the members of <see cref="StockLedgerOptions"/>; what cannot be read fails the start, all of it at once.</param>
    /// <returns>A builder for the store.</returns>
    public static IInventoryBuilder AddEcomOpsInventory(this IServiceCollection services, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(section);
        var binding = new StockLedgerBinding(section);
        services.AddSingleton<IValidateOptions<StockLedgerOptions>>(binding);
        return services.AddEcomOpsInventory(binding.Apply);
    }

    /// <summary>Keeps the ledger in memory: for tests and trials, everything is lost with the process.</summary>
    /// <param name="builder">Builder.</param>
    /// <returns>The builder. The store that is added last counts.</returns>
    public static IInventoryBuilder AddMemoryStockStore(this IInventoryBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton<IStockStore>(_ => new MemoryStockStore()));
        return builder;
    }

    private static Task<StockLedger> OpenAsync(IServiceProvider provider, CancellationToken cancellationToken)
    {
        StockLedgerOptions options = provider.GetRequiredService<IOptions<StockLedgerOptions>>().Value;
        IStockStore store = provider.GetService<IStockStore>()
            ?? throw new InvalidOperationException("The stock ledger has no store. Add one: AddEcomOpsInventory().AddSqliteStockStore(\"stock.db\"), or AddPostgreSqlStockStore, or AddMemoryStockStore for tests.");
        IClock clock = provider.GetService<IClock>()
            ?? throw new InvalidOperationException("The stock ledger has no clock. Register one: services.AddSingleton<IClock>(SystemClock.Instance).");
        return StockLedger.OpenAsync(store, clock, options, cancellationToken);
    }

    private sealed class Builder(IServiceCollection services) : IInventoryBuilder
    {
        public IServiceCollection Services { get; } = services;
    }
}
