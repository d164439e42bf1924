using EcomOps.Core;
using NodaTime;

namespace EcomOps.Operations.History;

/// <summary>One line of an order.</summary>
/// <param name="Sku">What was sold.</param>
/// <param name="Quantity">Units, at least 1.</param>
/// <param name="UnitPrice">Price of a unit as sold, in the shop's currency, above zero; promotions already taken off.</param>
/// <param name="At">When the line was recorded.</param>
/// <param name="UnitDiscount">What a promotion took off a unit, 0 or more, in the shop's currency; null if the source does not say.</param>
public sealed record ShopOrderLine(Sku Sku, long Quantity, Money UnitPrice, Instant At, Money? UnitDiscount = null)
{
    /// <summary>Quantity times unit price, exact.</summary>
    public Money Value => UnitPrice * Quantity;
}
