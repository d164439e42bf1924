using EcomOps.Inventory.PostgreSql;
using EcomOps.Inventory.PostgreSql.Internal;
using EcomOps.Inventory.Stores;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the PostgreSQL store of the stock ledger.</summary>
public static class EcomOpsInventoryPostgreSqlBuilderExtensions
{
    /// <summary>Keeps the ledger in a PostgreSQL database that several processes may share.</summary>
    /// <param name="builder">Builder.</param>
    /// <param name="connectionString">Npgsql connection string.</param>
    /// <returns>The builder. The store that is added last counts.</returns>
    public static IInventoryBuilder AddPostgreSqlStockStore(this IInventoryBuilder builder, string connectionString) => builder.AddPostgreSqlStockStore(options => options.ConnectionString = connectionString);

    /// <summary>The same with options, validated at start.</summary>
    /// <param name="builder">Builder.</param>
    /// <param name="configure">Sets options.</param>
    /// <returns>The builder.</returns>
    public static IInventoryBuilder AddPostgreSqlStockStore(this IInventoryBuilder builder, Action<PostgreSqlStockStoreOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddOptions<PostgreSqlStockStoreOptions>().Configure(configure).ValidateOnStart();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PostgreSqlStockStoreOptions>, PostgreSqlStockStoreOptionsValidator>());
        builder.Services.Replace(ServiceDescriptor.Singleton<IStockStore>(provider =>
        {
            PostgreSqlStockStoreOptions options = provider.GetRequiredService<IOptions<PostgreSqlStockStoreOptions>>().Value;
            return PostgreSqlStockStore.At(options.ConnectionString, options.Schema);
        }));
        return builder;
    }

    /// <summary>The same with options from a configuration section.</summary>
    /// <param name="builder">Builder.</param>
    /// <param name="section">Section with the members of <see cref="PostgreSqlStockStoreOptions"/>.</param>
    /// <returns>The builder.</returns>
    public static IInventoryBuilder AddPostgreSqlStockStore(this IInventoryBuilder builder, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(section);
        return builder.AddPostgreSqlStockStore(options =>
        {
            options.ConnectionString = section[nameof(options.ConnectionString)] ?? options.ConnectionString;
            options.Schema = section[nameof(options.Schema)] ?? options.Schema;
        });
    }
}
