using EcomOps.Core;

namespace EcomOps.Analytics.Segments.Internal;

internal static class MigrationCount
{
    public static SegmentMigration Run(RfmSegmentation earlier, RfmSegmentation later)
    {
        string[] rows = [.. earlier.Segments, SegmentMigration.New], columns = [.. later.Segments, SegmentMigration.Gone];
        Dictionary<(string, string), (int Customers, decimal Before, decimal After)> sums = [];
        void Add(string from, string to, decimal before, decimal after)
        {
            (int customers, decimal b, decimal a) = sums.GetValueOrDefault((from, to));
            sums[(from, to)] = (customers + 1, b + before, a + after);
        }

        Currency currency = Currency.None;
        Dictionary<string, (string Segment, decimal Monetary)> was = new(StringComparer.Ordinal);
        foreach ((RfmScore customer, string segment) in earlier.Customers)
        {
            was[customer.CustomerId] = (segment, customer.Monetary.Amount);
            currency = customer.Monetary.Currency;
        }

        foreach ((RfmScore customer, string segment) in later.Customers)
        {
            bool known = was.Remove(customer.CustomerId, out (string Segment, decimal Monetary) before);
            Add(known ? before.Segment : SegmentMigration.New, segment, before.Monetary, customer.Monetary.Amount);
            currency = customer.Monetary.Currency;
        }

        foreach ((string segment, decimal monetary) in was.Values)
        {
            Add(segment, SegmentMigration.Gone, monetary, 0);
        }

        Dictionary<string, int> ofRow = rows.ToDictionary(r => r, r => columns.Sum(c => sums.GetValueOrDefault((r, c)).Customers), StringComparer.Ordinal);
        MigrationCell[] cells =
        [
            .. rows.SelectMany(from => columns.Select(to => sums.GetValueOrDefault((from, to)) is var sum
                ? new MigrationCell(from, to, sum.Customers, ofRow[from] == 0 ? null : (double)sum.Customers / ofRow[from], new Money(sum.Before, currency), new Money(sum.After, currency)) : null!)),
        ];
        return new SegmentMigration(earlier.Scores.AsOf, later.Scores.AsOf, rows, columns, cells, [.. later.Segments.Select(s => Flow(s, cells, currency))], [.. Issues(earlier.Scores.Options, later.Scores.Options)]);
    }

    private static SegmentFlow Flow(string segment, MigrationCell[] cells, Currency currency)
    {
        MigrationCell[] row = [.. cells.Where(c => c.From == segment)], column = [.. cells.Where(c => c.To == segment)];
        int stayed = cells.Where(c => c.From == segment && c.To == segment).Sum(c => c.Customers);
        return new SegmentFlow(
            segment, row.Sum(c => c.Customers), stayed, column.Sum(c => c.Customers) - stayed, row.Sum(c => c.Customers) - stayed,
            new Money(row.Sum(c => c.MonetaryBefore.Amount), currency), new Money(column.Sum(c => c.MonetaryAfter.Amount), currency));
    }

    private static IEnumerable<Issue> Issues(RfmOptions earlier, RfmOptions later)
    {
        if (earlier.Scoring != RfmScoring.Fixed || later.Scoring != RfmScoring.Fixed)
        {
            yield return new Issue("scores_relative", "options.scoring",
                $"Scores by {(later.Scoring == RfmScoring.Fixed ? earlier : later).Scoring} are relative to the customers of their day, so a customer also moves because others did; score both days by fixed cuts, for example those of RfmScores.QuantileCuts on one of the days.", Severity.Warning);
        }

        if (earlier.Scoring != later.Scoring || earlier.Levels != later.Levels || earlier.Frequency != later.Frequency || !Same(earlier.Cuts, later.Cuts))
        {
            yield return new Issue("scores_differ", "options", "The two days were scored by different settings, so moves tell of the settings and not of the customers; score both alike.", Severity.Warning);
        }
    }

    private static bool Same(RfmCuts? left, RfmCuts? right) => left is null || right is null ? left is null && right is null
        : left.RecencyDays.SequenceEqual(right.RecencyDays) && left.Frequency.SequenceEqual(right.Frequency) && left.Monetary.SequenceEqual(right.Monetary);
}
