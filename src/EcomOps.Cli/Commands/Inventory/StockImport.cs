using System.CommandLine;
using System.Globalization;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Core;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Locations;

namespace EcomOps.Cli.Commands.Inventory;

/// <summary><c>ecomops inventory import</c>: what is on hand, into a new or existing ledger.</summary>
internal static class StockImport
{
    private static readonly string[] Columns = ["sku", "location", "quantity", "lot", "expires", "unit_cost"];

    public static Command Create()
    {
        (Argument<string> store, Option<bool> json) = StockFile.Arguments();
        Argument<string> file = new("file") { Description = "CSV with a header, or a JSON array: sku, location, quantity; where you have them lot, expires (2026-12-31), unit_cost (4.50 EUR)." };
        Option<string> reference = new("--reference") { Description = "Number of the opening document; importing the same file again books nothing twice.", DefaultValueFactory = _ => "import" };
        Option<bool> strict = new("--strict") { Description = "Book nothing when any row is bad, and exit with 1." };
        Command command = new("import", """
            Open a stock ledger with what is on hand. Good rows are booked, bad ones are reported with their line; with --strict nothing is booked unless every row is good.

            Example:
              ecomops inventory import stock.db opening.csv --strict
              sku,location,quantity
              TEE-RED-M,AMS-1,120

            Exit code: 0 booked, 1 bad rows with --strict or refused by the ledger, 2 no row could be read.
            """) { store, file, reference, strict, json };
        command.Does((parsed, output, error) =>
        {
            (List<(string Location, ReceiptLine Line)> lines, List<Issue> issues) = Read(parsed.GetValue(file)!);
            bool isJson = parsed.GetValue(json);
            if (!isJson)
            {
                StockFile.Report(error, issues);
            }

            if (lines.Count == 0 || (issues.Count > 0 && parsed.GetValue(strict)))
            {
                error.WriteLine(lines.Count == 0 ? "error: no row could be read; nothing was booked." : string.Create(CultureInfo.InvariantCulture, $"error: {issues.Count} bad rows; nothing was booked."));
                Summary(output, isJson, 0, 0, issues, 0);
                return lines.Count == 0 ? Tool.Unreadable : Tool.Findings;
            }

            return StockFile.Write(parsed.GetValue(store)!, async ledger =>
            {
                Issue[] refused = await BookAsync(ledger, lines, parsed.GetValue(reference)!);
                HashSet<string> failed = [.. refused.Select(r => r.Path.Split(' ')[0])];
                (string Location, ReceiptLine Line)[] booked = [.. lines.Where(l => !failed.Contains(l.Location))];
                if (!isJson)
                {
                    StockFile.Report(error, refused);
                }

                Summary(output, isJson, booked.Length, booked.Sum(l => l.Line.Quantity), [.. issues, .. refused], ledger.Sequence);
                if (issues.Count > 0)
                {
                    error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{issues.Count} bad rows were left out; mend them in a file of their own and import it with another --reference."));
                }

                return refused.Length > 0 ? Tool.Findings : Tool.Fine;
            });
        });
        return command;
    }

    private static void Summary(TextWriter output, bool json, int lines, long units, List<Issue> issues, long sequence)
    {
        if (json)
        {
            Tool.Json(output, new { Booked = lines, Units = units, Rejected = issues.Count, Sequence = sequence, Issues = issues.Select(i => new { i.Code, Place = i.Path, i.Message }) });
        }
        else if (lines > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lines} rows, {units} units booked, sequence {sequence}"));
        }
    }

    // One document for each location; what is refused names its location first.
    private static async Task<Issue[]> BookAsync(StockLedger ledger, List<(string Location, ReceiptLine Line)> lines, string reference)
    {
        foreach (string code in lines.Select(l => l.Location).Distinct().Except(ledger.Locations().Select(l => l.Code)))
        {
            DefinitionOutcome defined = await ledger.DefineAsync(new StockLocation(code));
            if (defined.Issues.Count > 0)
            {
                return [.. defined.Issues.Select(i => i with { Path = code })];
            }
        }

        OpeningStock[] documents = [.. lines.GroupBy(l => l.Location).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new OpeningStock($"{reference}/{g.Key}", g.Key, [.. g.Select(l => l.Line)]))];
        IReadOnlyList<PostingOutcome> outcomes = await ledger.PostAllAsync(documents);
        return [.. outcomes.Zip(documents).SelectMany(o => o.First is PostingRefused refused ? Explain(refused.Refusal, o.Second) : [])];
    }

    private static IEnumerable<Issue> Explain(StockRefusal refusal, OpeningStock document) => refusal switch
    {
        InvalidRequest bad => bad.Issues.Select(i => i with { Path = $"{document.At} {i.Path}" }),
        IdempotencyConflict => [new("reference_used", document.At, $"'{document.Reference}' was imported before with other rows; give this import another --reference. Nothing was booked for it.")],
        _ => [new("not_booked", document.At, $"The file did not take it ({refusal.GetType().Name}); run the same command again.")],
    };

    private static (List<(string Location, ReceiptLine Line)> Lines, List<Issue> Issues) Read(string file)
    {
        var table = StockTable.Read(file, 3, Columns);
        var lines = new List<(string, ReceiptLine)>();
        var seen = new Dictionary<(string, Sku, string?), string>();
        List<Issue> issues = table.Issues;
        foreach (StockRow row in table.Rows)
        {
            int before = issues.Count;
            Sku sku = row.Sku(issues);
            string location = row.Required("location", issues);
            var line = new ReceiptLine(sku, row.Quantity("quantity", 1, issues)) { Lot = row.Text("lot"), Expires = row.Date("expires", issues), UnitCost = row.Amount("unit_cost", issues) };
            if (line.Expires is not null && line.Lot is null)
            {
                issues.Add(new("lot_missing", row.Place, "A date of expiry belongs to a lot; fill in lot."));
            }

            if (issues.Count == before && !seen.TryAdd((location, sku, line.Lot), row.Place))
            {
                issues.Add(new("row_twice", row.Place, $"'{sku}' at '{location}' stands on {seen[(location, sku, line.Lot)]} already; add the two up."));
            }

            if (issues.Count == before)
            {
                lines.Add((location, line));
            }
        }

        return (lines, issues);
    }
}
