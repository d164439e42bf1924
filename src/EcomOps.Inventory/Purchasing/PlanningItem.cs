using EcomOps.Core;
using EcomOps.Inventory.Forecasting;
using EcomOps.Inventory.Replenishment;

namespace EcomOps.Inventory.Purchasing;

/// <summary>One SKU at one location, with all that a purchase proposal needs.</summary>
/// <param name="Sku">The item.</param>
/// <param name="Demand">Forecast of its demand from the day of planning on; with a calendar when the lead time is in days.</param>
/// <param name="Supplier">How it is bought.</param>
/// <param name="UnitCost">Purchase cost per unit; above 0.</param>
public sealed record PlanningItem(Sku Sku, Forecast Demand, SupplierTerms Supplier, Money UnitCost)
{
    /// <summary>Where the stock lies; empty (the default) for a shop with one place.</summary>
    public string Location { get; init; } = string.Empty;

    /// <summary>Usable units there; 0 or more. What is owed to customers stands in <see cref="BackOrders"/>.</summary>
    public long OnHand { get; init; }

    /// <summary>Units sold and not yet delivered for want of stock; 0 or more.</summary>
    public long BackOrders { get; init; }

    /// <summary>Units on hand that are claimed already (reservations, transfers); 0 or more.</summary>
    public long Claims { get; init; }

    /// <summary>Purchase orders not yet received.</summary>
    public IReadOnlyList<OpenPurchaseOrder> OpenOrders { get; init; } = [];

    /// <summary>Net selling price per unit, for the margin of a sale; null (the default): not known.</summary>
    public Money? UnitPrice { get; init; }

    /// <summary>What a unit short costs on top of its lost margin (goodwill, express), once; null (the default) for nothing.</summary>
    public Money? ShortagePenalty { get; init; }

    /// <summary>Service promise of this item; null (the default): by its class.</summary>
    public ServiceLevel? Service { get; init; }

    /// <summary>Classes of the item; null (the default): sorted among the items of the plan, by value at cost.</summary>
    public ItemClass? Class { get; init; }

    /// <summary>Days from receipt within which units must be sold; null (the default) for no limit. An order never exceeds what is expected to sell in them.</summary>
    public int? ShelfLifeDays { get; init; }

    /// <summary>Past and planned times of other demand; those from the day of planning on lift <see cref="Demand"/>, which is the forecast of usual demand.</summary>
    public IReadOnlyList<Promotion> Promotions { get; init; } = [];

    /// <summary>What a unit takes of a container; null (the default): not known.</summary>
    public UnitLoad? Load { get; init; }

    /// <summary>Name of the item in explanations and issues.</summary>
    public string Label => Location.Length == 0 ? Sku.Value : $"{Sku.Value}@{Location}";
}
