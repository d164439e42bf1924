using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Distributions.Internal;
using EcomOps.Inventory.Policies.Internal;

namespace EcomOps.Inventory.Policies;

/// <summary>Textbook safety stock for normal demand, independent from period to period. Prefer the probabilistic lead-time demand of <see cref="Replenishment.SafetyStock"/> for real items.</summary>
/// <remarks>
/// Deviations, lead times and lot sizes must be 0 or more and shares in (0, 1), else <see cref="ArgumentOutOfRangeException"/>. Lead times are in the time
/// unit of demand; exposure is L (continuous review) or L + R (periodic). With a certain lead time the service is exact; with gamma lead times
/// whose deviation is up to 0.4 of their mean it is within 0.03 of the target, because demand over a random time is not normal. Chopra and Meindl, Supply Chain Management.
/// </remarks>
public static class NormalSafetyStock
{
    /// <summary>Deviation of lead-time demand: <c>sqrt(L sigma^2 + mean^2 sL^2)</c>.</summary>
    /// <param name="demandMean">Mean demand per time unit.</param>
    /// <param name="demandDeviation">sigma, its standard deviation.</param>
    /// <param name="leadTimeMean">L, time units.</param>
    /// <param name="leadTimeDeviation">sL, time units.</param>
    /// <returns>Units.</returns>
    public static double DeviationOfLeadTimeDemand(double demandMean, double demandDeviation, double leadTimeMean, double leadTimeDeviation = 0)
    {
        Require.NotNegative(demandMean, demandDeviation, leadTimeMean, leadTimeDeviation);
        return Math.Sqrt((leadTimeMean * demandDeviation * demandDeviation) + (demandMean * demandMean * leadTimeDeviation * leadTimeDeviation));
    }

    /// <summary>Safety stock for a cycle service level: <c>z(CSL) sigma_L</c>.</summary>
    /// <param name="deviation">Deviation of lead-time demand, sigma_L.</param>
    /// <param name="cycleServiceLevel">In (0, 1).</param>
    /// <returns>Units; negative below 50 %.</returns>
    public static double ForCycleService(double deviation, double cycleServiceLevel)
    {
        Require.NotNegative(deviation);
        return StandardNormal.Quantile(Require.Share(cycleServiceLevel)) * deviation;
    }

    /// <summary>Cycle service level that a safety stock reaches: <c>Phi(SS / sigma_L)</c>.</summary>
    /// <param name="deviation">sigma_L.</param>
    /// <param name="safetyStock">SS, units.</param>
    /// <returns>From 0 to 1.</returns>
    public static double CycleService(double deviation, double safetyStock) => new NormalDemand(0, deviation).Cdf(safetyStock);

    /// <summary>Expected shortage per cycle: <c>sigma_L n(SS / sigma_L)</c>.</summary>
    /// <param name="deviation">sigma_L.</param>
    /// <param name="safetyStock">SS, units.</param>
    /// <returns>Units.</returns>
    public static double ExpectedShortage(double deviation, double safetyStock) => new NormalDemand(0, deviation).Loss(safetyStock);

    /// <summary>Fill rate of a safety stock: <c>1 - shortage / Q</c>.</summary>
    /// <param name="deviation">sigma_L.</param>
    /// <param name="safetyStock">SS, units.</param>
    /// <param name="lotSize">Q, units; above 0.</param>
    /// <returns>Share of units served from stock.</returns>
    public static double FillRate(double deviation, double safetyStock, double lotSize)
    {
        Require.Positive(lotSize);
        return 1 - (ExpectedShortage(deviation, safetyStock) / lotSize);
    }

    /// <summary>Safety stock for a fill rate: solves <c>sigma_L n(z) = (1 - fill rate) Q</c>.</summary>
    /// <param name="deviation">sigma_L; above 0.</param>
    /// <param name="lotSize">Q, units; above 0.</param>
    /// <param name="fillRate">In (0, 1).</param>
    /// <returns>Units; negative where large lots alone keep the promise.</returns>
    public static double ForFillRate(double deviation, double lotSize, double fillRate)
    {
        Require.Positive(deviation, lotSize);
        return ReorderPointQuantity.InverseLoss(new NormalDemand(0, deviation), (1 - Require.Share(fillRate)) * lotSize);
    }

    /// <summary>Safety stock of k equal, independent places: apart, and pooled in one.</summary>
    /// <param name="locations">k; 1 or more.</param>
    /// <param name="deviation">Deviation of lead-time demand of one place.</param>
    /// <param name="cycleServiceLevel">In (0, 1).</param>
    /// <returns>Units altogether: <c>k z sigma</c> and <c>sqrt(k) z sigma</c>.</returns>
    public static (double Apart, double Pooled) Pooling(int locations, double deviation, double cycleServiceLevel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(locations, 1);
        double one = ForCycleService(deviation, cycleServiceLevel);
        return (locations * one, Math.Sqrt(locations) * one);
    }
}
