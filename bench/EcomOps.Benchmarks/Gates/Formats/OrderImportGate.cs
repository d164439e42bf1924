using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using EcomOps.Formats.Orders;
using EcomOps.Formats.Settings;
using EcomOps.Operations.History;
using EcomOps.Operations.Importing;
using EcomOps.Operations.Settings;
using EcomOps.Operations.Sqlite;
using EcomOps.Testing.Shop;

namespace EcomOps.Benchmarks.Gates.Formats;

/// <summary>Half a million order lines from a compressed file into a history and a state file and back, and the simulated shop.</summary>
public sealed class OrderImportGate : IGate
{
    private const int Lines = 541_909;

    public string Name => "formats/order-import";

    public IEnumerable<GateResult> Measure()
    {
        StoreSettings settings = ((StoreRead)StoreFile.Parse("name: Shop\ncurrency: EUR\nzone: Europe/Amsterdam\n")).Settings;
        string folder = Directory.CreateTempSubdirectory("ecomops-gate-").FullName;
        try
        {
            string file = Path.Combine(folder, "orders.csv.gz");
            WriteFile(file);
            OrderImport import = null!;
            yield return Seconds("read", 4, () => import = OrderFile.ReadAsync(file, settings).GetAwaiter().GetResult());
            ShopHistory history = null!;
            yield return Seconds("history", 4, () => history = OrderHistory.Build(settings, "orders", import.Rows, OrderHistory.Summarise(settings, import)));
            yield return GateResult.AtMost($"{Name}/memory-after", GC.GetTotalMemory(forceFullCollection: true) / 1e6, "MB", 500);
            SqliteShopState state = SqliteShopState.OpenAsync(Path.Combine(folder, "state.db")).GetAwaiter().GetResult();
            try
            {
                yield return Seconds("keep", 15, () => state.ImportAsync(import, default).GetAwaiter().GetResult());
                yield return Seconds("keep-again", 10, () => state.ImportAsync(import, default).GetAwaiter().GetResult());
                yield return Seconds("load", 8, () => state.LoadRowsAsync(default).GetAwaiter().GetResult());
            }
            finally
            {
                state.DisposeAsync().AsTask().GetAwaiter().GetResult();
            }

            GC.KeepAlive(history);
            yield return Seconds("simulate-18-months", 5, () => new ShopSimulator(7).HistoryAt(ShopSimulator.InitialMonths));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private GateResult Seconds(string what, double target, Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return GateResult.AtMost($"{Name}/{what}", Stopwatch.GetElapsedTime(start).TotalSeconds, "s", target);
    }

    private static void WriteFile(string path)
    {
        using var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        using var writer = new StreamWriter(gzip, new UTF8Encoding(false));
        writer.Write("order_id,sku,quantity,placed_at,unit_price,title,customer_id,country\n");
        var start = new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
        for (int i = 0; i < Lines; i++)
        {
            string at = start.AddMinutes(i / 21 * 13).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{500_000 + (i / 21)},SKU-{i * 7919L % 3958},{1 + (i % 12)},{at},{(i * 31 % 2000) / 100m:0.00},\"Item, number {i * 7919L % 3958}\",{(i / 21 % 4 == 0 ? "" : (12_000 + (i / 21 * 17 % 4372)).ToString(CultureInfo.InvariantCulture))},GB\n"));
        }
    }
}
