using System.CommandLine;
using System.Globalization;
using EcomOps.Cli.Commands.Catalog;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Core;
using EcomOps.Inventory.Costing;
using EcomOps.Inventory.Counting;
using EcomOps.Inventory.Ledger;

namespace EcomOps.Cli.Commands.Inventory;

/// <summary><c>ecomops inventory count post</c>: judges counted sheets and books the differences.</summary>
internal static class CountPost
{
    public static Command Create()
    {
        (Argument<string> store, Option<bool> json) = StockFile.Arguments();
        Argument<string[]> files = new("sheets") { Description = "Counted sheet, and those of second and third counts after it: sku, location, quantity; where you have them lot, counter, counted_at (sequence).", Arity = ArgumentArity.OneOrMore };
        Option<long?> sequence = new("--sequence") { Description = "Sequence of the printed sheet; by default the ledger has not moved since." };
        Option<string> reference = new("--reference") { Description = "Number of the count; booking it again books nothing twice.", Required = true };
        Option<bool> stocktake = new("--stocktake") { Description = "One count is enough: book it whatever it says." };
        Option<string?> approveOver = new("--approve-over") { Description = "Worth of all differences above which --approved-by is needed, for example \"500 EUR\"." };
        Option<string?> approvedBy = new("--approved-by") { Description = "Who approved it; nobody who counted." };
        Option<bool> dryRun = new("--dry-run") { Description = "Report only." };
        Option<string?> usage = CountClasses.Option();
        Command command = new("post", """
            Judge counted sheets against the book as it was, and book the differences with the reason cycle_count.

            Example:
              ecomops inventory count post stock.db sheet.csv --sequence 42 --reference COUNT-42 --dry-run

            Exit code: 0 booked (or all well with --dry-run), 1 bad lines, recounts, decisions or approval needed; nothing is booked then, 2 misuse.
            """) { store, files, sequence, reference, stocktake, approveOver, approvedBy, dryRun, usage, json };
        command.Does((parsed, output, error) => StockFile.Read(parsed.GetValue(store)!, async ledger =>
        {
            string[] sheets = parsed.GetValue(files)!;
            Money? limit = parsed.GetValue(approveOver) is { } text ? CatalogAmount.Read(text) ?? throw new ToolFailure($"'{text}' is no amount; write \"500 EUR\".") : null;
            (List<CountedLine> lines, List<string> places, List<Issue> issues) = Read(sheets[0]);
            var options = new CountOptions { MaximumCounts = parsed.GetValue(stocktake) ? 1 : 3, ApprovalOver = limit };
            CountSheet sheet = await OpenAsync(ledger, parsed.GetValue(sequence), [.. lines.Select(l => l.Location).Distinct()]);
            (IReadOnlyDictionary<Sku, CountClass> classes, _) = await CountClasses.OfAsync(ledger, parsed.GetValue(usage), StockFile.Clock.GetCurrentInstant().InUtc().Date);
            CountReport report = await sheet.EvaluateAsync(ledger, lines, classes, options, await CostsAsync(ledger, limit));
            issues.AddRange(InFile(report.Issues, places));
            foreach (string next in sheets[1..])
            {
                (lines, places, List<Issue> more) = Read(next);
                report = await sheet.RecountAsync(ledger, report with { Issues = [] }, lines);
                issues.AddRange(more.Concat(InFile(report.Issues, places)).Select(i => i with { Path = $"{Path.GetFileName(next)} {i.Path}" }));
            }

            report = report with { Issues = issues };
            CountPostingOutcome outcome = parsed.GetValue(dryRun) ? report.IsSettled ? new CountPosted([]) : report.Issues.Count > 0 ? new CountRefused(report.Issues, []) : new CountUnsettled([.. report.Recounts], [.. report.Escalated])
                : await report.PostAsync(ledger, new(parsed.GetValue(reference)!, "cycle_count") { ApprovedBy = parsed.GetValue(approvedBy) });
            CountOutput.Write(output, error, report, outcome, parsed.GetValue(json), parsed.GetValue(dryRun));
            return outcome is CountPosted ? Tool.Fine : Tool.Findings;
        }));
        return command;
    }

    private static async Task<CountSheet> OpenAsync(StockLedger ledger, long? sequence, string[] locations)
    {
        try
        {
            return sequence is { } at ? await CountSheet.ReopenAsync(ledger, at, locations) : CountSheet.Open(ledger, locations);
        }
        catch (ArgumentOutOfRangeException unknown)
        {
            throw new ToolFailure("--sequence: " + unknown.Message.Split(" (Parameter")[0]);
        }
    }

    private static async Task<IReadOnlyDictionary<Sku, Money>?> CostsAsync(StockLedger ledger, Money? limit)
    {
        if (limit is null)
        {
            return null;
        }

        var costs = new CostLedger(CostMethod.MovingAverage);
        await costs.CatchUpAsync(ledger);
        return ledger.Items().Select(i => costs.ValueOf(i.Sku)).Where(v => v is { Quantity: > 0, Value: not null, UnitsWithoutCost: 0 }).ToDictionary(v => v.Sku, v => v.Value!.Value * (1m / v.Quantity));
    }

    // The report numbers the lines that it was given; people look for the line of their file.
    private static IEnumerable<Issue> InFile(IEnumerable<Issue> issues, List<string> places) =>
        issues.Select(i => i with { Path = places[int.Parse(i.Path.AsSpan("line ".Length), CultureInfo.InvariantCulture) - 1] });

    // A row whose quantity was left empty was not counted.
    private static (List<CountedLine> Lines, List<string> Places, List<Issue> Issues) Read(string file)
    {
        var table = StockTable.Read(file, 3, "sku", "location", "quantity", "lot", "counter", "counted_at");
        var lines = new List<CountedLine>();
        var places = new List<string>();
        foreach (StockRow row in table.Rows.Where(r => r.Text("quantity") is not null))
        {
            int before = table.Issues.Count;
            Sku sku = row.Sku(table.Issues);
            string location = row.Required("location", table.Issues);
            long quantity = row.Quantity("quantity", 0, table.Issues);
            long? at = row.Text("counted_at") is null ? null : row.Quantity("counted_at", 0, table.Issues);
            if (table.Issues.Count == before)
            {
                lines.Add(new(location, sku, quantity) { Lot = row.Text("lot"), Counter = row.Text("counter"), CountedAt = at });
                places.Add(row.Place);
            }
        }

        return lines.Count > 0 ? (lines, places, table.Issues) : throw new ToolFailure($"no counted line of '{file}' could be read.{string.Concat(table.Issues.Select(i => "\n" + i))}");
    }
}
