using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Policies.Internal;

namespace EcomOps.Inventory.Policies;

/// <summary>Policies where a customer who finds no stock does not wait: service, stock and best levels.</summary>
/// <remarks>
/// A period: at a review an order is placed; the order of L periods ago arrives (with L = 0 at once); demand comes; what is not there is lost.
/// There is no closed form. Small items are solved exactly as a Markov chain over on-hand stock and the orders under way, in the manner of
/// Xu, Kim, Bisi, Dada and Chand (2018), Purdue working paper 1305; see also Zipkin (2008), Operations Research 56(5). Where the chain has more
/// than <see cref="ExactStates"/> states it is simulated with a fixed seed, the same demand for every level. Pure and thread-safe.
/// </remarks>
public static class LostSalesPolicy
{
    /// <summary>Largest chain that is solved exactly.</summary>
    public const int ExactStates = 20_000;

    /// <summary>Periods of a simulation, after a warm-up of a tenth.</summary>
    public const int SimulatedPeriods = 200_000;

    /// <summary>Service and stock of a policy: exact where the chain is small, else simulated.</summary>
    /// <param name="rule">The policy.</param>
    /// <param name="demand">Demand of one period, 0 or more, not certainly 0.</param>
    /// <param name="leadTime">L, whole periods; 0 or more.</param>
    /// <param name="reviewPeriods">R, whole periods between reviews; 1 or more, default 1.</param>
    /// <param name="seed">Seed of a simulation.</param>
    /// <returns>Service; a standard error of 0 says that it is exact.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static PolicyService Evaluate(LostSalesRule rule, DiscreteDemand demand, int leadTime, int reviewPeriods = 1, int seed = 1)
    {
        Check(rule, demand, leadTime, reviewPeriods);
        return new LostSalesChain(rule, demand, leadTime, reviewPeriods).Solve(ExactStates) ?? new LostSalesSimulation(demand, leadTime, reviewPeriods, seed, SimulatedPeriods).Run(rule);
    }

    /// <summary>Service and stock of a policy by simulation, whatever its size.</summary>
    /// <param name="rule">The policy.</param>
    /// <param name="demand">Demand of one period, 0 or more, not certainly 0.</param>
    /// <param name="leadTime">L, whole periods; 0 or more.</param>
    /// <param name="reviewPeriods">R, whole periods between reviews; 1 or more, default 1.</param>
    /// <param name="seed">Seed.</param>
    /// <param name="periods">Periods after the warm-up; 1,000 or more.</param>
    /// <returns>Service with its standard error.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static PolicyService Simulate(LostSalesRule rule, DiscreteDemand demand, int leadTime, int reviewPeriods = 1, int seed = 1, int periods = SimulatedPeriods)
    {
        Check(rule, demand, leadTime, reviewPeriods);
        ArgumentOutOfRangeException.ThrowIfLessThan(periods, 1000);
        return new LostSalesSimulation(demand, leadTime, reviewPeriods, seed, periods).Run(rule);
    }

    /// <summary>The cheapest order-up-to level of an (R, S) policy.</summary>
    /// <param name="holdingCost">h, money per unit left at the end of a period; above 0.</param>
    /// <param name="lostSaleCost">p, money per unit lost, margin included; above 0.</param>
    /// <param name="demand">Demand of one period, 0 or more, not certainly 0.</param>
    /// <param name="leadTime">L, whole periods; 0 or more.</param>
    /// <param name="reviewPeriods">R, whole periods between reviews; 1 or more, default 1.</param>
    /// <param name="seed">Seed of a simulation.</param>
    /// <returns>
    /// Whole S and its cost per period. The search goes down from the best level for back-orders at the same cost, which is never too low
    /// (Janakiraman, Seshadri and Shanthikumar 2007, Operations Research 55(5)); with R = 1 the cost is convex in S (Janakiraman and Roundy 2004, 52(5)).
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static BaseStock BestOrderUpTo(double holdingCost, double lostSaleCost, DiscreteDemand demand, int leadTime, int reviewPeriods = 1, int seed = 1)
    {
        Require.Positive(holdingCost, lostSaleCost);
        Check(new LostSalesRule.OrderUpTo(0), demand, leadTime, reviewPeriods);
        long high = (long)DiscreteSums.Over(demand, leadTime + reviewPeriods).Quantile(lostSaleCost / (lostSaleCost + holdingCost));
        return Descend(high, level => Evaluate(new LostSalesRule.OrderUpTo(level), demand, leadTime, reviewPeriods, seed).Cost(0, holdingCost, lostSaleCost));
    }

