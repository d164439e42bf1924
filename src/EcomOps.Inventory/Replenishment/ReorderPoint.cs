using System.Globalization;
using EcomOps.Inventory.Distributions;

namespace EcomOps.Inventory.Replenishment;

/// <summary>A stock level that keeps a service promise: order when the inventory position is at or below it (or, as an order-up-to level, order up to it).</summary>
/// <param name="Level">Level in units, not rounded; may be negative where shortages are cheap.</param>
/// <param name="Demand">Demand over the protection interval that it was taken from.</param>
/// <param name="Service">The promise that it keeps.</param>
public sealed record ReorderPoint(double Level, DemandDistribution Demand, ServiceLevel Service)
{
    /// <summary>The level in whole units, rounded up.</summary>
    public long Units => Level >= 9e15 ? long.MaxValue : (long)Math.Ceiling(Level - 1e-9);

    /// <summary>Safety stock: level minus mean demand of the protection interval; a result of the quantile, may be negative.</summary>
    public double SafetyStock => Level - Demand.Mean;

    /// <summary>Expected units short per cycle at this level.</summary>
    public double ExpectedShortage => Demand.Loss(Level);

    /// <summary>Probability of no stock-out in a cycle at this level.</summary>
    public double CycleService => Demand.Cdf(Level);

    /// <inheritdoc />
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Units} units for {Service}: mean demand {Demand.Mean:0.#} until the next delivery, safety stock {SafetyStock:0.#}");
}
