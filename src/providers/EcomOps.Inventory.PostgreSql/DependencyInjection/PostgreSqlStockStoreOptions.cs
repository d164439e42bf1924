namespace EcomOps.Inventory.PostgreSql;

/// <summary>Which PostgreSQL database holds the ledger.</summary>
/// <remarks>Mutable for configuration; validated at start. The connection string may hold a password: it is never part of a message.</remarks>
public sealed class PostgreSqlStockStoreOptions
{
    /// <summary>Schema of the tables by default.</summary>
    public const string DefaultSchema = "ecomops_stock";

    /// <summary>Npgsql connection string. No default.</summary>
    public string ConnectionString { get; set; } = string.Empty;

    /// <summary>Schema of its tables: a lower-case identifier of at most 63 characters; <c>ecomops_stock</c> by default.</summary>
    public string Schema { get; set; } = DefaultSchema;
}
