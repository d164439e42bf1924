using System.CommandLine;
using System.Globalization;
using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Segments;
using EcomOps.Cli.Commands.Files;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Core;
using EcomOps.Formats.Analytics;
using EcomOps.Formats.Tables;
using NodaTime;

namespace EcomOps.Cli.Commands.Analytics;

internal static class RfmCommand
{
    public static Command Create()
    {
        OrdersInput input = new();
        Option<string> rules = new("--rules") { Description = "basic4, shopify11 or cran10.", DefaultValueFactory = _ => "basic4" };
        RfmScale scale = new();
        Option<string?> file = new("--out") { Description = "Write every customer with scores and segment, .csv or .jsonl." };
        Command command = new("rfm", """
            Score customers by recency, frequency and monetary value, and put them into segments, each with a campaign brief.

            Examples:
              ecomops analytics rfm orders.csv --rules shopify11 --out customers.csv
              ecomops analytics rfm orders.csv --before 2026-09-30 2026-10-31

            Exit code: 0 done, 1 rows rejected with --strict, 2 nothing readable.
            """);
        input.AddTo(command);
        command.Add(rules);
        scale.AddTo(command);
        command.Add(file);
        command.Does((parsed, output, error) =>
        {
            RfmRuleSet set = Rules(parsed.GetValue(rules)!);
            TableRows<OrderLineRow> table = input.Read(parsed, error);
            CustomerOrders orders = input.Customers(parsed, table, error);
            LocalDate asOf = input.AsOf(parsed, orders);
            LocalDate[] before = scale.Before(parsed, asOf);
            RfmOptions options = scale.Options(parsed, orders, asOf);
            if (asOf < orders.FirstDay)
            {
                throw new ToolFailure($"Nobody had ordered by {asOf:uuuu-MM-dd}; give a later --as-of.");
            }

            RfmSegmentation segments = Rfm.Score(orders, asOf, options).Segment(set);
            IReadOnlyList<SegmentMigration> moves = SegmentMigration.Series([.. before.Select(day => Rfm.Score(orders, day, options).Segment(set)), segments]);
            if (parsed.GetValue(file) is { } path)
            {
                ResultFile.Write(path, ["customer_id", "recency_days", "orders", "monetary", "r", "f", "m", "segment"], segments.Customers.Select(c => new[]
                {
                    c.Customer.CustomerId, Number(c.Customer.RecencyDays), Number(c.Customer.Frequency), c.Customer.Monetary.Amount.ToString(CultureInfo.InvariantCulture),
                    Number(c.Customer.R), Number(c.Customer.F), Number(c.Customer.M), c.Segment,
                }));
            }

            if (input.IsJson(parsed))
            {
                Tool.Json(output, new
                {
                    AsOf = asOf.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
                    Rules = set.Name,
                    set.IsProvisional,
                    Scoring = options.Scoring.ToString(),
                    options.Cuts,
                    Customers = segments.Scores.Count,
                    segments.Scores.Levels,
                    Segments = segments.Totals.Select(t => new { t.Segment, t.Customers, t.CustomerShare, Monetary = t.Monetary.Amount, t.MonetaryShare, t.AverageRecencyDays, t.AverageFrequency }),
                    Briefs = segments.Briefs.Select(b => b.Brief),
                    Moves = moves.Select(MigrationOutput.Json),
                });
            }
            else
            {
                Print(output, segments, asOf);
                foreach (SegmentMigration move in moves)
                {
                    MigrationOutput.Print(output, error, move);
                }
            }

            return input.Files.ExitCode(parsed, table);
        });
        return command;
    }

    private static RfmRuleSet Rules(string name) => name.ToLowerInvariant() switch
    {
        "basic4" => RfmRuleSets.Basic4,
        "shopify11" => RfmRuleSets.Shopify11,
        "cran10" => RfmRuleSets.Cran10,
        _ => throw new ToolFailure($"There is no rule set '{name}'; use basic4, shopify11 or cran10."),
    };

    private static void Print(TextWriter output, RfmSegmentation segments, LocalDate asOf)
    {
        output.WriteLine($"{Tool.Count(segments.Scores.Count, "customer")} as of {asOf:uuuu-MM-dd}, rules {segments.Rules.Name}{(segments.Rules.IsProvisional ? " (ranges provisional)" : string.Empty)}");
        if (segments.Scores.Options.Cuts is { } cuts)
        {
            output.WriteLine($"scored by fixed cut points; use the same in the next report: --cuts \"{RfmScale.Text(cuts)}\"");
        }

        RfmLevels levels = segments.Scores.Levels;
        if (levels.Recency < segments.Scores.Options.Levels || levels.Frequency < segments.Scores.Options.Levels || levels.Monetary < segments.Scores.Options.Levels)
        {
            output.WriteLine($"equal values share scores: {levels.Recency} recency, {levels.Frequency} frequency and {levels.Monetary} monetary levels are in use");
        }

        Tool.Table(output,
        [
            ["segment", "customers", "share", "sales", "share", "days since", "orders"],
            .. segments.Totals.Where(t => t.Customers > 0).Select(t => new[]
            {
                t.Segment, Tool.Count(t.Customers), Tool.Percent(t.CustomerShare), Tool.Amount(t.Monetary.Amount), Tool.Percent(t.MonetaryShare),
                t.AverageRecencyDays?.ToString("0", CultureInfo.InvariantCulture) ?? "-", t.AverageFrequency?.ToString("0.0", CultureInfo.InvariantCulture) ?? "-",
            }),
        ], 1, 2, 3, 4, 5, 6);
        foreach ((CampaignBrief brief, SegmentTotal total) in segments.Briefs.Where(b => b.Total.Customers > 0))
        {
            output.WriteLine($"{brief.Segment}: {brief.Goal} {brief.Offer}");
            output.WriteLine($"  {brief.Channel} Judge by: {brief.Measure}");
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
