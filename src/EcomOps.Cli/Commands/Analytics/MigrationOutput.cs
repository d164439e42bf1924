using System.Globalization;
using EcomOps.Analytics.Segments;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Core;

namespace EcomOps.Cli.Commands.Analytics;

// Moves between segments as tables and as JSON.
internal static class MigrationOutput
{
    public static object Json(SegmentMigration m) => new
    {
        From = m.Earlier.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
        To = m.Later.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture),
        Warnings = m.Issues.Select(i => i.ToString()),
        Cells = m.Cells.Where(c => c.Customers > 0).Select(c => new { c.From, c.To, c.Customers, c.RowShare, MonetaryBefore = c.MonetaryBefore.Amount, MonetaryAfter = c.MonetaryAfter.Amount }),
        Flows = m.Flows.Select(f => new { f.Segment, f.Before, f.Stayed, f.CameIn, f.Left, f.After, f.Net, MonetaryBefore = f.MonetaryBefore.Amount, MonetaryAfter = f.MonetaryAfter.Amount }),
    };

    public static void Print(TextWriter output, TextWriter error, SegmentMigration m)
    {
        foreach (Issue issue in m.Issues)
        {
            error.WriteLine(issue.ToString());
        }

        string[] rows = [.. m.Rows.Where(r => m.Cells.Any(c => c.From == r && c.Customers > 0))], columns = [.. m.Columns.Where(t => m.Cells.Any(c => c.To == t && c.Customers > 0))];
        output.WriteLine();
        output.WriteLine($"Moves from {m.Earlier:uuuu-MM-dd} (rows) to {m.Later:uuuu-MM-dd} (columns), customers and share of the row:");
        Tool.Table(output, [["", .. columns], .. rows.Select(r => (string[])[r, .. columns.Select(t => m[r, t] is { Customers: > 0 } cell ? $"{Tool.Count(cell.Customers)} ({Math.Round(cell.RowShare!.Value * 100):0} %)" : "-")])], [.. Enumerable.Range(1, columns.Length)]);
        output.WriteLine("Growth of the segments; sales are those of their customers to date:");
        Tool.Table(output, [["segment", "before", "stayed", "came in", "left", "now", "net", "sales before", "sales now"], .. m.Flows.Where(f => f.Before + f.After > 0).Select(f => new[]
        {
            f.Segment, Tool.Count(f.Before), Tool.Count(f.Stayed), Tool.Count(f.CameIn), Tool.Count(f.Left), Tool.Count(f.After), f.Net.ToString("+#,##0;-#,##0;0", CultureInfo.InvariantCulture), Tool.Amount(f.MonetaryBefore.Amount), Tool.Amount(f.MonetaryAfter.Amount),
        })], [.. Enumerable.Range(1, 8)]);
    }
}
