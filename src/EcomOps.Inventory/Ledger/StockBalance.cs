using EcomOps.Core;

namespace EcomOps.Inventory.Ledger;

/// <summary>Where the units of an item are, at one location or over all.</summary>
/// <param name="Sku">The item.</param>
/// <param name="Pool">Location or pool; <c>*</c> for everything.</param>
/// <param name="Sellable">Units on hand that may be sold.</param>
/// <param name="Held">Units of living holds on the pool or inside it.</param>
/// <param name="Committed">Units of commitments on the pool or inside it, allocated ones included.</param>
/// <param name="Available">Least of sellable less claims over the pool and every pool around it; negative after a loss or with backorders.</param>
/// <remarks>Immutable; equality by value. <c>OnHand = Sellable + Quarantine + Damaged + Expired + OnHold</c>.</remarks>
public sealed record StockBalance(Sku Sku, string Pool, long Sellable, long Held, long Committed, long Available)
{
    /// <summary>Units bound to lots for picking; part of <see cref="Committed"/>.</summary>
    public long Allocated { get; init; }

    /// <summary>Units in quarantine.</summary>
    public long Quarantine { get; init; }

    /// <summary>Damaged units.</summary>
    public long Damaged { get; init; }

    /// <summary>Units past their date.</summary>
    public long Expired { get; init; }

    /// <summary>Units held back by quality control.</summary>
    public long OnHold { get; init; }

    /// <summary>Units expected from suppliers.</summary>
    public long Incoming { get; init; }

    /// <summary>Units under way between locations; counted once, for everything.</summary>
    public long InTransit { get; init; }

    /// <summary>All units that are physically there.</summary>
    public long OnHand => Sellable + Quarantine + Damaged + Expired + OnHold;
}
