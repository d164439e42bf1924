using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Distributions.Internal;
using EcomOps.Inventory.Policies.Internal;

namespace EcomOps.Inventory.Policies;

/// <summary>(r, Q) policies under continuous review with back-orders: order Q when the inventory position falls to r.</summary>
/// <remarks>
/// Demand over the lead time L is normal with mean <c>lambda L</c> and deviation <c>sigma sqrt(L)</c>, or Poisson. The stock-out cost p is per
/// unit short <em>and time unit</em>, except in <see cref="ExpectedShortageApproximation"/>, where it is per unit short, once. Every
/// function throws <see cref="ArgumentOutOfRangeException"/> for a cost or rate that is not above 0. Snyder and Shen, chapter 5.
/// </remarks>
public static class ReorderPointQuantity
{
    /// <summary>Exact cost rate for continuous lead-time demand: <c>(K lambda + integral of g over [r, r + Q]) / Q</c>.</summary>
    /// <param name="reorderPoint">r.</param>
    /// <param name="quantity">Q; above 0.</param>
    /// <param name="fixedCost">K, money per order; 0 or more.</param>
    /// <param name="holdingCost">h, money per unit and time unit.</param>
    /// <param name="stockOutCost">p, money per unit short and time unit.</param>
    /// <param name="demandRate">lambda, units per time unit.</param>
    /// <param name="leadTimeDemand">Demand over the lead time, of a continuous family.</param>
    /// <returns>Money per time unit.</returns>
    public static double Cost(double reorderPoint, double quantity, double fixedCost, double holdingCost, double stockOutCost, double demandRate, DemandDistribution leadTimeDemand)
    {
        ArgumentNullException.ThrowIfNull(leadTimeDemand);
        Require.Positive(quantity, holdingCost, stockOutCost, demandRate);
        Require.NotNegative(fixedCost);
        double end = reorderPoint + quantity;
        double shortage = leadTimeDemand.SecondLoss(reorderPoint) - leadTimeDemand.SecondLoss(end);
        double stock = leadTimeDemand.ComplementarySecondLoss(end) - leadTimeDemand.ComplementarySecondLoss(reorderPoint);
        return ((fixedCost * demandRate) + (holdingCost * stock) + (stockOutCost * shortage)) / quantity;
    }

    /// <summary>Exact cost rate for demand in whole units: <c>(K lambda + sum of g(y), y = r+1 .. r+Q) / Q</c>.</summary>
    /// <param name="reorderPoint">r.</param>
    /// <param name="quantity">Q; 1 or more.</param>
    /// <param name="fixedCost">K, money per order; 0 or more.</param>
    /// <param name="holdingCost">h, money per unit and time unit.</param>
    /// <param name="stockOutCost">p, money per unit short and time unit.</param>
    /// <param name="demandRate">lambda, units per time unit.</param>
    /// <param name="leadTimeDemand">Demand over the lead time; Poisson for exactness.</param>
    /// <returns>Money per time unit.</returns>
    public static double DiscreteCost(long reorderPoint, long quantity, double fixedCost, double holdingCost, double stockOutCost, double demandRate, DiscreteDemand leadTimeDemand)
    {
        ArgumentNullException.ThrowIfNull(leadTimeDemand);
        Require.Positive(quantity, holdingCost, stockOutCost, demandRate);
        Require.NotNegative(fixedCost);

        // Sums of the loss functions are second-order losses: sum of n(y) over y > r is n2(r), of the leftover over y <= x nb2(x).
        long end = reorderPoint + quantity;
        double shortage = leadTimeDemand.SecondLoss(reorderPoint) - leadTimeDemand.SecondLoss(end);
        double stock = leadTimeDemand.ComplementarySecondLoss(end) - leadTimeDemand.ComplementarySecondLoss(reorderPoint);
        return ((fixedCost * demandRate) + (holdingCost * stock) + (stockOutCost * shortage)) / quantity;
    }

