using EcomOps.Core;
using EcomOps.Inventory.Purchasing;
using NodaTime;

namespace EcomOps.Formats.Planning;

/// <summary>How one item is bought and how much of it is there: a line of the file of lead times.</summary>
/// <param name="Line">Line of the file.</param>
/// <param name="Sku">The item.</param>
/// <param name="Location">Where it is stocked; empty for a shop with one place, whose demand is that of all places.</param>
/// <param name="Supplier">The supplier with lead time, order constraints and order days.</param>
/// <param name="UnitCost">Purchase cost per unit; above 0.</param>
public sealed record SupplyRow(long Line, Sku Sku, string Location, SupplierTerms Supplier, Money UnitCost)
{
    /// <summary>Net selling price per unit; null where it is not known.</summary>
    public Money? UnitPrice { get; init; }

    /// <summary>Cost of a unit short on top of its margin; null for none.</summary>
    public Money? ShortagePenalty { get; init; }

    /// <summary>Usable units.</summary>
    public long OnHand { get; init; }

    /// <summary>Units owed to customers.</summary>
    public long BackOrders { get; init; }

    /// <summary>Units claimed already.</summary>
    public long Claims { get; init; }

    /// <summary>Units of the purchase order under way, due on <see cref="Due"/>; 0 for none.</summary>
    public long OnOrder { get; init; }

    /// <summary>When it is expected; null without one.</summary>
    public LocalDate? Due { get; init; }

    /// <summary>Service promise in (0, 1); null: that of the plan.</summary>
    public double? Service { get; init; }

    /// <summary>Days within which units must be sold; null for no limit.</summary>
    public int? ShelfLifeDays { get; init; }

    /// <summary>What a unit takes of a container; null where it is not known.</summary>
    public UnitLoad? Load { get; init; }
}
