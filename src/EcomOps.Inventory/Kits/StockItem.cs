using EcomOps.Core;
using EcomOps.Inventory.Lots;

namespace EcomOps.Inventory.Kits;

/// <summary>What the ledger must know of an item beyond its SKU. Items without a definition get the defaults with their first receipt.</summary>
/// <param name="Sku">The item.</param>
/// <remarks>Immutable.</remarks>
public sealed record StockItem(Sku Sku)
{
    /// <summary>Units that may be promised beyond what is available; 0 by default (never oversold).</summary>
    public long BackorderLimit { get; init; }

    /// <summary>Units that may be promised before the first one was received; null for the same as <see cref="BackorderLimit"/>.</summary>
    public long? PreorderLimit { get; init; }

    /// <summary>Whether each unit has a serial number of its own, given as its lot; false by default.</summary>
    public bool Serialised { get; init; }

    /// <summary>How lots are picked; <see cref="LotPicking.FirstExpired"/> by default.</summary>
    public LotPicking Picking { get; init; }

    /// <summary>Days that a lot must still last when it is shipped; 0 by default.</summary>
    public int MinimumRemainingDays { get; init; }

    /// <summary>Days before expiry from which a lot is reported as stale; 30 by default.</summary>
    public int StaleDays { get; init; } = 30;

    /// <summary>Components of a kit; empty for an ordinary item. Claims on a kit claim its components, and its availability follows theirs.</summary>
    public IReadOnlyList<KitComponent> Components { get; init; } = [];
}
