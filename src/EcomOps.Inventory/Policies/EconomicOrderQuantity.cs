using EcomOps.Inventory.Policies.Internal;

namespace EcomOps.Inventory.Policies;

/// <summary>Economic order quantities: certain demand at a constant rate d, fixed cost K per order, holding cost h per unit and time unit.</summary>
/// <remarks>
/// Costs are model figures in any one money unit, above 0 unless stated. Every function throws
/// <see cref="ArgumentOutOfRangeException"/> outside its ranges. Formulas: Snyder and Shen, Fundamentals of Supply Chain Theory, 2nd edition, chapter 3.
/// </remarks>
public static class EconomicOrderQuantity
{
    /// <summary>Harris's quantity <c>sqrt(2 K d / h)</c>.</summary>
    /// <param name="fixedCost">K, money per order.</param>
    /// <param name="holdingCost">h, money per unit and time unit.</param>
    /// <param name="demandRate">d, units per time unit.</param>
    /// <param name="quantity">A quantity to evaluate instead of the best one.</param>
    /// <returns>Quantity and cost <c>K d / Q + h Q / 2</c>.</returns>
    public static OrderQuantityCost Basic(double fixedCost, double holdingCost, double demandRate, double? quantity = null)
    {
        Require.Positive(fixedCost, holdingCost, demandRate);
        double q = Require.PositiveIfGiven(quantity) ?? Math.Sqrt(2 * fixedCost * demandRate / holdingCost);
        return new OrderQuantityCost(q, (fixedCost * demandRate / q) + (0.5 * holdingCost * q));
    }

    /// <summary>Lot size from a yearly holding rate: h = rate times unit cost.</summary>
    /// <param name="orderCost">K, money per order.</param>
    /// <param name="annualDemand">d, units per year.</param>
    /// <param name="holdingRate">Share of the unit cost per year.</param>
    /// <param name="unitCost">Money per unit.</param>
    /// <returns>Lot size, cycle inventory and orders per year.</returns>
    public static LotSize FromHoldingRate(double orderCost, double annualDemand, double holdingRate, double unitCost)
    {
        Require.Positive(orderCost, annualDemand, holdingRate, unitCost);
        double q = Math.Sqrt(2 * orderCost * annualDemand / (holdingRate * unitCost));
        return new LotSize(q, q / 2, annualDemand / q);
    }

    /// <summary>Economic production quantity: goods come in at a finite rate, so h becomes <c>h (1 - d / P)</c>.</summary>
    /// <param name="fixedCost">K, money per run.</param>
    /// <param name="holdingCost">h, money per unit and time unit.</param>
    /// <param name="demandRate">d, units per time unit.</param>
    /// <param name="productionRate">P, units per time unit; above d.</param>
    /// <param name="quantity">A quantity to evaluate instead of the best one.</param>
    /// <returns>Quantity and cost.</returns>
    public static OrderQuantityCost WithProduction(double fixedCost, double holdingCost, double demandRate, double productionRate, double? quantity = null)
    {
        Require.Positive(fixedCost, holdingCost, demandRate, productionRate);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(productionRate, demandRate);
        return Basic(fixedCost, holdingCost * (1 - (demandRate / productionRate)), demandRate, quantity);
    }

