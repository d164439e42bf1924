using EcomOps.Core;
using EcomOps.Inventory.Counting.Internal;
using EcomOps.Inventory.Ledger;

namespace EcomOps.Inventory.Counting;

/// <summary>Outcome of a count.</summary>
/// <param name="Results">One for each line that could be judged, in the order given.</param>
/// <param name="Issues">Every line that could not, with its place <c>line n</c> (from 1).</param>
/// <param name="Options">The rules that judged it.</param>
/// <remarks>Immutable. The three accuracies say different things and are named apart on purpose.</remarks>
public sealed record CountReport(IReadOnlyList<CountResult> Results, IReadOnlyList<Issue> Issues, CountOptions Options)
{
    /// <summary>Records of the sheet that nobody counted; they are left as they are.</summary>
    public IReadOnlyList<CountRecord> Uncounted { get; init; } = [];

    /// <summary>Inventory record accuracy: records within tolerance over records counted; null without records.</summary>
    public double? RecordAccuracy => Results.Count == 0 ? null : (double)Results.Count(r => r.IsWithinTolerance) / Results.Count;

    /// <summary>Gross unit accuracy: 1 less the sum of absolute differences over the book's units; null when the book has none.</summary>
    public double? UnitAccuracy => Book == 0 ? null : 1 - ((double)Results.Sum(r => Math.Abs(r.Variance)) / Book);

    /// <summary>1 less the absolute net difference over the book's units. Plus is set off against minus, so it hides errors that cancel. Null when the book has no units.</summary>
    public double? NetVarianceRate => Book == 0 ? null : 1 - (Math.Abs((double)Results.Sum(r => r.Variance)) / Book);

    /// <summary>Units missing, not set off against units found.</summary>
    public long Shrinkage => Results.Sum(r => Math.Max(0, -r.Variance));

    /// <summary>Worth of all differences at cost, plus not set off against minus; null when no difference has a known cost.</summary>
    public Money? GrossVarianceValue
    {
        get
        {
            Money? sum = null;
            foreach (Money value in Results.Where(r => r.Variance != 0).Select(r => r.VarianceValue).OfType<Money>())
            {
                sum = (sum ?? Money.Zero(value.Currency)) + new Money(Math.Abs(value.Amount), value.Currency);
            }

            return sum;
        }
    }

    /// <summary>Records that somebody else must count again.</summary>
    public IEnumerable<CountResult> Recounts => Results.Where(r => r.Decision is RecountNeeded);

    /// <summary>Records whose counts differ and on which a person must decide.</summary>
    public IEnumerable<CountResult> Escalated => Results.Where(r => r.Decision is CountEscalated);

    /// <summary>Whether every line could be judged and every record has a count that stands.</summary>
    public bool IsSettled => Issues.Count == 0 && Results.All(r => r.Decision is CountAccepted);

    private long Book => Results.Sum(r => r.Book);

    /// <summary>Decides which count of a record stands.</summary>
    /// <param name="record">The record; it is escalated or waits for another count.</param>
    /// <param name="take">Index of the count, from 0.</param>
    /// <param name="decidedBy">Who decides, as an id.</param>
    /// <returns>The report with that record settled.</returns>
    /// <exception cref="ArgumentException">The report has no such record or count, or a count of it stands already.</exception>
    public CountReport Settle(CountRecord record, int take, string decidedBy)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentException.ThrowIfNullOrWhiteSpace(decidedBy);
        CountResult result = Results.FirstOrDefault(r => r.Record == record) ?? throw new ArgumentException($"{record} was not counted.", nameof(record));
        if (result.Decision is CountAccepted)
        {
            throw new ArgumentException($"A count of {record} stands already.", nameof(record));
        }

        if (take < 0 || take >= result.Takes.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(take), take, $"{record} has {result.Takes.Count} counts.");
        }

        CountTake chosen = result.Takes[take];
        CountResult settled = result with { Decision = new CountAccepted(chosen, decidedBy), IsWithinTolerance = Options.Tolerates(result.Class, chosen) };
        return this with { Results = [.. Results.Select(r => ReferenceEquals(r, result) ? settled : r)] };
    }

    /// <summary>Books the differences: one adjustment for each location.</summary>
    /// <param name="ledger">The ledger that was counted.</param>
    /// <param name="posting">Number, reason and people; the number is the idempotency key.</param>
    /// <param name="cancellationToken">Stops between locations.</param>
    /// <returns><see cref="CountPosted"/>, or why not: <see cref="CountUnsettled"/>, <see cref="ApprovalNeeded"/> or <see cref="CountRefused"/>.</returns>
    public Task<CountPostingOutcome> PostAsync(StockLedger ledger, CountPosting posting, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(posting);
        return CountBooking.PostAsync(ledger, this, posting, cancellationToken);
    }
}
