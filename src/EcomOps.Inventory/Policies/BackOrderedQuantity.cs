namespace EcomOps.Inventory.Policies;

/// <summary>An order quantity with planned back-orders.</summary>
/// <param name="OrderQuantity">Units per order, Q; not rounded.</param>
/// <param name="StockOutFraction">Share x of the quantity that fills back-orders when it arrives.</param>
/// <param name="CostRate">Model cost per time unit.</param>
public sealed record BackOrderedQuantity(double OrderQuantity, double StockOutFraction, double CostRate);