    /// <summary>With planned back-orders: <c>Q = sqrt(2 K d (h + p) / (h p))</c>, x = h / (h + p).</summary>
    /// <param name="fixedCost">K, money per order.</param>
    /// <param name="holdingCost">h, money per unit and time unit.</param>
    /// <param name="stockOutCost">p, money per unit short and time unit.</param>
    /// <param name="demandRate">d, units per time unit.</param>
    /// <param name="quantity">A quantity to evaluate instead of the best one.</param>
    /// <param name="stockOutFraction">A share of back-orders, in [0, 1], to evaluate instead of the best one.</param>
    /// <returns>Quantity, share and cost <c>h Q (1-x)^2 / 2 + p Q x^2 / 2 + K d / Q</c>.</returns>
    public static BackOrderedQuantity WithBackOrders(
        double fixedCost, double holdingCost, double stockOutCost, double demandRate, double? quantity = null, double? stockOutFraction = null)
    {
        Require.Positive(fixedCost, holdingCost, stockOutCost, demandRate);
        double x = stockOutFraction ?? (holdingCost / (holdingCost + stockOutCost));
        ArgumentOutOfRangeException.ThrowIfLessThan(x, 0, nameof(stockOutFraction));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(x, 1, nameof(stockOutFraction));
        double perUnit = 0.5 * ((holdingCost * (1 - x) * (1 - x)) + (stockOutCost * x * x));
        double q = Require.PositiveIfGiven(quantity) ?? Math.Sqrt(fixedCost * demandRate / perUnit);
        return new BackOrderedQuantity(q, x, (perUnit * q) + (fixedCost * demandRate / q));
    }

    /// <summary>All-units discount: the price of the region that the quantity falls into holds for every unit.</summary>
    /// <param name="fixedCost">K, money per order.</param>
    /// <param name="holdingRate">i, share of the unit cost per time unit.</param>
    /// <param name="demandRate">d, units per time unit.</param>
    /// <param name="breakpoints">Smallest quantity of each price region, ascending, the first 0.</param>
    /// <param name="unitCosts">Unit cost of each region.</param>
    /// <param name="quantity">A quantity to evaluate instead of the best one.</param>
    /// <returns>Quantity, region and cost, purchases included.</returns>
    public static DiscountedOrder WithAllUnitsDiscount(
        double fixedCost, double holdingRate, double demandRate, IReadOnlyList<double> breakpoints, IReadOnlyList<double> unitCosts, double? quantity = null)
    {
        Require.Positive(fixedCost, holdingRate, demandRate);
        Require.Regions(breakpoints, unitCosts);
        double Cost(double q, int j) => (unitCosts[j] * demandRate) + (fixedCost * demandRate / q) + (0.5 * holdingRate * unitCosts[j] * q);
        if (Require.PositiveIfGiven(quantity) is { } given)
        {
            int region = Require.RegionOf(breakpoints, given);
            return new DiscountedOrder(given, region, Cost(given, region));
        }

        DiscountedOrder? best = null;
        for (int j = 0; j < breakpoints.Count; j++)
        {
            double free = Math.Sqrt(2 * fixedCost * demandRate / (holdingRate * unitCosts[j]));
            double end = j + 1 < breakpoints.Count ? breakpoints[j + 1] : double.PositiveInfinity;
            double q = Math.Max(free, breakpoints[j]);
            if (q < end && (best is null || Cost(q, j) < best.CostRate))
            {
                best = new DiscountedOrder(q, j, Cost(q, j));
            }
        }

        return best!;
    }