    /// <summary>The best reorder point for a quantity: <c>g(r) = g(r + Q)</c>.</summary>
    /// <param name="quantity">Q; above 0.</param>
    /// <param name="holdingCost">h, money per unit and time unit.</param>
    /// <param name="stockOutCost">p, money per unit short and time unit.</param>
    /// <param name="leadTimeDemand">Demand over the lead time, of a continuous family.</param>
    /// <returns>r; may be negative.</returns>
    public static double BestReorderPoint(double quantity, double holdingCost, double stockOutCost, DemandDistribution leadTimeDemand)
    {
        ArgumentNullException.ThrowIfNull(leadTimeDemand);
        Require.Positive(quantity, holdingCost, stockOutCost);
        double best = leadTimeDemand.Quantile(stockOutCost / (stockOutCost + holdingCost));
        double Difference(double r) => Newsvendor.Cost(leadTimeDemand, holdingCost, stockOutCost, r + quantity) - Newsvendor.Cost(leadTimeDemand, holdingCost, stockOutCost, r);
        return RootFinding.Brent(Difference, best - quantity, best);
    }

    /// <summary>Exact optimum for continuous lead-time demand: the best reorder point of the best quantity.</summary>
    /// <param name="fixedCost">K, money per order.</param>
    /// <param name="holdingCost">h, money per unit and time unit.</param>
    /// <param name="stockOutCost">p, money per unit short and time unit.</param>
    /// <param name="demandRate">lambda, units per time unit.</param>
    /// <param name="leadTimeDemand">Demand over the lead time, of a continuous family.</param>
    /// <returns>r, Q and their cost rate. The cost at the best r is convex in Q (Zheng 1992, Management Science 38(1)), and Q is at least the EOQ with back-orders.</returns>
    public static OrderPolicy Optimise(double fixedCost, double holdingCost, double stockOutCost, double demandRate, DemandDistribution leadTimeDemand)
    {
        ArgumentNullException.ThrowIfNull(leadTimeDemand);
        double least = EconomicOrderQuantity.WithBackOrders(fixedCost, holdingCost, stockOutCost, demandRate).OrderQuantity;
        double Best(double q) => Cost(BestReorderPoint(q, holdingCost, stockOutCost, leadTimeDemand), q, fixedCost, holdingCost, stockOutCost, demandRate, leadTimeDemand);
        double high = 2 * least + leadTimeDemand.StandardDeviation;
        while (Best(2 * high) < Best(high))
        {
            high *= 2;
        }

        double quantity = RootFinding.Minimise(Best, 0.5 * least, 2 * high, 1e-9);
        double r = BestReorderPoint(quantity, holdingCost, stockOutCost, leadTimeDemand);
        return new OrderPolicy(r, quantity, Cost(r, quantity, fixedCost, holdingCost, stockOutCost, demandRate, leadTimeDemand));
    }

    /// <summary>Exact optimum for Poisson demand (Federgruen and Zheng 1992, Operations Research 40(4)).</summary>
    /// <param name="fixedCost">K, money per order; 0 or more.</param>
    /// <param name="holdingCost">h, money per unit and time unit.</param>
    /// <param name="stockOutCost">p, money per unit short and time unit.</param>
    /// <param name="demandRate">lambda, units per time unit.</param>
    /// <param name="leadTime">L, time units; 0 or more.</param>
    /// <returns>Whole r and Q, and the exact cost rate.</returns>
    public static OrderPolicy PoissonExact(double fixedCost, double holdingCost, double stockOutCost, double demandRate, double leadTime)
    {
        Require.Positive(holdingCost, stockOutCost, demandRate);
        Require.NotNegative(fixedCost, leadTime);
        var demand = new PoissonDemand(demandRate * leadTime);
        long best = (long)demand.Quantile(stockOutCost / (stockOutCost + holdingCost));
        double g = Newsvendor.Cost(demand, holdingCost, stockOutCost, best);

        // g(y + 1) - g(y) = (h + p) F(y) - p: both sides are walked with running probabilities.
        double both = holdingCost + stockOutCost;
        double right = g, rightCdf = demand.Cdf(best), rightMass = demand.Probability(best);
        double leftMass = demand.Probability(best - 1), leftCdf = demand.Cdf(best - 1), left = g - ((both * leftCdf) - stockOutCost);
        right += (both * rightCdf) - stockOutCost;
        long low = best, high = best;
        double sum = (fixedCost * demandRate) + g;
        while (true)
        {
            double cost = sum / (high - low + 1);
            if (Math.Min(left, right) >= cost)
            {
                return new OrderPolicy(low - 1, high - low + 1, cost);
            }

            if (left <= right)
            {
                low--;
                sum += left;
                leftCdf -= leftMass;
                leftMass = low >= 1 ? leftMass * low / demand.Mean : 0;
                leftCdf = low >= 1 ? Math.Max(0, leftCdf) : 0;
                left -= (both * leftCdf) - stockOutCost;
            }
            else
            {
                high++;
                sum += right;
                rightMass *= demand.Mean / high;
                rightCdf = Math.Min(1, rightCdf + rightMass);
                right += (both * rightCdf) - stockOutCost;
            }
        }
    }

