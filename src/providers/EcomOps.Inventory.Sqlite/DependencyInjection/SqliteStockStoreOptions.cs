namespace EcomOps.Inventory.Sqlite;

/// <summary>Where the SQLite file lies.</summary>
/// <remarks>Mutable for configuration; validated at start.</remarks>
public sealed class SqliteStockStoreOptions
{
    /// <summary>Path of the file; its folder exists. No default.</summary>
    public string Path { get; set; } = string.Empty;
}
