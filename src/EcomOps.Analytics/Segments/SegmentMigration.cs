using EcomOps.Analytics.Segments.Internal;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Segments;

/// <summary>Who moved between which segments from one day to a later one, as a matrix.</summary>
/// <param name="Earlier">Earlier day.</param>
/// <param name="Later">Later day.</param>
/// <param name="Rows">Segments of the earlier day in rule order, <see cref="RfmRuleSet.Unassigned"/> and then <see cref="New"/> last.</param>
/// <param name="Columns">Segments of the later day in the same order, <see cref="Gone"/> last.</param>
/// <param name="Cells">Every cell, row by row, empty ones included. Monetary values before add up to the segments' totals by row, those after by column.</param>
/// <param name="Flows">Growth of each segment, in rule order.</param>
/// <param name="Issues">Warnings: <c>scores_relative</c> when scores are not by fixed cuts, so that a customer also moves because others did; <c>scores_differ</c> when the two days were not scored by the same settings.</param>
/// <remarks>Immutable and thread-safe. <see cref="RfmRuleSet.Unassigned"/> is a segment like the others.</remarks>
public sealed record SegmentMigration(
    LocalDate Earlier, LocalDate Later, IReadOnlyList<string> Rows, IReadOnlyList<string> Columns, IReadOnlyList<MigrationCell> Cells, IReadOnlyList<SegmentFlow> Flows, IReadOnlyList<Issue> Issues)
{
    /// <summary>Row of customers who had not ordered by the earlier day.</summary>
    public const string New = "(new)";

    /// <summary>Column of customers who are no longer among the scored, because they were erased or the later data leave them out.</summary>
    public const string Gone = "(gone)";

    /// <summary>One cell.</summary>
    /// <param name="from">Row.</param>
    /// <param name="to">Column.</param>
    /// <exception cref="KeyNotFoundException">There is no such row or column.</exception>
    public MigrationCell this[string from, string to] => Cells.FirstOrDefault(c => c.From == from && c.To == to) ?? throw new KeyNotFoundException($"There is no cell from '{from}' to '{to}'.");

    /// <summary>Customers who are in another segment than before, the new and the gone not counted.</summary>
    public int Moved => Cells.Where(c => c.From != c.To && c.From != New && c.To != Gone).Sum(c => c.Customers);

    /// <summary>Compares two days.</summary>
    /// <param name="earlier">Segments of the earlier day.</param>
    /// <param name="later">Segments of a later day by the same rule set.</param>
    /// <returns>The matrix.</returns>
    /// <exception cref="ArgumentException">The rule sets differ, or the other day is not later.</exception>
    public static SegmentMigration Between(RfmSegmentation earlier, RfmSegmentation later)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        return later.Rules.Name == earlier.Rules.Name && later.Scores.AsOf > earlier.Scores.AsOf
            ? MigrationCount.Run(earlier, later)
            : throw new ArgumentException("Compare with a later day of the same rule set.", nameof(later));
    }

    /// <summary>Compares each day with the next.</summary>
    /// <param name="days">Segments by the same rule set, day by day ascending.</param>
    /// <returns>One matrix less than days; empty for fewer than two.</returns>
    /// <exception cref="ArgumentException">The rule sets differ, or the days do not ascend.</exception>
    public static IReadOnlyList<SegmentMigration> Series(IReadOnlyList<RfmSegmentation> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        return [.. days.Zip(days.Skip(1), Between)];
    }
}