    /// <summary>Expected-inventory-level approximation: iterates <c>F(r) = 1 - Q h / (p lambda)</c> and <c>Q = sqrt(2 lambda (K + p n(r)) / h)</c>.</summary>
    /// <param name="fixedCost">K, money per order.</param>
    /// <param name="holdingCost">h, money per unit and time unit.</param>
    /// <param name="stockOutCost">p, money per unit short, once.</param>
    /// <param name="demandRate">lambda, units per time unit.</param>
    /// <param name="leadTimeDemand">Demand over the lead time, of a continuous family.</param>
    /// <returns>r, Q and the approximate cost rate <c>h (r - mean + Q/2) + K lambda / Q + p lambda n(r) / Q</c>.</returns>
    /// <exception cref="ArgumentException">Shortages are so cheap that no finite policy satisfies the conditions.</exception>
    public static OrderPolicy ExpectedShortageApproximation(double fixedCost, double holdingCost, double stockOutCost, double demandRate, DemandDistribution leadTimeDemand)
    {
        ArgumentNullException.ThrowIfNull(leadTimeDemand);
        Require.Positive(fixedCost, holdingCost, stockOutCost, demandRate);
        double q = Math.Sqrt(2 * fixedCost * demandRate / holdingCost), r = leadTimeDemand.Mean;
        for (int i = 0; i < 10_000; i++)
        {
            double service = 1 - (q * holdingCost / (stockOutCost * demandRate));
            if (service <= 0)
            {
                throw new ArgumentException("Shortages are too cheap for this approximation: h Q exceeds p lambda. Use the exact cost, or a larger stock-out cost.", nameof(stockOutCost));
            }

            r = leadTimeDemand.Quantile(service);
            double next = Math.Sqrt(2 * demandRate * (fixedCost + (stockOutCost * leadTimeDemand.Loss(r))) / holdingCost);
            bool done = Math.Abs(next - q) <= 1e-12 * q;
            q = next;
            if (done)
            {
                break;
            }
        }

        double cost = (holdingCost * (r - leadTimeDemand.Mean + (q / 2))) + (fixedCost * demandRate / q) + (stockOutCost * demandRate * leadTimeDemand.Loss(r) / q);
        return new OrderPolicy(r, q, cost);
    }

    /// <summary>Q from the EOQ with back-orders, then the best r for it: at most 11.8 % dearer than the optimum (Axsater 1996, Management Science 42(6)), usually under 1 %.</summary>
    /// <param name="fixedCost">K, money per order.</param>
    /// <param name="holdingCost">h, money per unit and time unit.</param>
    /// <param name="stockOutCost">p, money per unit short and time unit.</param>
    /// <param name="demandRate">lambda, units per time unit.</param>
    /// <param name="leadTimeDemand">Demand over the lead time, of a continuous family.</param>
    /// <returns>r, Q and their exact cost rate.</returns>
    public static OrderPolicy BackOrderEoqApproximation(double fixedCost, double holdingCost, double stockOutCost, double demandRate, DemandDistribution leadTimeDemand)
    {
        double q = EconomicOrderQuantity.WithBackOrders(fixedCost, holdingCost, stockOutCost, demandRate).OrderQuantity;
        double r = BestReorderPoint(q, holdingCost, stockOutCost, leadTimeDemand);
        return new OrderPolicy(r, q, Cost(r, q, fixedCost, holdingCost, stockOutCost, demandRate, leadTimeDemand));
    }

