using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Policies.Internal;

namespace EcomOps.Inventory.Policies;

/// <summary>The newsvendor: one level against random demand; what is left costs h a unit, what is short p a unit.</summary>
/// <remarks>
/// Works with every <see cref="DemandDistribution"/>, also an empirical one. A base-stock policy with lead time L (periods) is a newsvendor on
/// the demand of <c>L + 1</c> periods: give that distribution. Snyder and Shen, chapter 4.
/// </remarks>
public static class Newsvendor
{
    /// <summary>The best level: the smallest S with <c>F(S) &gt;= p / (p + h)</c>.</summary>
    /// <param name="demand">Demand D.</param>
    /// <param name="holdingCost">h, money per unit left over; above 0.</param>
    /// <param name="stockOutCost">p, money per unit short; above 0.</param>
    /// <param name="level">A level to evaluate instead of the best one.</param>
    /// <returns>Level and cost <c>h E(S-D)+ + p E(D-S)+</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A cost is not above 0.</exception>
    public static BaseStock Optimise(DemandDistribution demand, double holdingCost, double stockOutCost, double? level = null)
    {
        ArgumentNullException.ThrowIfNull(demand);
        Require.Positive(holdingCost, stockOutCost);
        double s = level ?? demand.Quantile(stockOutCost / (stockOutCost + holdingCost));
        return new BaseStock(s, Cost(demand, holdingCost, stockOutCost, s));
    }

    /// <summary>Expected cost of a level.</summary>
    /// <param name="demand">Demand D.</param>
    /// <param name="holdingCost">h, money per unit left over.</param>
    /// <param name="stockOutCost">p, money per unit short.</param>
    /// <param name="level">Level S, in units.</param>
    /// <returns><c>h E(S-D)+ + p E(D-S)+</c>.</returns>
    public static double Cost(DemandDistribution demand, double holdingCost, double stockOutCost, double level)
    {
        ArgumentNullException.ThrowIfNull(demand);
        return (holdingCost * demand.ComplementaryLoss(level)) + (stockOutCost * demand.Loss(level));
    }

    /// <summary>The profit form: revenue r, purchase cost c and salvage value v a unit, with h and p on top.</summary>
    /// <param name="demand">Demand D.</param>
    /// <param name="revenue">r, money per unit sold.</param>
    /// <param name="purchaseCost">c, money per unit bought; below r + p, above v - h.</param>
    /// <param name="salvageValue">v, money per unit left over.</param>
    /// <param name="holdingCost">h, money per unit left over; 0 or more.</param>
    /// <param name="stockOutCost">p, money per unit short; 0 or more.</param>
    /// <param name="level">A level to evaluate instead of the best one.</param>
    /// <returns>Level and <em>profit</em> <c>(r-c+p) S - p mean + (v-r-h-p) E(S-D)+</c>; ratio <c>(p+r-c)/(p+h+r-v)</c>.</returns>
    /// <exception cref="ArgumentException">The ratio does not lie between 0 and 1: buying never pays, or always does.</exception>
    public static BaseStock MaximiseProfit(
        DemandDistribution demand, double revenue, double purchaseCost, double salvageValue, double holdingCost = 0, double stockOutCost = 0, double? level = null)
    {
        ArgumentNullException.ThrowIfNull(demand);
        double s = level ?? demand.Quantile(Ratio(stockOutCost + revenue - purchaseCost, stockOutCost + holdingCost + revenue - salvageValue));
        double profit = ((revenue - purchaseCost + stockOutCost) * s) - (stockOutCost * demand.Mean)
            + ((salvageValue - revenue - holdingCost - stockOutCost) * demand.ComplementaryLoss(s));
        return new BaseStock(s, profit);
    }

    /// <summary>The critical ratio <c>(price - cost) / (price - salvage)</c>.</summary>
    /// <param name="price">Money per unit sold.</param>
    /// <param name="cost">Money per unit bought; between salvage and price.</param>
    /// <param name="salvage">Money per unit left over.</param>
    /// <returns>A cycle service level, in (0, 1).</returns>
    /// <exception cref="ArgumentException">The ratio does not lie between 0 and 1.</exception>
    public static double CriticalRatio(double price, double cost, double salvage) => Ratio(price - cost, price - salvage);

