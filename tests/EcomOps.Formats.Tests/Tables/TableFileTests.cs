using EcomOps.Core;
using EcomOps.Formats.Analytics;
using EcomOps.Formats.Tables;
using FsCheck;
using FsCheck.Xunit;
using NodaTime;

namespace EcomOps.Formats.Tests.Tables;

public sealed class TableFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tables").FullName;

    [Theory]
    [InlineData("2026-03-29", 2026, 3, 28, 23, 0)]                 // midnight in Amsterdam, winter time
    [InlineData("2026-03-29 02:30", 2026, 3, 29, 1, 30)]           // skipped by the clock change: an hour later
    [InlineData("2026-07-01T12:00:00", 2026, 7, 1, 10, 0)]
    [InlineData("2026-07-01T12:00:00Z", 2026, 7, 1, 12, 0)]
    [InlineData("2026-07-01T12:00:00+05:00", 2026, 7, 1, 7, 0)]
    public async Task Times_are_of_the_zone_unless_they_name_one(string text, int year, int month, int day, int hour, int minute)
    {
        TableRows<OrderLineRow> table = await Read($"date,amount\n{text},1\n", new TableOptions { Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"] });
        Assert.Equal(Instant.FromUtc(year, month, day, hour, minute), Assert.Single(table.Rows).At);
    }

    [Fact]
    public async Task Members_of_inner_objects_are_columns_by_their_path()
    {
        TableRows<EcomOps.Analytics.Funnels.FunnelEvent> table = await AnalyticsFiles.EventsAsync(
            Write("e.jsonl", """{"person":"p","time":"2026-03-01T00:00:00Z","event":"view","properties":{"device":"phone"}}"""), new TableOptions(), ["properties.device"]);
        Assert.Equal("phone", Assert.Single(table.Rows).Properties!["properties.device"]);
    }

    [Fact]
    public async Task Lines_that_are_no_object_cost_only_themselves()
    {
        TableRows<OrderLineRow> table = await AnalyticsFiles.OrdersAsync(Write("o.jsonl", "{\"date\":\"2026-03-01\",\"amount\":1}\n[1]\n{\"date\":\n\n{\"date\":\"2026-03-02\",\"amount\":2}\n"), new TableOptions());
        Assert.Equal(2, table.Rows.Count);
        Assert.Equal([(2L, "no_object"), (3L, "bad_json")], table.Rejected.Select(r => (r.Line, r.Code)));
    }

    [Fact]
    public async Task A_file_that_was_cut_off_is_told_with_its_last_line()
    {
        using MemoryStream whole = new();
        using (var gzip = new System.IO.Compression.GZipStream(whole, System.IO.Compression.CompressionLevel.NoCompression, leaveOpen: true))
        {
            gzip.Write(System.Text.Encoding.UTF8.GetBytes("date,amount\n" + string.Concat(Enumerable.Repeat("2026-03-01,1\n", 5000))));
        }

        string path = Path.Combine(_folder, "o.csv.gz");
        await File.WriteAllBytesAsync(path, whole.ToArray()[..30_000]);
        TableRows<OrderLineRow> table = await AnalyticsFiles.OrdersAsync(path, new TableOptions());
        Assert.NotEmpty(table.Rows);
        Assert.Equal("truncated_gzip", table.Rejected[^1].Code);
    }

    [Fact]
    public async Task Mapped_columns_that_are_missing_and_repeated_ones_are_named()
    {
        EcomOpsException missing = await Assert.ThrowsAsync<EcomOpsException>(() => Read("Date,Total\n2026-03-01,1\n", new TableOptions { Columns = new Dictionary<string, string> { ["amount"] = "Sum" } }));
        Assert.Equal("columns_missing", missing.Code);
        Assert.Contains("lacks Sum", missing.Message, StringComparison.Ordinal);
        EcomOpsException repeated = await Assert.ThrowsAsync<EcomOpsException>(() => Read("date,amount,Amount\n2026-03-01,1,2\n", new TableOptions()));
        Assert.Equal("columns_repeated", repeated.Code);
    }

    [Property(MaxTest = 200)]
    public bool Whatever_stands_in_a_file_every_row_is_accepted_or_rejected(NonNull<string> text)
    {
        TableRows<OrderLineRow> table = Read("date,amount\n" + text.Get, new TableOptions()).GetAwaiter().GetResult();
        return table.Read == table.Rows.Count + table.Rejected.Count && table.Rejected.All(r => r.Line >= 2 && r.Remedy.Length > 0);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<TableRows<OrderLineRow>> Read(string text, TableOptions options) => AnalyticsFiles.OrdersAsync(Write("o.csv", text), options);

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
