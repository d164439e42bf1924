using System.CommandLine;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Core;
using EcomOps.Inventory.Costing;
using EcomOps.Inventory.Counting;
using EcomOps.Inventory.Ledger;
using NodaTime;

namespace EcomOps.Cli.Commands.Inventory;

/// <summary>Classes of items by annual usage value: from a file, or from what the ledger shipped in the last year at cost.</summary>
internal static class CountClasses
{
    public static Option<string?> Option() => new("--usage") { Description = "CSV or JSON of sku and annual_value, in one currency; by default what was shipped in the year before, at cost." };

    public static async Task<(IReadOnlyDictionary<Sku, CountClass> Classes, string Basis)> OfAsync(StockLedger ledger, string? file, LocalDate today)
    {
        Dictionary<Sku, decimal> usage = file is null ? await ShippedAsync(ledger, today) : Read(file);
        return usage.Values.Sum() == 0
            ? (new Dictionary<Sku, CountClass>(), "no usage is known, so every item is class C; give --usage")
            : (new CountOptions().Classify(usage), file is null ? "classes by units shipped in the last year at cost" : $"classes by {Path.GetFileName(file)}");
    }

    private static async Task<Dictionary<Sku, decimal>> ShippedAsync(StockLedger ledger, LocalDate today)
    {
        var costs = new CostLedger(CostMethod.MovingAverage);
        await costs.CatchUpAsync(ledger);
        Instant since = today.PlusDays(-365).AtMidnight().InUtc().ToInstant();
        return ledger.Items().ToDictionary(i => i.Sku, i => costs.CostsOf(i.Sku).Where(c => c.Kind == MovementKind.Ship && c.EffectiveAt >= since).Sum(c => c.Cost?.Amount ?? 0m));
    }

    private static Dictionary<Sku, decimal> Read(string file)
    {
        var table = StockTable.Read(file, 2, "sku", "annual_value");
        var usage = new Dictionary<Sku, decimal>();
        foreach (StockRow row in table.Rows)
        {
            Sku sku = row.Sku(table.Issues);
            string text = row.Required("annual_value", table.Issues);
            if (!decimal.TryParse(text, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out decimal value) && text.Length > 0)
            {
                table.Issues.Add(new("amount_unreadable", row.Place, $"annual_value '{text}': give a number of 0 or more."));
            }
            else if (!sku.IsEmpty && !usage.TryAdd(sku, value))
            {
                table.Issues.Add(new("row_twice", row.Place, $"'{sku}' stands on an earlier line; add the two up."));
            }
        }

        return table.Issues.Count == 0 ? usage : throw new ToolFailure($"'{file}' cannot be used:\n{string.Join('\n', table.Issues)}");
    }
}
