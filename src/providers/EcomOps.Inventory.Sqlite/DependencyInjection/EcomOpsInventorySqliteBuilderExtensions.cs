using EcomOps.Inventory.Sqlite;
using EcomOps.Inventory.Sqlite.Internal;
using EcomOps.Inventory.Stores;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the SQLite store of the stock ledger.</summary>
public static class EcomOpsInventorySqliteBuilderExtensions
{
    /// <summary>Keeps the ledger in one SQLite file.</summary>
    /// <param name="builder">Builder.</param>
    /// <param name="path">Path of the file; its folder exists.</param>
    /// <returns>The builder. The store that is added last counts.</returns>
    public static IInventoryBuilder AddSqliteStockStore(this IInventoryBuilder builder, string path) => builder.AddSqliteStockStore(options => options.Path = path);

    /// <summary>The same with options, validated at start.</summary>
    /// <param name="builder">Builder.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns>The builder.</returns>
    public static IInventoryBuilder AddSqliteStockStore(this IInventoryBuilder builder, Action<SqliteStockStoreOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddOptions<SqliteStockStoreOptions>().Configure(configure).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SqliteStockStoreOptions>, SqliteStockStoreOptionsValidator>());
        builder.Services.Replace(ServiceDescriptor.Singleton<IStockStore>(provider => SqliteStockStore.At(provider.GetRequiredService<IOptions<SqliteStockStoreOptions>>().Value.Path)));
        return builder;
    }

    /// <summary>The same with options from a configuration section.</summary>
    /// <param name="builder">Builder.</param>
    /// <param name="section">Section with the members of <see cref="SqliteStockStoreOptions"/>.</param>
    /// <returns>The builder.</returns>
    public static IInventoryBuilder AddSqliteStockStore(this IInventoryBuilder builder, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return builder.AddSqliteStockStore(options => options.Path = section[nameof(options.Path)] ?? options.Path);
    }
}
