namespace EcomOps.Inventory.Policies;

/// <summary>Lot sizes for known demand that varies by period: Wagner-Whitin (optimal), Silver-Meal and part-period balancing.</summary>
/// <remarks>
/// A holding cost is paid per unit carried from its period to the next. Snyder and Shen, chapter 3; Silver and Meal (1973);
/// DeMatteis (1968). Lists hold one value per period, all 0 or more and finite.
/// </remarks>
public static class LotSizing
{
    /// <summary>The cheapest plan (Wagner and Whitin 1958): orders only where stock is used up.</summary>
    /// <param name="demand">Units per period.</param>
    /// <param name="fixedCosts">K_t, money per order.</param>
    /// <param name="holdingCosts">h_t, money per unit carried from period t to t + 1.</param>
    /// <param name="purchaseCosts">c_t, money per unit; null for 0.</param>
    /// <returns>Quantities, cost and cost-to-go. A period without demand need not order.</returns>
    /// <exception cref="ArgumentException">The lists are empty, differ in length or hold a value below 0.</exception>
    public static LotPlan WagnerWhitin(IReadOnlyList<double> demand, IReadOnlyList<double> fixedCosts, IReadOnlyList<double> holdingCosts, IReadOnlyList<double>? purchaseCosts = null)
    {
        double[] d = Checked(demand, demand?.Count ?? 0, nameof(demand));
        int n = d.Length;
        double[] k = Checked(fixedCosts, n, nameof(fixedCosts));
        double[] h = Checked(holdingCosts, n, nameof(holdingCosts));
        double[] c = purchaseCosts is null ? new double[n] : Checked(purchaseCosts, n, nameof(purchaseCosts));
        var cost = new double[n + 1];
        var next = new int[n];
        for (int t = n - 1; t >= 0; t--)
        {
            double best = d[t] == 0 ? cost[t + 1] : double.PositiveInfinity, order = k[t], unit = c[t];
            int to = d[t] == 0 ? -1 : n;
            for (int i = t; i < n; i++)
            {
                order += unit * d[i];
                unit += h[i];
                double total = order + cost[i + 1];
                if (total < best)
                {
                    best = total;
                    to = i + 1;
                }
            }

            cost[t] = best;
            next[t] = to;
        }

        var quantities = new double[n];
        for (int t = 0; t < n;)
        {
            int to = next[t] < 0 ? t + 1 : next[t];
            for (int i = t; i < to && next[t] >= 0; i++)
            {
                quantities[t] += d[i];
            }

            t = to;
        }

        return new LotPlan(quantities, cost[0], cost, [.. next.Select((to, t) => (to < 0 ? t + 1 : to) + 1)]);
    }

    /// <summary>Silver-Meal: an order covers periods as long as its cost per period falls.</summary>
    /// <param name="demand">Units per period.</param>
    /// <param name="fixedCost">K, money per order.</param>
    /// <param name="holdingCost">h, money per unit and period.</param>
    /// <returns>Quantities and cost.</returns>
    /// <exception cref="ArgumentException">The list is empty or holds a value below 0, or a cost is below 0.</exception>
    public static LotPlan SilverMeal(IReadOnlyList<double> demand, double fixedCost, double holdingCost) =>
        Heuristic(demand, fixedCost, holdingCost, static (carried, more, span, k) => (k + carried + more) / (span + 1) < (k + carried) / span);

    /// <summary>Part-period balancing: an order covers periods as long as its holding cost stays within its fixed cost.</summary>
    /// <param name="demand">Units per period.</param>
    /// <param name="fixedCost">K, money per order.</param>
    /// <param name="holdingCost">h, money per unit and period.</param>
    /// <returns>Quantities and cost.</returns>
    /// <exception cref="ArgumentException">The list is empty or holds a value below 0, or a cost is below 0.</exception>
    public static LotPlan PartPeriodBalancing(IReadOnlyList<double> demand, double fixedCost, double holdingCost) =>
        Heuristic(demand, fixedCost, holdingCost, static (carried, more, _, k) => carried + more <= k);

    private static LotPlan Heuristic(IReadOnlyList<double> demand, double fixedCost, double holdingCost, Func<double, double, int, double, bool> goesOn)
    {
        double[] d = Checked(demand, demand?.Count ?? 0, nameof(demand));
        Checked([fixedCost, holdingCost], 2, nameof(fixedCost));
        var quantities = new double[d.Length];
        double total = 0;
        for (int t = 0; t < d.Length;)
        {
            if (d[t] == 0)
            {
                t++;
                continue;
            }

            int to = t + 1;
            double carried = 0, quantity = d[t];
            while (to < d.Length && goesOn(carried, holdingCost * (to - t) * d[to], to - t, fixedCost))
            {
                carried += holdingCost * (to - t) * d[to];
                quantity += d[to++];
            }

            quantities[t] = quantity;
            total += fixedCost + carried;
            t = to;
        }

        return new LotPlan(quantities, total, [], []);
    }

    private static double[] Checked(IReadOnlyList<double>? values, int count, string name)
    {
        ArgumentNullException.ThrowIfNull(values, name);
        return values.Count == count && count > 0 && values.All(v => v >= 0 && double.IsFinite(v))
            ? [.. values]
            : throw new ArgumentException("Lot sizing needs one value of 0 or more per period.", name);
    }
}
