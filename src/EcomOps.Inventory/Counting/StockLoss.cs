using EcomOps.Core;
using EcomOps.Inventory.Ledger;
using NodaTime;

namespace EcomOps.Inventory.Counting;

/// <summary>What the adjustment account took from one item, or gave it, over a period.</summary>
/// <param name="Sku">The item.</param>
/// <param name="Reason">Reason code of the movements, or null.</param>
/// <param name="Lost">Units booked away; 0 or more.</param>
/// <param name="Found">Units booked in; 0 or more.</param>
/// <remarks>Immutable; equality by value.</remarks>
public sealed record StockLoss(Sku Sku, string? Reason, long Lost, long Found)
{
    /// <summary>Shrinkage in units: lost less found; negative when more was found.</summary>
    public long Shrinkage => Lost - Found;

    /// <summary>Adds up adjustments, and reversals of them, by item and reason.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="from">Business time from, inclusive.</param>
    /// <param name="to">Business time to, exclusive.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Rows by item and reason; scrapped and expired units are no shrinkage, since it is known where they went.</returns>
    /// <exception cref="ArgumentException"><paramref name="to"/> lies before <paramref name="from"/>.</exception>
    public static async Task<IReadOnlyList<StockLoss>> OverAsync(StockLedger ledger, Instant from, Instant to, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        if (to < from)
        {
            throw new ArgumentException("The period ends before it begins.", nameof(to));
        }

        var sums = new Dictionary<(Sku, string?), (long Lost, long Found)>();
        await foreach (Movement movement in ledger.MovementsAsync(0, cancellationToken).ConfigureAwait(false))
        {
            if (movement.EffectiveAt < from || movement.EffectiveAt >= to)
            {
                continue;
            }

            foreach (MovementLine line in movement.Lines)
            {
                long lost = line.To.Location == VirtualLocation.Adjustment ? line.Quantity : 0;
                long found = line.From.Location == VirtualLocation.Adjustment ? line.Quantity : 0;
                if (lost != found)
                {
                    (long Lost, long Found) sum = sums.GetValueOrDefault((line.Sku, movement.Reason));
                    sums[(line.Sku, movement.Reason)] = (sum.Lost + lost, sum.Found + found);
                }
            }
        }

        return [.. sums.Select(s => new StockLoss(s.Key.Item1, s.Key.Item2, s.Value.Lost, s.Value.Found)).OrderBy(l => l.Sku).ThenBy(l => l.Reason, StringComparer.Ordinal)];
    }
}