    /// <summary>Incremental discount: each region's price holds for the units in it only.</summary>
    /// <param name="fixedCost">K, money per order.</param>
    /// <param name="holdingRate">i, share of the unit cost per time unit.</param>
    /// <param name="demandRate">d, units per time unit.</param>
    /// <param name="breakpoints">Smallest quantity of each price region, ascending, the first 0.</param>
    /// <param name="unitCosts">Unit cost of each region.</param>
    /// <param name="quantity">A quantity to evaluate instead of the best one.</param>
    /// <returns>Quantity, region and cost, purchases included.</returns>
    public static DiscountedOrder WithIncrementalDiscount(
        double fixedCost, double holdingRate, double demandRate, IReadOnlyList<double> breakpoints, IReadOnlyList<double> unitCosts, double? quantity = null)
    {
        Require.Positive(fixedCost, holdingRate, demandRate);
        Require.Regions(breakpoints, unitCosts);
        var extra = new double[breakpoints.Count];
        for (int j = 1; j < extra.Length; j++)
        {
            // What the units below the region cost more than its own price.
            extra[j] = extra[j - 1] + (breakpoints[j] * (unitCosts[j - 1] - unitCosts[j]));
        }

        double Cost(double q, int j) => (unitCosts[j] * demandRate) + (0.5 * holdingRate * extra[j])
            + ((fixedCost + extra[j]) * demandRate / q) + (0.5 * holdingRate * unitCosts[j] * q);
        if (Require.PositiveIfGiven(quantity) is { } given)
        {
            int region = Require.RegionOf(breakpoints, given);
            return new DiscountedOrder(given, region, Cost(given, region));
        }

        DiscountedOrder? best = null;
        for (int j = 0; j < extra.Length; j++)
        {
            double q = Math.Sqrt(2 * Math.Max(0, fixedCost + extra[j]) * demandRate / (holdingRate * unitCosts[j]));
            double end = j + 1 < extra.Length ? breakpoints[j + 1] : double.PositiveInfinity;

            // With rising prices a region may hold no stationary point; its start then is the candidate.
            q = q >= breakpoints[j] && q < end ? q : Math.Max(breakpoints[j], double.Epsilon);
            if (q > double.Epsilon && Cost(q, j) is var cost && (best is null || cost < best.CostRate))
            {
                best = new DiscountedOrder(q, j, cost);
            }
        }

        return best ?? new DiscountedOrder(breakpoints.Count > 1 ? breakpoints[1] : 1, 0, Cost(breakpoints.Count > 1 ? breakpoints[1] : 1, 0));
    }

    /// <summary>Joint replenishment of several items that share the cost of an order, by Silver's heuristic.</summary>
    /// <param name="sharedFixedCost">K, money per joint order.</param>
    /// <param name="individualFixedCosts">k_i, money per order in which item i takes part.</param>
    /// <param name="holdingCosts">h_i, money per unit and time unit.</param>
    /// <param name="demandRates">d_i, units per time unit.</param>
    /// <returns>Multiples of the base cycle, the cycle and the quantities.</returns>
    /// <exception cref="ArgumentException">The lists are empty or differ in length.</exception>
    public static JointOrders Joint(double sharedFixedCost, IReadOnlyList<double> individualFixedCosts, IReadOnlyList<double> holdingCosts, IReadOnlyList<double> demandRates)
    {
        ArgumentNullException.ThrowIfNull(individualFixedCosts);
        ArgumentNullException.ThrowIfNull(holdingCosts);
        ArgumentNullException.ThrowIfNull(demandRates);
        int n = individualFixedCosts.Count;
        if (n == 0 || holdingCosts.Count != n || demandRates.Count != n)
        {
            throw new ArgumentException("Joint replenishment needs one fixed cost, holding cost and demand rate per item.", nameof(individualFixedCosts));
        }

        ArgumentOutOfRangeException.ThrowIfNegative(sharedFixedCost);
        Require.Positive([.. individualFixedCosts, .. holdingCosts, .. demandRates]);
        double Ratio(int i) => individualFixedCosts[i] / (holdingCosts[i] * demandRates[i]);
        int first = Enumerable.Range(0, n).MinBy(Ratio);
        double scale = 1 / (((sharedFixedCost + individualFixedCosts[first]) / (holdingCosts[first] * demandRates[first])));
        int[] multiples = [.. Enumerable.Range(0, n).Select(i => i == first ? 1 : Math.Max(1, (int)Math.Round(Math.Sqrt(Ratio(i) * scale), MidpointRounding.ToEven)))];
        double fixedPart = sharedFixedCost, holding = 0;
        for (int i = 0; i < n; i++)
        {
            fixedPart += individualFixedCosts[i] / multiples[i];
            holding += holdingCosts[i] * demandRates[i] * multiples[i];
        }

        double cycle = Math.Sqrt(2 * fixedPart / holding);
        return new JointOrders([.. multiples.Select((m, i) => m * cycle * demandRates[i])], cycle, multiples, (fixedPart / cycle) + (0.5 * holding * cycle));
    }
}
