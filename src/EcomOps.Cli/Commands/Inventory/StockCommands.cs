using System.CommandLine;
using System.Globalization;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Core;
using EcomOps.Inventory.Ledger;
using EcomOps.Inventory.Locations;
using EcomOps.Inventory.Sqlite;
using NodaTime;

namespace EcomOps.Cli.Commands.Inventory;

/// <summary><c>ecomops inventory import|balances|atp|verify</c> over a SQLite stock file.</summary>
internal static class StockCommands
{
    public static IEnumerable<Command> Create() => [Import(), Balances(), Available(), Verify()];

    private static Command Import()
    {
        (Argument<string> store, Option<bool> json) = Common();
        Argument<string> file = new("file") { Description = "CSV with the header sku,location,quantity." };
        Option<string> reference = new("--reference") { Description = "Number of the opening document; importing it again books nothing twice.", DefaultValueFactory = _ => "import" };
        Command command = new("import", """
            Open a stock ledger with what is on hand. All bad lines are reported at once; nothing is booked unless every line is good.

            Example:
              ecomops inventory import stock.db opening.csv
            """) { store, file, reference, json };
        command.Does((parsed, output, error) =>
        {
            (List<(string Location, ReceiptLine Line)> lines, List<Issue> issues) = Read(parsed.GetValue(file)!);
            if (issues.Count > 0)
            {
                issues.ForEach(i => error.WriteLine(i.ToString()));
                return Tool.Unreadable;
            }

            return With(parsed.GetValue(store)!, async ledger =>
            {
                foreach (string code in lines.Select(l => l.Location).Distinct().Except(ledger.Locations().Select(l => l.Code)))
                {
                    Report(error, (await ledger.DefineAsync(new StockLocation(code))).Issues);
                }

                IReadOnlyList<PostingOutcome> outcomes = await ledger.PostAllAsync(lines.GroupBy(l => l.Location).OrderBy(g => g.Key, StringComparer.Ordinal)
                    .Select(g => new OpeningStock($"{parsed.GetValue(reference)}/{g.Key}", g.Key, [.. g.Select(l => l.Line)])));
                Issue[] refused = [.. outcomes.OfType<PostingRefused>().SelectMany(r => r.Refusal is InvalidRequest bad ? bad.Issues : [new Issue("not_booked", "store", r.Refusal.ToString())])];
                Report(error, refused);
                output.WriteLine($"{lines.Count} lines, {lines.Sum(l => l.Line.Quantity)} units, sequence {ledger.Sequence}");
                return refused.Length > 0 ? Tool.Findings : Tool.Fine;
            });
        });
        return command;
    }

    private static Command Balances()
    {
        (Argument<string> store, Option<bool> json) = Common();
        Command command = new("balances", """
            Show on hand, held, committed and available units of every item.

            Example:
              ecomops inventory balances stock.db --json
            """) { store, json };
        command.Does((parsed, output, _) => With(parsed.GetValue(store)!, ledger =>
        {
            StockBalance[] rows = [.. ledger.Items().Select(i => ledger.Balance(i.Sku))];
            if (parsed.GetValue(json))
            {
                Tool.Json(output, rows.Select(r => new { Sku = r.Sku.Value, r.OnHand, r.Sellable, r.Held, r.Committed, r.Available, r.Incoming, r.InTransit }));
            }
            else
            {
                Tool.Table(output, [["sku", "on hand", "held", "committed", "available"], .. rows.Select(r => new[] { r.Sku.Value, Text(r.OnHand), Text(r.Held), Text(r.Committed), Text(r.Available) })], 1, 2, 3, 4);
            }

            return Task.FromResult(Tool.Fine);
        }));
        return command;
    }

