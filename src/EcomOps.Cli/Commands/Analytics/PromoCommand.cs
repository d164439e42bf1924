using System.CommandLine;
using System.Globalization;
using EcomOps.Analytics.Promotions;
using EcomOps.Cli.Commands.Files;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Core;
using EcomOps.Formats.Analytics;
using EcomOps.Formats.Tables;
using NodaTime;

namespace EcomOps.Cli.Commands.Analytics;

internal static class PromoCommand
{
    public static Command Create()
    {
        Argument<string> sales = new("sales") { Description = "Weekly sales (.csv, .jsonl, .parquet): sku, date, units, price (regular), unit_cost. A missing week is a week without sales." };
        Argument<string> promotions = new("promotions") { Description = "Promotions: id, sku, from, weeks, discount (share of the price), and fixed_cost." };
        Option<string[]> substitutes = new("--substitute") { Description = "Product and the one that loses when it is promoted, such as TEE-RED=TEE-BLUE. May be repeated.", AllowMultipleArgumentsPerToken = true };
        Option<string[]> complements = new("--complement") { Description = "Product and the one that gains when it is promoted. May be repeated.", AllowMultipleArgumentsPerToken = true };
        Option<bool> json = new("--json") { Description = "Print JSON." };
        TableFileInput files = new();
        Command command = new("promo", """
            Tell what promotions really brought: units beyond what would have sold anyway, pulled forward, taken from substitutes, and the margin left.

            Example:
              ecomops analytics promo weekly.csv promotions.csv --substitute A=B

            Exit code: 0 done, 1 rows rejected with --strict, 2 nothing readable or no product without promotion to compare with.
            """) { sales, promotions, substitutes, complements };
        files.AddTo(command);
        command.Add(json);
        command.Does((parsed, output, error) =>
        {
            TableOptions options = files.Options(parsed);
            TableRows<WeeklySalesRow> weeks = TableFileInput.Readable(AnalyticsFiles.WeeklySalesAsync(parsed.GetValue(sales)!, options));
            TableRows<PromotionEventRow> events = TableFileInput.Readable(AnalyticsFiles.PromotionEventsAsync(parsed.GetValue(promotions)!, options));
            TableFileInput.Report(error, weeks);
            TableFileInput.Report(error, events);
            PromotionStudy study = Study(weeks, events, Pairs(parsed.GetValue(substitutes)), Pairs(parsed.GetValue(complements)));
            IReadOnlyList<Issue> issues = PromotionAnalysis.Validate(study);
            foreach (Issue issue in issues)
            {
                error.WriteLine(issue.ToString());
            }

            if (issues.Any(i => i.Severity == Severity.Error))
            {
                throw new ToolFailure("The promotions cannot be analysed; mend what is named above.");
            }

            IReadOnlyList<PromotionEffect> effects = PromotionAnalysis.Analyse(study);
            if (parsed.GetValue(json))
            {
                Tool.Json(output, effects.Select(e => new
                {
                    e.Event.Id,
                    e.Event.Sku,
                    e.Method,
                    e.ActualUnits,
                    e.Baseline,
                    e.Uplift,
                    e.PullForward,
                    e.Cannibalised,
                    e.Halo,
                    e.NetOwn,
                    e.NetCategory,
                    Subsidy = e.Subsidy.Amount,
                    SubsidyLow = e.SubsidyInterval.Low.Amount,
                    SubsidyHigh = e.SubsidyInterval.High.Amount,
                    IncrementalMargin = e.IncrementalMargin.Amount,
                    MarginLow = e.MarginInterval.Low.Amount,
                    MarginHigh = e.MarginInterval.High.Amount,
                    e.BreakEvenLift,
                    e.PValue,
                    e.AdjustedPValue,
                    Warnings = e.Warnings.Select(w => w.ToString()),
                }));
            }
            else
            {
                Print(output, effects);
            }

            return files.IsStrict(parsed) && weeks.Rejected.Count + events.Rejected.Count > 0 ? Tool.Findings : Tool.Fine;
        });
        return command;
    }

