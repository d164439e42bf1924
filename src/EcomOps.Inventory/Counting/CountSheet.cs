using EcomOps.Core;
using EcomOps.Inventory.Ledger;

namespace EcomOps.Inventory.Counting;

/// <summary>A blind count: it remembers the book at its opening and shows counters only what to count.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class CountSheet
{
    private readonly Dictionary<(string, Sku, string?), long> _book;

    private CountSheet(long sequence, IReadOnlyList<(string Location, Sku Sku, string? Lot)> records, Dictionary<(string, Sku, string?), long> book) => (Sequence, Records, _book) = (sequence, records, book);

    /// <summary>Sequence at which the book was taken.</summary>
    public long Sequence { get; }

    /// <summary>What to count, without quantities.</summary>
    public IReadOnlyList<(string Location, Sku Sku, string? Lot)> Records { get; }

    /// <summary>Opens a sheet over everything that a location holds.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="locations">Locations to count.</param>
    /// <param name="skus">Only these items; null for all.</param>
    /// <returns>The sheet. Wait until nothing is being written, or give each line its <see cref="CountedLine.CountedAt"/>.</returns>
    public static CountSheet Open(StockLedger ledger, IReadOnlyCollection<string> locations, IReadOnlyCollection<Sku>? skus = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(locations);
        (long sequence, IReadOnlyList<(Sku Sku, StockAccount Account, long Quantity)> accounts) = ledger.SellableAccounts(locations.ToHashSet(StringComparer.Ordinal), skus?.ToHashSet());
        return new(
            sequence,
            [.. accounts.Select(a => (a.Account.Location, a.Sku, a.Account.Lot)).OrderBy(r => r.Location, StringComparer.Ordinal).ThenBy(r => r.Sku).ThenBy(r => r.Lot, StringComparer.Ordinal)],
            accounts.ToDictionary(a => (a.Account.Location, a.Sku, a.Account.Lot), a => a.Quantity));
    }

    /// <summary>Judges counts against the book as it was when each line was counted.</summary>
    /// <param name="ledger">The ledger that the sheet was opened on.</param>
    /// <param name="lines">What was found, in any order; items that the sheet does not name are finds.</param>
    /// <param name="classes">Classes of items; those without one are C.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The report; nothing is booked.</returns>
    public async Task<CountReport> EvaluateAsync(StockLedger ledger, IReadOnlyList<CountedLine> lines, IReadOnlyDictionary<Sku, CountClass>? classes = null, CountOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(lines);
        options ??= new();
        ILookup<(string, Sku, string?), (long Sequence, long Change)> later = await ChangesSinceAsync(ledger, cancellationToken).ConfigureAwait(false);
        HashSet<string> places = [.. ledger.Locations().Select(l => l.Code)];
        HashSet<Sku> known = [.. ledger.Items().Select(i => i.Sku)];
        var seen = new HashSet<(string, Sku, string?)>();
        var issues = new List<Issue>();
        var results = new List<CountResult>();
        for (int i = 0; i < lines.Count; i++)
        {
            CountedLine line = lines[i];
            string path = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"line {i + 1}");
            int before = issues.Count;
            if (!places.Contains(line.Location))
            {
                issues.Add(new("unknown_location", path, $"'{line.Location}' is not a location."));
            }

            if (line.Sku.IsEmpty || !known.Contains(line.Sku))
            {
                issues.Add(new("unknown_sku", path, $"'{line.Sku}' is not in the ledger; receive it or define it first."));
            }

            if (line.Quantity is < 0 or > 1_000_000_000_000_000)
            {
                issues.Add(new("quantity_out_of_range", path, $"{line.Quantity} cannot have been counted; give 0 or more."));
            }

            if (!seen.Add((line.Location, line.Sku, line.Lot)))
            {
                issues.Add(new("counted_twice", path, $"'{line.Sku}' at '{line.Location}' was counted on an earlier line; add the two up."));
            }

            if (issues.Count > before)
            {
                continue;
            }

            (string, Sku, string?) record = (line.Location, line.Sku, line.Lot);
            long book = _book.GetValueOrDefault(record) + later[record].Where(c => c.Sequence <= (line.CountedAt ?? Sequence)).Sum(c => c.Change);
            CountClass countClass = classes?.GetValueOrDefault(line.Sku, CountClass.C) ?? CountClass.C;
            results.Add(new(line, book, countClass, Math.Abs(line.Quantity - book) <= options.ToleranceOf(countClass) * book));
        }

        return new(results, issues);
    }

    /// <summary>Books the differences of a report: one adjustment for each location.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="report">The report; it must have no issues.</param>
    /// <param name="reference">Number of the count; repeating the call books nothing twice.</param>
    /// <param name="reason">Reason code.</param>
    /// <param name="cancellationToken">Stops between locations.</param>
    /// <returns>The answers; none when nothing differs.</returns>
    /// <exception cref="ArgumentException">The report has issues: a stocktake is booked whole or not at all.</exception>
    public static async Task<IReadOnlyList<PostingOutcome>> PostAsync(StockLedger ledger, CountReport report, string reference, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(report);
        if (report.Issues.Count > 0)
        {
            throw new ArgumentException($"{report.Issues.Count} lines could not be read; mend them first. The first: {report.Issues[0]}", nameof(report));
        }

        return await ledger.PostAllAsync(
            report.Results.Where(r => r.Variance != 0).GroupBy(r => r.Line.Location).OrderBy(g => g.Key, StringComparer.Ordinal).Select(location =>
                new Adjustment($"{reference}/{location.Key}", location.Key, [.. location.Select(r => new AdjustmentLine(r.Line.Sku, r.Variance) { Lot = r.Line.Lot })]) { Reason = reason }),
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<ILookup<(string, Sku, string?), (long Sequence, long Change)>> ChangesSinceAsync(StockLedger ledger, CancellationToken cancellationToken)
    {
        var changes = new List<((string, Sku, string?) Record, long Sequence, long Change)>();
        await foreach (Movement movement in ledger.MovementsAsync(Sequence, cancellationToken).ConfigureAwait(false))
        {
            foreach (MovementLine line in movement.Lines)
            {
                Note(line.From, -line.Quantity);
                Note(line.To, line.Quantity);

                void Note(in StockAccount account, long change)
                {
                    if (account.Condition == StockCondition.Sellable)
                    {
                        changes.Add(((account.Location, line.Sku, account.Lot), movement.Sequence, change));
                    }
                }
            }
        }

        return changes.ToLookup(c => c.Record, c => (c.Sequence, c.Change));
    }
}
