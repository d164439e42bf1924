using System.Globalization;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Inventory.Counting;

namespace EcomOps.Cli.Commands.Inventory;

/// <summary>A judged count for people or as JSON.</summary>
internal static class CountOutput
{
    public static void Write(TextWriter output, TextWriter error, CountReport report, CountPostingOutcome outcome, bool json, bool isDryRun)
    {
        IReadOnlyList<Core.Issue> issues = outcome is CountRefused refused ? refused.Issues : report.Issues;
        if (json)
        {
            Tool.Json(output, new
            {
                Outcome = outcome.GetType().Name,
                Records = report.Results.Count,
                report.RecordAccuracy,
                report.UnitAccuracy,
                report.NetVarianceRate,
                report.Shrinkage,
                Uncounted = report.Uncounted.Count,
                Differences = report.Results.Where(r => r.Variance != 0).Select(r => new { r.Record.Location, Sku = r.Record.Sku.Value, r.Record.Lot, r.Book, Counted = r.Line.Quantity, r.Variance, Class = r.Class.ToString(), Decision = Word(r.Decision) }),
                Issues = issues.Select(i => new { i.Code, Place = i.Path, i.Message }),
            });
            return;
        }

        StockFile.Report(error, issues);
        CountResult[] differing = [.. report.Results.Where(r => r.Variance != 0)];
        if (differing.Length > 0)
        {
            Tool.Table(output, [["location", "sku", "lot", "book", "counted", "difference", "class", "decision"], .. differing.Select(r => new[] { r.Record.Location, r.Record.Sku.Value, r.Record.Lot ?? "", N(r.Book), N(r.Line.Quantity), N(r.Variance), r.Class.ToString(), Word(r.Decision) })], 3, 4, 5);
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Results.Count} records counted, {report.Uncounted.Count} not; record accuracy {Tool.Percent(report.RecordAccuracy)}, unit accuracy {Tool.Percent(report.UnitAccuracy)}, net variance rate {Tool.Percent(report.NetVarianceRate)}, shrinkage {report.Shrinkage} units"));
        error.WriteLine(outcome switch
        {
            CountPosted when isDryRun => "Nothing was booked (--dry-run); every count stands.",
            CountPosted posted => string.Create(CultureInfo.InvariantCulture, $"Booked in {posted.Movements.Count} adjustments."),
            CountUnsettled open => string.Create(CultureInfo.InvariantCulture, $"Nothing was booked: {open.Recounts.Count} records need another count by somebody else (give their sheet after this one), {open.Escalated.Count} need a decision."),
            ApprovalNeeded approval => $"Nothing was booked: the differences are worth {approval.Value?.ToString() ?? "an unknown amount"}, the limit is {approval.Limit}{(approval.WithoutCost.Count > 0 ? ", and some have no known cost" : string.Empty)}; give --approved-by.",
            _ => "Nothing was booked; mend the lines above.",
        });
    }

    private static string N(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Word(CountDecision decision) => decision switch
    {
        RecountNeeded recount => $"count again ({recount.Reason})",
        CountEscalated => "decide",
        _ => "stands",
    };
}
