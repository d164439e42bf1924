using EcomOps.Core;
using EcomOps.Inventory.Counting.Internal;
using EcomOps.Inventory.Ledger;

namespace EcomOps.Inventory.Counting;

/// <summary>A blind count: it remembers the book at its opening and shows counters only what to count.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class CountSheet
{
    private readonly Dictionary<CountRecord, long> _book;

    private CountSheet(long sequence, Dictionary<CountRecord, long> book)
    {
        (Sequence, _book) = (sequence, book);
        Records = [.. book.Keys.OrderBy(r => r.Location, StringComparer.Ordinal).ThenBy(r => r.Sku).ThenBy(r => r.Lot, StringComparer.Ordinal)];
    }

    /// <summary>Sequence at which the book was taken.</summary>
    public long Sequence { get; }

    /// <summary>What to count, without quantities: by location, item and lot. Records whose book is 0 are among them.</summary>
    public IReadOnlyList<CountRecord> Records { get; }

    /// <summary>Opens a sheet over everything that locations hold.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="locations">Locations to count.</param>
    /// <param name="skus">Only these items; null for all.</param>
    /// <returns>The sheet. Wait until nothing is being written, or give each line its <see cref="CountedLine.CountedAt"/>.</returns>
    public static CountSheet Open(StockLedger ledger, IReadOnlyCollection<string> locations, IReadOnlyCollection<Sku>? skus = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(locations);
        (long sequence, IReadOnlyList<(Sku Sku, StockAccount Account, long Quantity)> accounts) = ledger.SellableAccounts(locations.ToHashSet(StringComparer.Ordinal), skus?.ToHashSet());
        return new(sequence, accounts.ToDictionary(a => new CountRecord(a.Account.Location, a.Sku, a.Account.Lot), a => a.Quantity));
    }

    /// <summary>Opens a sheet again that was printed earlier, perhaps by another process: with the book as it was then.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="sequence"><see cref="Sequence"/> of the first opening; 0 or more and not above the ledger's.</param>
    /// <param name="locations">Locations to count.</param>
    /// <param name="skus">Only these items; null for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The sheet. Records that came into being since are among them, with a book of 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The sequence is not in the ledger.</exception>
    public static async Task<CountSheet> ReopenAsync(StockLedger ledger, long sequence, IReadOnlyCollection<string> locations, IReadOnlyCollection<Sku>? skus = null, CancellationToken cancellationToken = default)
    {
        CountSheet now = Open(ledger, locations, skus);
        if (sequence < 0 || sequence > now.Sequence)
        {
            throw new ArgumentOutOfRangeException(nameof(sequence), sequence, $"The ledger has sequences up to {now.Sequence}.");
        }

        BookChanges since = await BookChanges.SinceAsync(ledger, sequence, cancellationToken).ConfigureAwait(false);
        return new(sequence, now._book.ToDictionary(b => b.Key, b => b.Value - since.Until(b.Key, now.Sequence)));
    }

    /// <summary>Judges counts against the book as it was when each line was counted.</summary>
    /// <param name="ledger">The ledger that the sheet was opened on.</param>
    /// <param name="lines">What was found, in any order; items that the sheet does not name are finds.</param>
    /// <param name="classes">Classes of items; those without one are C.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="unitCosts">Cost of one unit by item, all in one currency, for the value limits; null for none.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The report; nothing is booked.</returns>
    /// <exception cref="CurrencyMismatchException">Costs and limits have different currencies.</exception>
    public async Task<CountReport> EvaluateAsync(
        StockLedger ledger, IReadOnlyList<CountedLine> lines, IReadOnlyDictionary<Sku, CountClass>? classes = null, CountOptions? options = null,
        IReadOnlyDictionary<Sku, Money>? unitCosts = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(lines);
        options ??= new();
        options.MustMatch(unitCosts?.Values ?? []);
        BookChanges later = await BookChanges.SinceAsync(ledger, Sequence, cancellationToken).ConfigureAwait(false);
        var reading = new CountReading(ledger);
        var results = new List<CountResult>(lines.Count);
        for (int i = 0; i < lines.Count; i++)
        {
            CountedLine line = lines[i];
            if (reading.Accepts(line, i))
            {
                CountRecord record = line.Record;
                var take = new CountTake(line, _book.GetValueOrDefault(record) + later.Until(record, line.CountedAt ?? Sequence));
                results.Add(CountJudge.Judge(record, [take], classes?.GetValueOrDefault(line.Sku, CountClass.C) ?? CountClass.C, unitCosts is not null && unitCosts.TryGetValue(line.Sku, out Money cost) ? cost : null, options));
            }
        }

        HashSet<CountRecord> counted = [.. lines.Select(l => l.Record)];
        return new(results, reading.Issues, options) { Uncounted = [.. Records.Where(r => !counted.Contains(r))] };
    }

    /// <summary>Adds second (and third) counts of records that need one. Two counts of equal difference win.</summary>
    /// <param name="ledger">The ledger that the sheet was opened on.</param>
    /// <param name="report">The report so far.</param>
    /// <param name="lines">What was found, each line by somebody who has not counted its record before; records may be left for later.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The report with the new counts; lines that could not be taken are among its issues. Nothing is booked.</returns>
    public async Task<CountReport> RecountAsync(StockLedger ledger, CountReport report, IReadOnlyList<CountedLine> lines, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(lines);
        BookChanges later = await BookChanges.SinceAsync(ledger, Sequence, cancellationToken).ConfigureAwait(false);
        var reading = new CountReading(ledger);
        CountResult[] results = [.. report.Results];
        var index = new Dictionary<CountRecord, int>(results.Length);
        for (int i = 0; i < results.Length; i++)
        {
            index[results[i].Record] = i;
        }

        for (int i = 0; i < lines.Count; i++)
        {
            CountedLine line = lines[i];
            CountRecord record = line.Record;
            int at = index.GetValueOrDefault(record, -1);
            if (reading.Accepts(line, i) && reading.AcceptsRecount(line, i, at < 0 ? null : results[at], later.Has(record)))
            {
                CountResult before = results[at];
                var take = new CountTake(line, _book.GetValueOrDefault(record) + later.Until(record, line.CountedAt ?? Sequence));
                results[at] = CountJudge.Judge(record, [.. before.Takes, take], before.Class, before.UnitCost, report.Options);
            }
        }

        return report with { Results = results, Issues = [.. report.Issues, .. reading.Issues] };
    }
}
