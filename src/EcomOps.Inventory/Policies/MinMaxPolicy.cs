using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Policies.Internal;

namespace EcomOps.Inventory.Policies;

/// <summary>(s, S) and (R, s, S) policies for demand in whole units with back-orders: exact cost, exact optimum, power approximation.</summary>
/// <remarks>
/// Costs: K per order, h per unit left and p per unit short at the end of each period. With lead time L the cost of a period belongs to the
/// demand of the <c>L + 1</c> periods from the review on; with R periods between reviews the demand between reviews is the sum of R.
/// Renewal form and optimum: Zheng and Federgruen (1991), Operations Research 39(4).
/// </remarks>
public static class MinMaxPolicy
{
    /// <summary>Exact expected cost per period of a policy.</summary>
    /// <param name="reorderPoint">s.</param>
    /// <param name="orderUpTo">S; above s.</param>
    /// <param name="fixedCost">K, money per order; 0 or more.</param>
    /// <param name="holdingCost">h, money per unit left per period; above 0.</param>
    /// <param name="stockOutCost">p, money per unit short per period; above 0.</param>
    /// <param name="demand">Demand of one period, 0 or more, not certainly 0.</param>
    /// <param name="leadTime">L, whole periods; 0 or more, default 0.</param>
    /// <param name="reviewPeriods">R, whole periods between reviews; 1 or more, default 1.</param>
    /// <returns>Cost per period.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Cost(
        long reorderPoint, long orderUpTo, double fixedCost, double holdingCost, double stockOutCost, DiscreteDemand demand, int leadTime = 0, int reviewPeriods = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(orderUpTo, reorderPoint);
        var renewal = new RenewalCost(fixedCost, holdingCost, stockOutCost, demand, leadTime, reviewPeriods);
        return renewal.Of(reorderPoint, orderUpTo);
    }

    /// <summary>Exact service and stock of a policy; with s = S - 1 of an (R, S) policy.</summary>
    /// <param name="reorderPoint">s.</param>
    /// <param name="orderUpTo">S; above s.</param>
    /// <param name="demand">Demand of one period, 0 or more, not certainly 0.</param>
    /// <param name="leadTime">L, whole periods; 0 or more, default 0.</param>
    /// <param name="reviewPeriods">R, whole periods between reviews; 1 or more, default 1.</param>
    /// <returns>
    /// With the position y after a review: fill rate <c>1 - E(n(y; L + R) - n(y; L)) / (R mean)</c>, cycle service <c>E F(y; L + R)</c>. The fill rate is exact where
    /// demand of a period is met in one; a unit that waits for a later period counts as missed once.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static PolicyService Service(long reorderPoint, long orderUpTo, DiscreteDemand demand, int leadTime = 0, int reviewPeriods = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(orderUpTo, reorderPoint);
        return new RenewalCost(0, 1, 1, demand, leadTime, reviewPeriods).Service(reorderPoint, orderUpTo);
    }

    /// <summary>The exact optimum.</summary>
    /// <param name="fixedCost">K, money per order; 0 or more.</param>
    /// <param name="holdingCost">h, money per unit left per period; above 0.</param>
    /// <param name="stockOutCost">p, money per unit short per period; above 0.</param>
    /// <param name="demand">Demand of one period, 0 or more, not certainly 0.</param>
    /// <param name="leadTime">L, whole periods; 0 or more, default 0.</param>
    /// <param name="reviewPeriods">R, whole periods between reviews; 1 or more, default 1.</param>
    /// <returns>Whole s and S and their cost.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static MinMax Optimise(double fixedCost, double holdingCost, double stockOutCost, DiscreteDemand demand, int leadTime = 0, int reviewPeriods = 1)
    {
        var renewal = new RenewalCost(fixedCost, holdingCost, stockOutCost, demand, leadTime, reviewPeriods);
        long best = renewal.BestLevel;
        long s = best - 1;
        while (renewal.Of(s, best) > renewal.Period(s))
        {
            s--;
        }

        long upTo = best;
        double cost = renewal.Of(s, upTo);
        for (long trial = best + 1; renewal.Period(trial) <= cost; trial++)
        {
            if (renewal.Of(s, trial) < cost)
            {
                upTo = trial;
                while (renewal.Of(s, upTo) <= renewal.Period(s + 1))
                {
                    s++;
                }

                cost = renewal.Of(s, upTo);
            }
        }

        return new MinMax(s, upTo, cost);
    }

    /// <summary>
    /// Ehrhardt's power approximation from the first two moments (1979, Management Science 25(8)): within a few per cent of the optimum's cost where
    /// the order quantity is 1.5 mean demands or more, less good below.
    /// </summary>
    /// <param name="fixedCost">K, money per order; above 0.</param>
    /// <param name="holdingCost">h, money per unit left per period; above 0.</param>
    /// <param name="stockOutCost">p, money per unit short per period; above 0.</param>
    /// <param name="mean">Mean demand of a period; above 0.</param>
    /// <param name="standardDeviation">Its standard deviation; above 0.</param>
    /// <param name="leadTime">L, whole periods; 0 or more, default 0.</param>
    /// <returns>s and S, not rounded; no cost.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static MinMax PowerApproximation(double fixedCost, double holdingCost, double stockOutCost, double mean, double standardDeviation, int leadTime = 0)
    {
        Require.Positive(fixedCost, holdingCost, stockOutCost, mean, standardDeviation);
        ArgumentOutOfRangeException.ThrowIfNegative(leadTime);
        double exposed = mean * (leadTime + 1), deviation = standardDeviation * Math.Sqrt(leadTime + 1.0);
        double q = 1.30 * Math.Pow(mean, 0.494) * Math.Pow(fixedCost / holdingCost, 0.506) * Math.Pow(1 + (deviation * deviation / (mean * mean)), 0.116);
        double z = Math.Sqrt(q * holdingCost / (stockOutCost * deviation));
        double s = (0.973 * exposed) + (deviation * ((0.183 / z) + 1.063 - (2.192 * z)));
        return new MinMax(s, s + q, 0);
    }
}