    /// <summary>The cheapest reorder point of an (s, Q) policy with a given lot.</summary>
    /// <param name="quantity">Q, units; 1 or more.</param>
    /// <param name="holdingCost">h, money per unit left at the end of a period; above 0.</param>
    /// <param name="lostSaleCost">p, money per unit lost, margin included; above 0.</param>
    /// <param name="demand">Demand of one period, 0 or more, not certainly 0.</param>
    /// <param name="leadTime">L, whole periods; 0 or more.</param>
    /// <param name="reviewPeriods">R, whole periods between reviews; 1 or more, default 1.</param>
    /// <param name="seed">Seed of a simulation.</param>
    /// <returns>Whole s and its cost per period, without the cost of ordering.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static BaseStock BestReorderPoint(long quantity, double holdingCost, double lostSaleCost, DiscreteDemand demand, int leadTime, int reviewPeriods = 1, int seed = 1)
    {
        Require.Positive(holdingCost, lostSaleCost);
        Check(new LostSalesRule.ReorderQuantity(0, quantity), demand, leadTime, reviewPeriods);
        long high = (long)DiscreteSums.Over(demand, leadTime + reviewPeriods).Quantile(lostSaleCost / (lostSaleCost + holdingCost));
        return Descend(high, s => Evaluate(new LostSalesRule.ReorderQuantity(s, quantity), demand, leadTime, reviewPeriods, seed).Cost(0, holdingCost, lostSaleCost));
    }

    /// <summary>The lowest order-up-to level that reaches a fill rate.</summary>
    /// <param name="fillRate">Share of units sold of those asked for, in (0, 1).</param>
    /// <param name="demand">Demand of one period, 0 or more, not certainly 0.</param>
    /// <param name="leadTime">L, whole periods; 0 or more.</param>
    /// <param name="reviewPeriods">R, whole periods between reviews; 1 or more, default 1.</param>
    /// <param name="seed">Seed of a simulation.</param>
    /// <returns>Whole S and the fill rate that it reaches.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static BaseStock LowestOrderUpTo(double fillRate, DiscreteDemand demand, int leadTime, int reviewPeriods = 1, int seed = 1)
    {
        Require.Share(fillRate);
        Check(new LostSalesRule.OrderUpTo(0), demand, leadTime, reviewPeriods);
        double Reached(long level) => Evaluate(new LostSalesRule.OrderUpTo(level), demand, leadTime, reviewPeriods, seed).FillRate;
        long low = 0, high = Math.Max(1, (long)Math.Ceiling(demand.Mean * (leadTime + reviewPeriods)));
        while (Reached(high) < fillRate)
        {
            (low, high) = (high, 2 * high);
        }

        while (high - low > 1)
        {
            long middle = low + ((high - low) / 2);
            (low, high) = Reached(middle) >= fillRate ? (low, middle) : (middle, high);
        }

        return new BaseStock(high, Reached(high));
    }

    // Down from a level that is not too low, until two levels in a row are dearer.
    private static BaseStock Descend(long high, Func<long, double> cost)
    {
        long best = high;
        double least = cost(high);
        for (long level = high - 1; level >= 0 && best - level <= 2; level--)
        {
            double trial = cost(level);
            (best, least) = trial <= least ? (level, trial) : (best, least);
        }

        return new BaseStock(best, least);
    }

    private static void Check(LostSalesRule rule, DiscreteDemand demand, int leadTime, int reviewPeriods)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(demand);
        ArgumentOutOfRangeException.ThrowIfNegative(leadTime);
        ArgumentOutOfRangeException.ThrowIfLessThan(reviewPeriods, 1);
        bool sound = rule switch
        {
            LostSalesRule.OrderUpTo(var level) => level >= 0,
            LostSalesRule.ReorderQuantity(var point, var quantity) => point >= 0 && quantity >= 1,
            LostSalesRule.MinMax(var point, var level) => point >= 0 && level > point,
            _ => false,
        };
        if (!sound)
        {
            throw new ArgumentOutOfRangeException(nameof(rule), rule, "Levels must be 0 or more, lots 1 or more and S above s.");
        }

        if (demand.Cdf(-1) > 0 || demand.Probability(0) > 1 - 1e-12)
        {
            throw new ArgumentOutOfRangeException(nameof(demand), "Demand of a period must not be negative, nor certainly 0.");
        }
    }
}
