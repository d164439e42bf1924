using EcomOps.Inventory.PostgreSql;
using EcomOps.Inventory.Stores;
using EcomOps.Testing.Inventory;

namespace EcomOps.Inventory.Stores.Tests;

[Collection(PostgreSqlCollection.Name)]
public sealed class PostgreSqlStoreConformanceTests(PostgreSqlFixture fixture) : StockStoreConformance
{
    public static TheoryData<string> Every => [.. Rules];

    [PostgreSqlTheory]
    [MemberData(nameof(Every))]
    public Task Conforms(string rule) => RunAsync(rule);

    protected override IStockStore Open(string name) =>
        PostgreSqlStockStore.At(fixture.Server!.ConnectionString, "t_" + string.Concat(name.ToLowerInvariant().Where(char.IsLetterOrDigit)).PadRight(40)[..40].Trim());
}
