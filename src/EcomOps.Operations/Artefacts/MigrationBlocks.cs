using EcomOps.Analytics.Segments;
using EcomOps.Operations.Documents;
using EcomOps.Operations.Runs;
using EcomOps.Operations.Steps;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>Who moved between the segments in the last month.</summary>
internal static class MigrationBlocks
{
    internal static IEnumerable<Block> Build(CustomerResults customers)
    {
        if (customers.Migration is not { } migration)
        {
            yield break;
        }

        yield return new Heading(2, $"Segments: moves from {Day(migration.Earlier)} to {Day(migration.Later)}");
        yield return new Paragraph(
            $"Both days are scored by the cut points of {Day(migration.Later)}, so a customer moves only by ordering or by letting time pass. {Count(migration.Moved, "customer")} moved to another segment, {Count(migration.Cells.Where(c => c.From == SegmentMigration.New).Sum(c => c.Customers), "customer")} ordered for the first time.{Largest(migration)}");
        yield return Table("Growth of the segments", "Segment|Before#|Stayed#|Came in#|Left#|Now#|Net#|Gross revenue before#|Gross revenue now#", migration.Flows.Where(f => f.Before + f.After > 0).Select(f => (IReadOnlyList<string>)
            [f.Segment, Number(f.Before), Number(f.Stayed), Number(f.CameIn), Number(f.Left), Number(f.After), Signed(f.Net), WholeMoney(f.MonetaryBefore), WholeMoney(f.MonetaryAfter)]));
        string[] rows = [.. migration.Rows.Where(r => migration.Cells.Any(c => c.From == r && c.Customers > 0))], columns = [.. migration.Columns.Where(r => migration.Cells.Any(c => c.To == r && c.Customers > 0))];
        yield return Table("From (row) to (column), customers and share of the row", $"From|{string.Join('|', columns.Select(c => c + "#"))}", rows.Select(r => (IReadOnlyList<string>)
            [r == SegmentMigration.New ? "(not yet a customer)" : r, .. columns.Select(c => migration[r, c] is { Customers: > 0 } cell ? $"{Number(cell.Customers)} ({Percent(cell.RowShare, 0)})" : None)]));
    }

    internal static OutputTable Output(SegmentMigration migration) => new("08-segment-migration", ["from", "to", "customers", "row_share", "gross_revenue_before", "gross_revenue_after", "currency"],
        [.. migration.Cells.Where(c => c.Customers > 0).Select(c => (IReadOnlyList<string>)
            [c.From, c.To, Plain(c.Customers), Plain(Math.Round(c.RowShare!.Value, 6)), Plain(c.MonetaryBefore.Amount), Plain(c.MonetaryAfter.Amount), c.MonetaryAfter.Currency.Code])]);

    private static string Largest(SegmentMigration migration) =>
        migration.Cells.Where(c => c.From != c.To && c.From != SegmentMigration.New && c.To != SegmentMigration.Gone && c.Customers > 0).OrderByDescending(c => c.MonetaryAfter.Amount).FirstOrDefault() is { } cell
            ? $" The move with the most revenue is {cell.From} to {cell.To}: {Count(cell.Customers, "customer")} who brought {WholeMoney(cell.MonetaryAfter)} so far."
            : string.Empty;

    private static string Signed(int net) => net > 0 ? $"+{Number(net)}" : Number(net);
}
