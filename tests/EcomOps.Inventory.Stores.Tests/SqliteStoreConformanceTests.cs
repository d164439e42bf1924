using EcomOps.Inventory.Sqlite;
using EcomOps.Inventory.Stores;
using EcomOps.Testing.Inventory;

namespace EcomOps.Inventory.Stores.Tests;

public sealed class SqliteStoreConformanceTests : StockStoreConformance, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ecomops-stock-").FullName;

    public static TheoryData<string> Every => [.. Rules];

    [Theory]
    [MemberData(nameof(Every))]
    public Task Conforms(string rule) => RunAsync(rule);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override IStockStore Open(string name) => SqliteStockStore.At(Path.Combine(_folder, name + ".db"));
}
