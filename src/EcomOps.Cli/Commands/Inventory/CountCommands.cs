using System.CommandLine;
using System.Globalization;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Core;
using EcomOps.Inventory.Counting;
using EcomOps.Inventory.Ledger;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Cli.Commands.Inventory;

/// <summary><c>ecomops inventory count plan|sheet|post</c>.</summary>
internal static class CountCommands
{
    public static Command Create() => new("count", "Plan counts, print blind sheets, and book what was counted.") { Plan(), Sheet(), CountPost.Create() };

    private static Command Plan()
    {
        (Argument<string> store, Option<bool> json) = StockFile.Arguments();
        Option<string?> from = new("--from") { Description = "First day, for example 2026-12-01; today (UTC) by default." };
        Option<int> days = new("--days") { Description = "Days to show, 1 to 366.", DefaultValueFactory = _ => 7 };
        Option<string?> usage = CountClasses.Option();
        Option<string[]> zone = new("--zone") { Description = "Locations to sweep on the first day.", AllowMultipleArgumentsPerToken = true };
        Option<bool> zero = new("--zero") { Description = "Also records whose book fell to 0." };
        Option<bool> shortPicks = new("--short-picks") { Description = $"Also records of adjustments with the reason {CountPlan.ShortPickReason}." };
        Option<int> random = new("--random") { Description = "Also so many random records." };
        Option<int> seed = new("--seed") { Description = "Seed of the random sample.", DefaultValueFactory = _ => 1 };
        Command command = new("plan", """
            Plan cycle counts: A items 4 times a year, B twice, C once, spread over Monday to Friday; other triggers on the first day.

            Example:
              ecomops inventory count plan stock.db --from 2026-12-01 --days 5 --zero
            """) { store, from, days, usage, zone, zero, shortPicks, random, seed, json };
        command.Does((parsed, output, error) => StockFile.Read(parsed.GetValue(store)!, async ledger =>
        {
            LocalDate first = Day(parsed.GetValue(from));
            int shown = parsed.GetValue(days) is >= 1 and <= 366 and var d ? d : throw new ToolFailure("--days is 1 to 366.");
            MustKnow(ledger, parsed.GetValue(zone) ?? []);
            (IReadOnlyDictionary<Sku, CountClass> classes, string basis) = await CountClasses.OfAsync(ledger, parsed.GetValue(usage), first);
            (Sku Sku, string Location)[] records = [.. CountSheet.Open(ledger, [.. ledger.Locations().Select(l => l.Code)]).Records.Select(r => (r.Sku, r.Location)).Distinct()];
            LocalDate[] year = [.. Enumerable.Range(0, 364).Select(first.PlusDays).Where(day => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday))];
            List<IReadOnlyList<PlannedCount>> plans = [CountPlan.ForYear(records, classes, year), CountPlan.Zone(ledger, first, parsed.GetValue(zone) ?? [], classes)];
            plans.AddRange(parsed.GetValue(zero) ? [CountPlan.AtZero(ledger, first, classes: classes)] : []);
            plans.AddRange(parsed.GetValue(shortPicks) ? [await CountPlan.AfterShortPicksAsync(ledger, first, classes: classes)] : []);
            plans.AddRange(parsed.GetValue(random) > 0 ? [CountPlan.Random(records, first, parsed.GetValue(random), parsed.GetValue(seed), classes)] : []);
            PlannedCount[] counts = [.. CountPlan.Merge(plans).Where(c => c.Day < first.PlusDays(shown))];
            if (parsed.GetValue(json))
            {
                Tool.Json(output, new { Classes = basis, Counts = counts.Select(c => new { Day = Iso(c.Day), c.Location, Sku = c.Sku.Value, Class = c.Class.ToString(), Trigger = c.Trigger.ToString() }) });
            }
            else
            {
                Tool.Table(output, [["day", "location", "sku", "class", "trigger"], .. counts.Select(c => new[] { Iso(c.Day), c.Location, c.Sku.Value, c.Class.ToString(), c.Trigger.ToString() })]);
                error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{counts.Length} counts in {shown} days; {basis}"));
            }

            return Tool.Fine;
        }));
        return command;
    }

    private static Command Sheet()
    {
        (Argument<string> store, Option<bool> json) = StockFile.Arguments();
        Option<string[]> location = new("--location") { Description = "Locations to count; all by default.", AllowMultipleArgumentsPerToken = true };
        Command command = new("sheet", """
            Print a blind sheet: what to count, without quantities. Keep its sequence: movements after it make no false differences.

            Example:
              ecomops inventory count sheet stock.db --location AMS-1 > sheet.csv
            """) { store, location, json };
        command.Does((parsed, output, error) => StockFile.Read(parsed.GetValue(store)!, ledger =>
        {
            string[] places = parsed.GetValue(location) is { Length: > 0 } given ? given : [.. ledger.Locations().Select(l => l.Code)];
            MustKnow(ledger, places);
            CountSheet sheet = CountSheet.Open(ledger, places);
            if (parsed.GetValue(json))
            {
                Tool.Json(output, new { sheet.Sequence, Records = sheet.Records.Select(r => new { r.Location, Sku = r.Sku.Value, r.Lot }) });
            }
            else
            {
                output.WriteLine("sku,location,lot,quantity,counter,counted_at");
                foreach (CountRecord record in sheet.Records)
                {
                    output.WriteLine(string.Join(',', [Cell(record.Sku.Value), Cell(record.Location), Cell(record.Lot ?? string.Empty), "", "", ""]));
                }

                error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sheet.Records.Count} records; book it with: ecomops inventory count post {parsed.GetValue(store)} sheet.csv --sequence {sheet.Sequence} --reference COUNT-{sheet.Sequence}"));
            }

            return Task.FromResult(Tool.Fine);
        }));
        return command;
    }

    private static void MustKnow(StockLedger ledger, IEnumerable<string> locations)
    {
        if (locations.Except(ledger.Locations().Select(l => l.Code)).ToArray() is { Length: > 0 } unknown)
        {
            throw new ToolFailure($"'{string.Join("', '", unknown)}' is not a location; there are {string.Join(", ", ledger.Locations().Select(l => l.Code))}.");
        }
    }

    private static LocalDate Day(string? text) => text is null ? StockFile.Clock.GetCurrentInstant().InUtc().Date
        : LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value : throw new ToolFailure($"'{text}' is no date; write 2026-12-01.");

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static string Cell(string text) => text.AsSpan().IndexOfAny(",;\"") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
