using EcomOps.Core;
using EcomOps.Inventory.Replenishment;

namespace EcomOps.Inventory.Purchasing;

/// <summary>How one supplier delivers one item.</summary>
/// <param name="Supplier">The supplier's id or name.</param>
/// <param name="LeadTime">Time from order to usable stock.</param>
public sealed record SupplierTerms(string Supplier, LeadTime LeadTime)
{
    /// <summary>Minimum, multiple and maximum of an order line; none by default.</summary>
    public OrderConstraints Constraints { get; init; } = OrderConstraints.None;

    /// <summary>On which days orders can be placed; every day by default.</summary>
    public SupplierCalendar Calendar { get; init; } = SupplierCalendar.EveryDay;

    /// <summary>Cost of placing and receiving one order line; null (the default): not known, orders cover one review period.</summary>
    public Money? OrderCost { get; init; }
}
