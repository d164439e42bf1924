using EcomOps.Core;

namespace EcomOps.Routing.Orders;

/// <summary>Units of a SKU that an order wants.</summary>
/// <param name="Id">Id of the line, unique within the order.</param>
/// <param name="Sku">SKU. Two lines of one SKU share its stock.</param>
/// <param name="Quantity">Units, above 0.</param>
/// <param name="UnitWeight">Weight of a unit; zero when unknown.</param>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record RoutingLine(string Id, Sku Sku, long Quantity, Weight UnitWeight)
{
    /// <summary>Penalty per unit left unfilled, in the network's currency: what a unit that comes later costs; null (the default) when the line must be filled now.</summary>
    public Money? BackorderCost { get; init; }

    /// <summary>Whether the goods are hazardous; false by default.</summary>
    public bool IsHazardous { get; init; }
}
