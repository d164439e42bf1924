using EcomOps.Core;
using EcomOps.Inventory.Costing.Internal;
using EcomOps.Inventory.Ledger;

namespace EcomOps.Inventory.Costing;

/// <summary>Cost layers from the movements, for margin and the value of stock. A back-dated movement recomputes its own item when it is next asked for, and nothing else.</summary>
/// <remarks>
/// Units enter with their line's <see cref="MovementLine.UnitCost"/>; a return without one enters at the cost at which the item left last, a find at the current unit cost.
/// Movements between locations and conditions carry no cost. An item has one currency. Not thread-safe.
/// </remarks>
public sealed class CostLedger
{
    private readonly Dictionary<Sku, ItemCosts> _items = [];

    /// <summary>An empty ledger of costs.</summary>
    /// <param name="method">How the cost of leaving units is found.</param>
    public CostLedger(CostMethod method) => Method = method;

    /// <summary>How the cost of leaving units is found.</summary>
    public CostMethod Method { get; }

    /// <summary>Sequence of the last movement that it holds.</summary>
    public long Sequence { get; private set; }

    /// <summary>Reads what a ledger recorded since <see cref="Sequence"/>.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="cancellationToken">Stops between movements; what was read stays.</param>
    /// <returns>A task that ends when the costs are up to date.</returns>
    public async Task CatchUpAsync(StockLedger ledger, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        await foreach (Movement movement in ledger.MovementsAsync(Sequence, cancellationToken).ConfigureAwait(false))
        {
            Add(movement);
        }
    }

    /// <summary>Adds one movement.</summary>
    /// <param name="movement">A movement of a higher sequence than those before; its effective time may be older.</param>
    /// <exception cref="ArgumentException">The sequence is not higher.</exception>
    public void Add(Movement movement)
    {
        ArgumentNullException.ThrowIfNull(movement);
        if (movement.Sequence <= Sequence)
        {
            throw new ArgumentException($"Movement {movement.Sequence} was added before.", nameof(movement));
        }

        Sequence = movement.Sequence;
        foreach (MovementLine line in movement.Lines)
        {
            bool leaves = !IsOurs(line.To);
            if (leaves != !IsOurs(line.From))
            {
                if (!_items.TryGetValue(line.Sku, out ItemCosts? item))
                {
                    _items.Add(line.Sku, item = new(line.Sku));
                }

                item.Add(new(movement, leaves ? -line.Quantity : line.Quantity, line.UnitCost));
            }
        }
    }

    /// <summary>What left stock, with its cost, in the order of business time.</summary>
    /// <param name="sku">The item.</param>
    /// <returns>One row for each movement that took the item out of stock or brought it back from a customer.</returns>
    /// <exception cref="CurrencyMismatchException">The item was received in different currencies.</exception>
    public IReadOnlyList<CostOfGoods> CostsOf(Sku sku) => _items.TryGetValue(sku, out ItemCosts? item) ? item.Result(Method).Costs : [];

    /// <summary>What an item in stock is worth.</summary>
    /// <param name="sku">The item.</param>
    /// <returns>Units and value; nothing for an unknown item.</returns>
    /// <exception cref="CurrencyMismatchException">The item was received in different currencies.</exception>
    public InventoryValue ValueOf(Sku sku) => _items.TryGetValue(sku, out ItemCosts? item) ? item.Result(Method).Value : new(sku, 0, null, 0);

    // In transit it is still ours.
    private static bool IsOurs(in StockAccount account) => !VirtualLocation.IsVirtual(account.Location) || account.Location.StartsWith("@transit/", StringComparison.Ordinal);
}
