using EcomOps.Core;
using EcomOps.Formats.Analytics;
using EcomOps.Formats.Tables;
using NodaTime;
using Parquet;
using Parquet.Schema;

namespace EcomOps.Formats.Tests.Tables;

public sealed class ParquetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parquet").FullName;

    [Fact]
    public async Task Orders_are_read_from_parquet_over_several_row_groups_with_nulls()
    {
        string path = Path.Combine(_folder, "orders.parquet");
        DataField customer = new("customer_id", typeof(string), isNullable: true), at = new("date", typeof(DateTime), isNullable: false), amount = new("amount", typeof(double), isNullable: false), units = new("quantity", typeof(long), isNullable: true);
        await using (FileStream file = File.Create(path))
        {
            await using ParquetWriter writer = await ParquetWriter.CreateAsync(new ParquetSchema(customer, at, amount, units), file);
            for (int group = 0; group < 2; group++)
            {
                using ParquetRowGroupWriter rows = writer.CreateRowGroup();
                await rows.WriteAsync(customer, (IReadOnlyCollection<string>)[$"c{group}", null!]);
                await rows.WriteAsync<DateTime>(at, new DateTime[] { new(2026, 3, 1, 10, 30, 0, DateTimeKind.Utc), new(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc) });
                await rows.WriteAsync<double>(amount, new double[] { 12.5, -3.25 });
                await rows.WriteAsync<long>(units, new long?[] { 2, null });
            }
        }

        TableRows<OrderLineRow> table = await AnalyticsFiles.OrdersAsync(path, new TableOptions());
        Assert.Empty(table.Rejected);
        Assert.Equal(["c0", null, "c1", null], table.Rows.Select(r => r.CustomerId));
        Assert.Equal([1L, 2, 3, 4], table.Rows.Select(r => r.Line));
        Assert.Equal(Instant.FromUtc(2026, 3, 1, 10, 30), table.Rows[0].At);
        Assert.Equal([Money.Eur(12.5m), Money.Eur(-3.25m)], table.Rows.Take(2).Select(r => r.Amount));
        Assert.Equal([2L, 1], table.Rows.Take(2).Select(r => r.Quantity));
    }

    [Fact]
    public async Task A_damaged_parquet_file_is_told()
    {
        string path = Path.Combine(_folder, "orders.parquet");
        await File.WriteAllTextAsync(path, "PAR1 and then nothing of the kind");
        EcomOpsException problem = await Assert.ThrowsAsync<EcomOpsException>(() => AnalyticsFiles.OrdersAsync(path, new TableOptions()));
        Assert.Equal("file_unreadable", problem.Code);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