    private static Command Available()
    {
        (Argument<string> store, Option<bool> json) = Common();
        Argument<string> sku = new("sku") { Description = "The item or kit." };
        Option<string?> channel = new("--channel") { Description = "Sales channel whose share, quota and buffer apply." };
        Option<string?> pool = new("--pool") { Description = "Pool or location." };
        Command command = new("atp", """
            Show how many units may be promised now.

            Example:
              ecomops inventory atp stock.db TEE-RED-M --channel web
            """) { store, sku, channel, pool, json };
        command.Does((parsed, output, _) => With(parsed.GetValue(store)!, ledger =>
        {
            try
            {
                string code = parsed.GetValue(sku)!;
                long units = Sku.IsValid(code) ? ledger.AvailableToPromise(code, parsed.GetValue(channel), parsed.GetValue(pool)) : throw new ToolFailure($"'{code}' is not a SKU.");
                if (parsed.GetValue(json))
                {
                    Tool.Json(output, new { Sku = code, Channel = parsed.GetValue(channel), Pool = parsed.GetValue(pool), AvailableToPromise = units });
                }
                else
                {
                    output.WriteLine(Text(units));
                }

                return Task.FromResult(Tool.Fine);
            }
            catch (ArgumentException unknown)
            {
                throw new ToolFailure(unknown.Message);
            }
        }));
        return command;
    }

    private static Command Verify()
    {
        (Argument<string> store, Option<bool> json) = Common();
        Command command = new("verify", """
            Prove the balances from the movements.

            Example:
              ecomops inventory verify stock.db

            Exit code: 0 sound, 1 differences, 2 not readable.
            """) { store, json };
        command.Does((parsed, output, _) => With(parsed.GetValue(store)!, async ledger =>
        {
            StockVerification proof = await ledger.VerifyAsync();
            if (parsed.GetValue(json))
            {
                Tool.Json(output, new { proof.IsClean, proof.Sequence, proof.Movements, proof.Lines, proof.Claims, proof.Batches, proof.Issues });
            }
            else
            {
                output.WriteLine($"{(proof.IsClean ? "sound" : "DIFFERENCES")}: {proof.Movements} movements, {proof.Lines} lines, {proof.Claims} claims, {proof.Batches} batches up to sequence {proof.Sequence}");
                Report(output, proof.Issues);
            }

            return proof.IsClean ? Tool.Fine : Tool.Findings;
        }));
        return command;
    }

    private static (Argument<string> Store, Option<bool> Json) Common() =>
        (new("store") { Description = "SQLite file of the stock ledger." }, new("--json") { Description = "Print JSON." });

    private static int With(string path, Func<StockLedger, Task<int>> work) => WithAsync(path, work).GetAwaiter().GetResult();

    private static async Task<int> WithAsync(string path, Func<StockLedger, Task<int>> work)
    {
        await using SqliteStockStore store = SqliteStockStore.At(path);
#pragma warning disable RS0030 // The tool is a host: it is its clock.
        await using StockLedger ledger = await StockLedger.OpenAsync(store, SystemClock.Instance);
#pragma warning restore RS0030
        return await work(ledger);
    }

    private static (List<(string Location, ReceiptLine Line)> Lines, List<Issue> Issues) Read(string file)
    {
        var lines = new List<(string, ReceiptLine)>();
        var issues = new List<Issue>();
        int number = 0;
        foreach (string text in File.ReadLines(file))
        {
            string[] cells = [.. text.Split(',').Select(c => c.Trim())];
            if (++number == 1 && cells.SequenceEqual(["sku", "location", "quantity"]))
            {
                continue;
            }

            if (text.Length == 0)
            {
                continue;
            }

            if (cells.Length == 3 && Sku.IsValid(cells[0]) && cells[1].Length > 0 && long.TryParse(cells[2], NumberStyles.None, CultureInfo.InvariantCulture, out long quantity) && quantity > 0)
            {
                lines.Add((cells[1], new ReceiptLine(cells[0], quantity)));
            }
            else
            {
                issues.Add(new("line_unreadable", $"line {number}", "Write sku,location,quantity with a whole quantity of 1 or more."));
            }
        }

        return (lines, issues);
    }

    private static void Report(TextWriter output, IEnumerable<Issue> issues)
    {
        foreach (Issue issue in issues)
        {
            output.WriteLine(issue.ToString());
        }
    }

    private static string Text(long units) => units.ToString(CultureInfo.InvariantCulture);
}
