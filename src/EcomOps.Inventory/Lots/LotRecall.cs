using EcomOps.Core;
using EcomOps.Inventory.Ledger;

namespace EcomOps.Inventory.Lots;

/// <summary>Where a lot came from, where it is, and who got it.</summary>
/// <param name="Sku">The item.</param>
/// <param name="Lot">The lot or serial.</param>
/// <param name="Received">Movements that brought it in.</param>
/// <param name="Shipped">Movements that took it to customers; their claim and reference lead to the orders.</param>
/// <param name="OnHand">Units still here, by account.</param>
public sealed record LotRecall(Sku Sku, string Lot, IReadOnlyList<Movement> Received, IReadOnlyList<Movement> Shipped, IReadOnlyList<KeyValuePair<StockAccount, long>> OnHand)
{
    /// <summary>Traces a lot through all movements.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="sku">The item.</param>
    /// <param name="lot">The lot or serial.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The trace; empty lists for an unknown lot.</returns>
    public static async Task<LotRecall> TraceAsync(StockLedger ledger, Sku sku, string lot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentException.ThrowIfNullOrWhiteSpace(lot);
        var received = new List<Movement>();
        var shipped = new List<Movement>();
        await foreach (Movement movement in ledger.MovementsAsync(0, cancellationToken).ConfigureAwait(false))
        {
            IEnumerable<MovementLine> lines = movement.Lines.Where(l => l.Sku == sku && (l.From.Lot == lot || l.To.Lot == lot));
            if (lines.Any(l => l.From.Location is VirtualLocation.Supplier or VirtualLocation.Opening))
            {
                received.Add(movement);
            }

            if (lines.Any(l => l.To.Location == VirtualLocation.Customer))
            {
                shipped.Add(movement);
            }
        }

        return new(sku, lot, received, shipped, [.. ledger.Accounts(sku).Where(a => a.Key.Lot == lot && !VirtualLocation.IsVirtual(a.Key.Location))]);
    }
}
