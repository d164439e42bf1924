using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Distributions.Internal;

namespace EcomOps.Inventory.Replenishment;

/// <summary>Demand over the protection interval, from which levels are read. Made by <see cref="SafetyStock"/>.</summary>
public sealed class ProtectedDemand
{
    internal ProtectedDemand(DemandDistribution demand) => Demand = demand;

    /// <summary>Demand over the protection interval.</summary>
    public DemandDistribution Demand { get; }

    /// <summary>The lowest level that keeps a promise.</summary>
    /// <param name="service">Cycle service, fill rate or ready rate.</param>
    /// <param name="orderQuantity">
    /// Units per order, Q; above 0. Fill rate and ready rate depend on it (a large order fills the shelf for long); cycle service does not.
    /// Default 1: a level that is topped up unit by unit.
    /// </param>
    /// <returns>
    /// Cycle service: the quantile. Fill rate and ready rate of an (s, Q) policy with back-orders: the smallest s with
    /// <c>1 - (n(s) - n(s + Q)) / Q &gt;= target</c>, exact for demand unit by unit; with orders of many units the fill rate is a little lower.
    /// Whole units for discrete demand. A reorder point from a fill rate may be negative, but is never below -Q.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The order quantity is not above 0.</exception>
    public ReorderPoint Reaching(ServiceLevel service, double orderQuantity = 1)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(orderQuantity);
        double level = service is ServiceLevel.CycleService ? Demand.Quantile(service.Target) : Search(service.Target, orderQuantity);
        return new ReorderPoint(level, Demand, service);
    }

    /// <summary>Fill rate (and, unit by unit, ready rate) of an (s, Q) policy with back-orders.</summary>
    /// <param name="level">Reorder point s.</param>
    /// <param name="orderQuantity">Order quantity Q; above 0.</param>
    /// <returns><c>1 - (n(s) - n(s + Q)) / Q</c>, from 0 to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The order quantity is not above 0.</exception>
    public double FillRate(double level, double orderQuantity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(orderQuantity);
        return Math.Clamp(1 - ((Demand.Loss(level) - Demand.Loss(level + orderQuantity)) / orderQuantity), 0, 1);
    }

    private double Search(double target, double quantity)
    {
        double low = -quantity, high = Math.Max(1, Demand.Mean + Demand.StandardDeviation);
        while (FillRate(high, quantity) < target)
        {
            high = (2 * high) + 1;
        }

        if (!Demand.IsDiscrete)
        {
            return RootFinding.SmallestReaching(x => FillRate(x, quantity), target, low, high);
        }

        long from = (long)Math.Floor(low), to = (long)Math.Ceiling(high);
        while (to - from > 1)
        {
            long middle = from + ((to - from) / 2);
            (from, to) = FillRate(middle, quantity) >= target - 1e-12 ? (from, middle) : (middle, to);
        }

        return to;
    }
}
