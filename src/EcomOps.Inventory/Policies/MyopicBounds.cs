using EcomOps.Inventory.Distributions.Internal;

namespace EcomOps.Inventory.Policies;

/// <summary>Bounds on the optimal (s, S) of each period of a finite horizon, from the costs of that period alone.</summary>
/// <param name="OrderUpToLower">Lower bounds of S.</param>
/// <param name="OrderUpToUpper">Upper bounds of S.</param>
/// <param name="ReorderPointLower">Lower bounds of s.</param>
/// <param name="ReorderPointUpper">Upper bounds of s.</param>
/// <remarks>Snyder and Shen, chapter 4; Veinott (1966).</remarks>
public sealed record MyopicBounds(
    IReadOnlyList<double> OrderUpToLower, IReadOnlyList<double> OrderUpToUpper, IReadOnlyList<double> ReorderPointLower, IReadOnlyList<double> ReorderPointUpper)
{
    /// <summary>Finds the bounds: S lower minimises G, the others solve G = min + a fixed cost.</summary>
    /// <param name="periods">The periods in order; at least one; demand of a continuous family.</param>
    /// <param name="terminalHoldingCost">Money per unit left after the last period, on top; 0 or more.</param>
    /// <param name="terminalStockOutCost">Money per unit short after the last period, on top; 0 or more.</param>
    /// <param name="discountFactor">gamma, in (0, 1].</param>
    /// <returns>One bound of each kind per period.</returns>
    /// <exception cref="ArgumentException">No period, or the myopic ratio of one does not lie between 0 and 1.</exception>
    public static MyopicBounds Find(IReadOnlyList<HorizonPeriod> periods, double terminalHoldingCost = 0, double terminalStockOutCost = 0, double discountFactor = 1)
    {
        ArgumentNullException.ThrowIfNull(periods);
        int n = periods.Count;
        if (n == 0)
        {
            throw new ArgumentException("A horizon needs at least one period.", nameof(periods));
        }

        var (lower, upper, low, high) = (new double[n], new double[n], new double[n], new double[n]);
        for (int t = 0; t < n; t++)
        {
            HorizonPeriod period = periods[t];
            bool last = t == n - 1;
            double h = period.HoldingCost + (last ? terminalHoldingCost : 0), p = period.StockOutCost + (last ? terminalStockOutCost : 0);
            double nextCost = last ? 0 : periods[t + 1].PurchaseCost, nextFixed = last ? 0 : periods[t + 1].FixedCost;
            double G(double y) => Newsvendor.Myopic(period.Demand, h, p, period.PurchaseCost, nextCost, discountFactor, y).Expected;
            BaseStock best = Newsvendor.Myopic(period.Demand, h, p, period.PurchaseCost, nextCost, discountFactor);
            lower[t] = best.Level;
            upper[t] = Solve(G, best, discountFactor * nextFixed, +1, period.Demand.StandardDeviation);
            low[t] = Solve(G, best, period.FixedCost, -1, period.Demand.StandardDeviation);
            high[t] = Solve(G, best, Math.Max(0, period.FixedCost - (discountFactor * nextFixed)), -1, period.Demand.StandardDeviation);
        }

        return new MyopicBounds(lower, upper, low, high);
    }

    private static double Solve(Func<double, double> g, BaseStock best, double above, int side, double width)
    {
        if (above <= 0)
        {
            return best.Level;
        }

        double target = best.Expected + above, step = Math.Max(width, 1e-9), end = best.Level + (side * step);
        while (g(end) < target)
        {
            step *= 2;
            end += side * step;
        }

        return side > 0 ? RootFinding.Brent(y => g(y) - target, best.Level, end) : RootFinding.Brent(y => g(y) - target, end, best.Level);
    }
}
