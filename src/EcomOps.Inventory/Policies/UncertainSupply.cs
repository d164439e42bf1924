using EcomOps.Inventory.Distributions.Internal;
using EcomOps.Inventory.Policies.Internal;

namespace EcomOps.Inventory.Policies;

/// <summary>Economic order quantities where supply fails at times, or delivers another quantity than was ordered.</summary>
/// <remarks>Costs, rates and quantities must be above 0 (<see cref="ArgumentOutOfRangeException"/>). Snyder and Shen, chapter 9.</remarks>
public static class UncertainSupply
{
    /// <summary>EOQ with disruptions: supply works and fails for exponential times; lost units cost p once.</summary>
    /// <param name="fixedCost">K, money per order.</param>
    /// <param name="holdingCost">h, money per unit and time unit.</param>
    /// <param name="stockOutCost">p, money per unit short, once.</param>
    /// <param name="demandRate">d, units per time unit.</param>
    /// <param name="disruptionRate">Failures per time unit while working.</param>
    /// <param name="recoveryRate">Recoveries per time unit while failed.</param>
    /// <param name="approximate">True drops the exponential term of psi: the probability of finding supply failed no longer depends on Q.</param>
    /// <param name="quantity">A quantity to evaluate instead of the best one.</param>
    /// <returns>Quantity and cost <c>(K + h Q^2 / 2d + d p psi / b) / (Q/d + psi/b)</c>.</returns>
    public static OrderQuantityCost EoqWithDisruptions(
        double fixedCost, double holdingCost, double stockOutCost, double demandRate, double disruptionRate, double recoveryRate, bool approximate = false, double? quantity = null)
    {
        Require.Positive(fixedCost, holdingCost, stockOutCost, demandRate, disruptionRate, recoveryRate);
        double steady = disruptionRate / (disruptionRate + recoveryRate);
        double Psi(double q) => approximate ? steady : -steady * double.ExpM1(-(disruptionRate + recoveryRate) * q / demandRate);
        double Cost(double q)
        {
            double down = Psi(q) / recoveryRate;
            return (fixedCost + (0.5 * holdingCost * q * q / demandRate) + (demandRate * stockOutCost * down)) / ((q / demandRate) + down);
        }

        if (Require.PositiveIfGiven(quantity) is { } given)
        {
            return new OrderQuantityCost(given, Cost(given));
        }

        double b = steady / recoveryRate, a = fixedCost + (demandRate * stockOutCost * b);
        double root = (demandRate / holdingCost) * (Math.Sqrt((holdingCost * holdingCost * b * b) + (2 * holdingCost * a / demandRate)) - (holdingCost * b));
        double best = root;
        if (!approximate)
        {
            double classic = Math.Sqrt(2 * fixedCost * demandRate / holdingCost);
            best = RootFinding.Minimise(Cost, 0.2 * Math.Min(classic, root), 3 * Math.Max(classic, root), 1e-9);
        }

        return new OrderQuantityCost(best, Cost(best));
    }

    /// <summary>Additive yield: an order of Q receives Q + Y.</summary>
    /// <param name="fixedCost">K, money per order.</param>
    /// <param name="holdingCost">h, money per unit and time unit.</param>
    /// <param name="demandRate">d, units per time unit.</param>
    /// <param name="yieldMean">E Y, units; negative for losses.</param>
    /// <param name="yieldDeviation">Standard deviation of Y, units; 0 or more.</param>
    /// <param name="quantity">A quantity to evaluate instead of the best one; above <c>-E Y</c>.</param>
    /// <returns><c>Q = sqrt(2 K d / h + Var Y) - E Y</c> and its cost.</returns>
    public static OrderQuantityCost EoqWithAdditiveYield(double fixedCost, double holdingCost, double demandRate, double yieldMean, double yieldDeviation, double? quantity = null)
    {
        Require.Positive(fixedCost, holdingCost, demandRate);
        Require.NotNegative(yieldDeviation);
        double variance = yieldDeviation * yieldDeviation;
        double q = quantity ?? (Math.Sqrt((2 * fixedCost * demandRate / holdingCost) + variance) - yieldMean);
        double received = q + yieldMean;
        Require.Positive(received);
        return new OrderQuantityCost(q, (fixedCost * demandRate / received) + (0.5 * holdingCost * ((received * received) + variance) / received));
    }

    /// <summary>Multiplicative yield: an order of Q receives Z Q.</summary>
    /// <param name="fixedCost">K, money per order.</param>
    /// <param name="holdingCost">h, money per unit and time unit.</param>
    /// <param name="demandRate">d, units per time unit.</param>
    /// <param name="yieldMean">E Z, share received; above 0.</param>
    /// <param name="yieldDeviation">Standard deviation of Z; 0 or more.</param>
    /// <param name="quantity">A quantity to evaluate instead of the best one.</param>
    /// <returns><c>Q = sqrt(2 K d / (h (Var Z + (E Z)^2)))</c> and its cost.</returns>
    public static OrderQuantityCost EoqWithMultiplicativeYield(double fixedCost, double holdingCost, double demandRate, double yieldMean, double yieldDeviation, double? quantity = null)
    {
        Require.Positive(fixedCost, holdingCost, demandRate, yieldMean);
        Require.NotNegative(yieldDeviation);
        double square = (yieldDeviation * yieldDeviation) + (yieldMean * yieldMean);
        double q = Require.PositiveIfGiven(quantity) ?? Math.Sqrt(2 * fixedCost * demandRate / (holdingCost * square));
        return new OrderQuantityCost(q, (fixedCost * demandRate / (q * yieldMean)) + (0.5 * holdingCost * q * square / yieldMean));
    }
}