    /// <summary>The myopic level of one period of many: leftovers are worth the next period's purchase cost.</summary>
    /// <param name="demand">Demand of the period.</param>
    /// <param name="holdingCost">h, money per unit left over.</param>
    /// <param name="stockOutCost">p, money per unit short.</param>
    /// <param name="purchaseCost">c, money per unit now.</param>
    /// <param name="nextPurchaseCost">c of the next period.</param>
    /// <param name="discountFactor">gamma, in (0, 1].</param>
    /// <param name="level">A level to evaluate instead of the best one.</param>
    /// <returns>Level with <c>F(S) = (p - c + gamma c') / (p + h)</c> and cost <c>c S + g(S) - gamma c' (S - mean)</c>.</returns>
    /// <exception cref="ArgumentException">The ratio does not lie between 0 and 1.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The discount factor is outside its range.</exception>
    public static BaseStock Myopic(
        DemandDistribution demand, double holdingCost, double stockOutCost, double purchaseCost, double nextPurchaseCost, double discountFactor = 1, double? level = null)
    {
        ArgumentNullException.ThrowIfNull(demand);
        if (!(discountFactor is > 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(discountFactor), discountFactor, "A discount factor must lie in (0, 1].");
        }

        double s = level ?? demand.Quantile(Ratio(stockOutCost - purchaseCost + (discountFactor * nextPurchaseCost), stockOutCost + holdingCost));
        return new BaseStock(s, (purchaseCost * s) + Cost(demand, holdingCost, stockOutCost, s) - (discountFactor * nextPurchaseCost * (s - demand.Mean)));
    }

    /// <summary>Random additive yield: an order up to S receives S + Y; certain demand d. <c>F_Y(d - S) = h / (h + p)</c>.</summary>
    /// <param name="demand">d, units.</param>
    /// <param name="yield">Y, units received above the order; may be negative.</param>
    /// <param name="holdingCost">h, money per unit left over; above 0.</param>
    /// <param name="stockOutCost">p, money per unit short; above 0.</param>
    /// <param name="level">A level to evaluate instead of the best one.</param>
    /// <returns>Level and cost <c>h E(S+Y-d)+ + p E(d-S-Y)+</c>. Snyder and Shen, chapter 9.</returns>
    public static BaseStock WithAdditiveYield(double demand, DemandDistribution yield, double holdingCost, double stockOutCost, double? level = null)
    {
        ArgumentNullException.ThrowIfNull(yield);
        Require.Positive(holdingCost, stockOutCost);
        double s = level ?? (demand - yield.Quantile(holdingCost / (holdingCost + stockOutCost)));
        return new BaseStock(s, (holdingCost * yield.Loss(demand - s)) + (stockOutCost * yield.ComplementaryLoss(demand - s)));
    }

    /// <summary>Supply that fails and returns at random, certain demand d a period: the level is a whole number of periods' demand.</summary>
    /// <param name="demand">d, units per period; above 0.</param>
    /// <param name="holdingCost">h, money per unit and period; above 0.</param>
    /// <param name="stockOutCost">p, money per unit short and period; above 0.</param>
    /// <param name="disruptionProbability">Chance that a working supply fails, per period; in (0, 1].</param>
    /// <param name="recoveryProbability">Chance that a failed supply returns, per period; in (0, 1].</param>
    /// <param name="level">A level to evaluate instead of the best one.</param>
    /// <returns>Level and cost, from the stationary number of periods since the supply failed. Snyder and Shen, chapter 9.</returns>
    public static BaseStock WithDisruptions(
        double demand, double holdingCost, double stockOutCost, double disruptionProbability, double recoveryProbability, double? level = null)
    {
        Require.Positive(demand, holdingCost, stockOutCost, disruptionProbability, recoveryProbability);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(disruptionProbability, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(recoveryProbability, 1);
        double a = disruptionProbability, b = recoveryProbability, ratio = stockOutCost / (stockOutCost + holdingCost);
        double Probability(int n) => n == 0 ? b / (a + b) : a * b / (a + b) * Math.Pow(1 - b, n - 1);
        int periods = 0;
        for (double sum = Probability(0); sum < ratio - 1e-12 && periods < 10_000_000; sum += Probability(periods))
        {
            periods++;
        }

        double s = level ?? ((periods + 1) * demand), cost = 0, tail = 1;
        for (int n = 0; n < 10_000_000 && tail > 1e-17; n++)
        {
            double gap = s - ((n + 1) * demand);
            cost += Probability(n) * (gap > 0 ? holdingCost * gap : -stockOutCost * gap);

            // The tail counts with the periods that it lasts, so that the cut loses nothing that matters.
            tail = Math.Pow(1 - b, n) * (n + 2);
        }

        return new BaseStock(s, cost);
    }

    private static double Ratio(double numerator, double denominator)
    {
        double ratio = numerator / denominator;
        return denominator > 0 && ratio is > 0 and < 1
            ? ratio
            : throw new ArgumentException("The critical ratio must lie between 0 and 1: with these costs buying never pays, or always does.", nameof(numerator));
    }
}
