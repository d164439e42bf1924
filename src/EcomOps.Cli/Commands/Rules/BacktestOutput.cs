using EcomOps.Core;
using EcomOps.Rules.Backtesting;

namespace EcomOps.Cli.Commands.Rules;

internal static class BacktestOutput
{
    public static void Write(TextWriter output, BacktestReport report)
    {
        output.WriteLine($"{Tool.Count(report.Lines)} lines read, {Tool.Count(report.Accepted)} evaluated, {Tool.Count(report.RejectedCount)} rejected");
        foreach (Issue issue in report.Rejected.Take(5))
        {
            output.WriteLine($"  {issue.Path}: {issue.Message}");
        }

        foreach (VersionReport? version in (VersionReport?[])[report.Before, report.After])
        {
            if (version is not null)
            {
                Write(output, version, report.Before is null ? string.Empty : version == report.Before ? "before: " : "after: ");
            }
        }

        Changes(output, report);
    }

    public static void Changes(TextWriter output, BacktestReport report)
    {
        if (report.Before is null)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine($"{Tool.Count(report.Changes.Values.Sum(c => c.Count))} decisions change, worth {Tool.Amount(report.Changes.Values.Sum(c => c.Amount))}; {Tool.Count(report.Unchanged.Count)} stay");
        if (report.Changes.Count > 0)
        {
            Tool.Table(output,
                [["before", "after", "count", "amount", "for example"],
                .. report.Changes.OrderByDescending(c => c.Value.Count).ThenBy(c => c.Key.Before, StringComparer.Ordinal).ThenBy(c => c.Key.After, StringComparer.Ordinal)
                    .Select(c => new[] { c.Key.Before, c.Key.After, Tool.Count(c.Value.Count), Tool.Amount(c.Value.Amount), string.Join(", ", c.Value.Samples) })],
                2, 3);
        }
    }

    public static object ToJson(BacktestReport report) => new
    {
        report.Lines,
        report.Accepted,
        Rejected = report.RejectedCount,
        RejectedLines = report.Rejected.Select(i => new { i.Path, i.Message }),
        Before = report.Before is null ? null : ToJson(report.Before),
        After = ToJson(report.After),
        Changes = report.Before is null ? null : report.Changes.Select(c => new { c.Key.Before, c.Key.After, c.Value.Count, c.Value.Amount, c.Value.Samples }),
        Unchanged = report.Before is null ? null : report.Unchanged,
    };

    private static void Write(TextWriter output, VersionReport version, string prefix)
    {
        output.WriteLine();
        output.WriteLine(prefix + version.Set);
        Tool.Table(output,
            [["action", "label", "count", "amount"],
            .. version.Cells.OrderBy(c => c.Key.Action, StringComparer.Ordinal).ThenBy(c => c.Key.Label, StringComparer.Ordinal)
                .Select(c => new[] { c.Key.Action, c.Key.Label.Length == 0 ? "(none)" : c.Key.Label, Tool.Count(c.Value.Count), Tool.Amount(c.Value.Amount) })],
            2, 3);
        Judgement labelled = version.Labelled;
        output.WriteLine($"  over labelled records: precision {Tool.Percent(labelled.Precision)}, recall {Tool.Percent(labelled.Recall)}; stopped {Cell(labelled.BadStopped)} bad and {Cell(labelled.GoodStopped)} good, let pass {Cell(labelled.BadPassed)} bad");
        output.WriteLine($"  stopped, unlabelled: {Cell(version.StoppedUnlabelled)}; would be released without a label: {Cell(version.ReleasedUnlabelled)}");
        if (version.OverriddenBlocks.Count > 0)
        {
            output.WriteLine($"  allowing rules override {Cell(version.OverriddenBlocks)} blocks");
        }

        if (version.Undecided.Count > 0)
        {
            output.WriteLine($"  without an outcome: {Cell(version.Undecided)} ({string.Join(", ", version.Undecided.Samples)})");
        }
    }

    private static string Cell(BacktestCell cell) => $"{Tool.Count(cell.Count)} ({Tool.Amount(cell.Amount)})";

    private static object ToJson(VersionReport version) => new
    {
        version.Set,
        Cells = version.Cells.Select(c => new { c.Key.Action, c.Key.Label, c.Value.Count, c.Value.Amount, c.Value.Samples }),
        version.Labelled.Precision,
        version.Labelled.Recall,
        version.Labelled,
        version.StoppedUnlabelled,
        version.ReleasedUnlabelled,
        version.OverriddenBlocks,
        version.Undecided,
    };
}
