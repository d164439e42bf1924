using System.CommandLine;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Core;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Sqlite;
using NodaTime;

namespace EcomOps.Cli.Commands.Inventory;

/// <summary>The SQLite file that the stock commands work on.</summary>
internal static class StockFile
{
    // The tool is a host: it is its clock.
#pragma warning disable RS0030
    public static IClock Clock => SystemClock.Instance;
#pragma warning restore RS0030

    public static (Argument<string> Store, Option<bool> Json) Arguments() =>
        (new("store") { Description = "SQLite file of the stock ledger." }, new("--json") { Description = "Print JSON." });

    // Reading a file that is not there would create an empty one.
    public static int Read(string path, Func<StockLedger, Task<int>> work) => File.Exists(path)
        ? Write(path, work)
        : throw new ToolFailure($"there is no stock file '{path}'; make one with 'ecomops inventory import {path} opening.csv'.");

    public static int Write(string path, Func<StockLedger, Task<int>> work) => Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path)))
        ? WithAsync(path, work).GetAwaiter().GetResult()
        : throw new ToolFailure($"the folder of '{path}' does not exist; create it first.");

    public static void Report(TextWriter output, IEnumerable<Issue> issues)
    {
        foreach (Issue issue in issues)
        {
            output.WriteLine(issue.ToString());
        }
    }

    private static async Task<int> WithAsync(string path, Func<StockLedger, Task<int>> work)
    {
        await using SqliteStockStore store = SqliteStockStore.At(path);
        await using StockLedger ledger = await StockLedger.OpenAsync(store, Clock);
        return await work(ledger);
    }
}