    /// <summary>
    /// Q = EOQ, r = the quantile of lead-time demand at <c>p / (p + h)</c>. It holds more than it should, because large lots protect too: with normal
    /// demand up to a quarter dearer than the optimum at p = 3 h, and up to an eighth at p = 50 h.
    /// </summary>
    /// <param name="fixedCost">K, money per order.</param>
    /// <param name="holdingCost">h, money per unit and time unit.</param>
    /// <param name="stockOutCost">p, money per unit short and time unit.</param>
    /// <param name="demandRate">lambda, units per time unit.</param>
    /// <param name="leadTimeDemand">Demand over the lead time, of a continuous family.</param>
    /// <returns>r, Q and their exact cost rate.</returns>
    public static OrderPolicy EoqWithSafetyStock(double fixedCost, double holdingCost, double stockOutCost, double demandRate, DemandDistribution leadTimeDemand)
    {
        ArgumentNullException.ThrowIfNull(leadTimeDemand);
        double q = EconomicOrderQuantity.Basic(fixedCost, holdingCost, demandRate).OrderQuantity;
        double r = leadTimeDemand.Quantile(stockOutCost / (stockOutCost + holdingCost));
        return new OrderPolicy(r, q, Cost(r, q, fixedCost, holdingCost, stockOutCost, demandRate, leadTimeDemand));
    }

    /// <summary>Loss-function approximation: iterates <c>n(r) = Q h / (h + p)</c> and <c>Q = sqrt(2 (K lambda + (h + p) n2(r)) / h)</c>; with normal demand within 0.1 % of the optimum's cost.</summary>
    /// <param name="fixedCost">K, money per order.</param>
    /// <param name="holdingCost">h, money per unit and time unit.</param>
    /// <param name="stockOutCost">p, money per unit short and time unit.</param>
    /// <param name="demandRate">lambda, units per time unit.</param>
    /// <param name="leadTimeDemand">Demand over the lead time, of a continuous family.</param>
    /// <returns>r, Q and their exact cost rate.</returns>
    public static OrderPolicy LossFunctionApproximation(double fixedCost, double holdingCost, double stockOutCost, double demandRate, DemandDistribution leadTimeDemand)
    {
        ArgumentNullException.ThrowIfNull(leadTimeDemand);
        Require.Positive(fixedCost, holdingCost, stockOutCost, demandRate);
        double q = Math.Sqrt(2 * fixedCost * demandRate / holdingCost), r = leadTimeDemand.Mean;
        for (int i = 0; i < 10_000; i++)
        {
            r = InverseLoss(leadTimeDemand, q * holdingCost / (holdingCost + stockOutCost));
            double next = Math.Sqrt(2 * ((fixedCost * demandRate) + ((holdingCost + stockOutCost) * leadTimeDemand.SecondLoss(r))) / holdingCost);
            bool done = Math.Abs(next - q) <= 1e-12 * q;
            q = next;
            if (done)
            {
                break;
            }
        }

        return new OrderPolicy(r, q, Cost(r, q, fixedCost, holdingCost, stockOutCost, demandRate, leadTimeDemand));
    }

    // The level whose expected shortage is a given amount.
    internal static double InverseLoss(DemandDistribution demand, double loss)
    {
        double step = Math.Max(1e-9, demand.StandardDeviation), low = demand.Mean - loss - step, high = demand.Mean + step;
        while (demand.Loss(high) > loss)
        {
            high += step;
            step *= 2;
        }

        return RootFinding.Brent(x => demand.Loss(x) - loss, low, high);
    }
}
