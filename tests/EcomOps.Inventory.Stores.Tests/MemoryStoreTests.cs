using System.Collections.Concurrent;
using EcomOps.Inventory.Stores;
using EcomOps.Testing.Inventory;

namespace EcomOps.Inventory.Stores.Tests;

public sealed class MemoryStoreTests : StockStoreConformance
{
    private readonly ConcurrentDictionary<string, MemoryStockStore> _stores = new();

    public static TheoryData<string> Every => [.. Rules];

    [Theory]
    [MemberData(nameof(Every))]
    public Task Conforms(string rule) => RunAsync(rule);

    protected override IStockStore Open(string name) => _stores.GetOrAdd(name, _ => new());
}