    private static PromotionStudy Study(
        TableRows<WeeklySalesRow> weeks, TableRows<PromotionEventRow> events, Dictionary<string, IReadOnlyList<string>> substitutes, Dictionary<string, IReadOnlyList<string>> complements)
    {
        LocalDate first = Monday(weeks.Rows.Min(r => r.Day));
        int count = Week(first, weeks.Rows.Max(r => r.Day)) + 1;
        ProductSeries[] products = [.. weeks.Rows.GroupBy(r => r.Sku, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g =>
        {
            long[] units = new long[count];
            foreach (WeeklySalesRow row in g)
            {
                units[Week(first, row.Day)] += row.Units;
            }

            WeeklySalesRow last = g.MaxBy(r => r.Day)!;
            return new ProductSeries(g.Key, last.Price, last.UnitCost, units);
        })];
        HashSet<string> touched = new(events.Rows.Select(e => e.Sku).Concat(substitutes.Values.SelectMany(v => v)).Concat(complements.Values.SelectMany(v => v)), StringComparer.Ordinal);
        return new PromotionStudy(
            products,
            [.. events.Rows.Select(e => new PromotionEvent(e.Id, e.Sku, e.From < first ? -1 : Week(first, e.From), e.Weeks, e.Discount, e.FixedCost))],
            [.. products.Select(p => p.Sku).Where(sku => !touched.Contains(sku))])
        {
            Substitutes = substitutes,
            Complements = complements,
        };
    }

    private static LocalDate Monday(LocalDate day) => day.PlusDays(-((int)day.DayOfWeek - 1));

    private static int Week(LocalDate first, LocalDate day) => Period.DaysBetween(first, day) / 7;

    private static Dictionary<string, IReadOnlyList<string>> Pairs(string[]? texts) => (texts ?? []).SelectMany(t => t.Split(',')).Select(t => t.Split('=') is [{ Length: > 0 } from, { Length: > 0 } to]
            ? (From: from.Trim(), To: to.Trim()) : throw new ToolFailure($"'{t}' is no pair of products; write A=B."))
        .GroupBy(p => p.From, StringComparer.Ordinal).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(p => p.To)], StringComparer.Ordinal);

    private static void Print(TextWriter output, IReadOnlyList<PromotionEffect> effects)
    {
        Tool.Table(output, [["promotion", "sku", "sold", "baseline", "uplift", "90 % interval", "pulled", "taken", "halo", "margin", "90 % interval"], .. effects.Select(e => new[]
        {
            e.Event.Id, e.Event.Sku, Tool.Count(e.ActualUnits), Number(e.Baseline.Units), Number(e.Uplift.Units), $"{Number(e.Uplift.Low)} to {Number(e.Uplift.High)}", Number(e.PullForward.Units), Number(e.Cannibalised.Units), Number(e.Halo.Units),
            Tool.Amount(e.IncrementalMargin.Amount), $"{Tool.Amount(e.MarginInterval.Low.Amount)} to {Tool.Amount(e.MarginInterval.High.Amount)}",
        })], 2, 3, 4, 5, 6, 7, 8, 9, 10);
        foreach (PromotionEffect effect in effects)
        {
            string verdict = effect.MarginInterval.Low.Amount > 0 ? "earned money" : effect.MarginInterval.High.Amount < 0 ? "lost money" : "is not shown to have earned or lost money";
            output.WriteLine($"{effect.Event.Id}: {verdict}{(effect.BreakEvenLift is { } lift ? $"; it needed {Tool.Percent(lift)} more units to break even" : "; at this discount no lift can pay")}.");
            foreach (Issue warning in effect.Warnings)
            {
                output.WriteLine("  " + warning);
            }
        }
    }

    private static string Number(double value) => value.ToString("#,##0", CultureInfo.InvariantCulture);
}
