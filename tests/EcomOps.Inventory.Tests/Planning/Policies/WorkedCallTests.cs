using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.MultiEchelon;
using EcomOps.Inventory.Policies;

namespace EcomOps.Inventory.Tests.Planning.Policies;

/// <summary>The worked calls of the inventory cases' README: functions and input forms without a case.</summary>
public sealed class WorkedCallTests
{
    private static readonly PmfDemand Small = PmfDemand.FromProbabilities(0, [0.2, 0.3, 0.3, 0.15, 0.05]);

    [Fact]
    public void Lot_size_from_a_holding_rate()
    {
        LotSize lot = EconomicOrderQuantity.FromHoldingRate(60, 2400, 0.25, 8);
        Assert.Equal(379.473319, lot.Quantity, 6);
        Assert.Equal(189.736660, lot.CycleInventory, 6);
        Assert.Equal(6.324555, lot.OrdersPerYear, 6);
    }

    [Fact]
    public void All_units_discount_takes_the_break_point() =>
        Assert.Equal(new DiscountedOrder(300, 1, 11956.25), EconomicOrderQuantity.WithAllUnitsDiscount(50, 0.25, 1200, [0, 300, 800], [10, 9.5, 9.2]));

    [Fact]
    public void Critical_ratio()
    {
        double ratio = Newsvendor.CriticalRatio(40, 25, 18);
        Assert.Equal(0.6818181818, ratio, 10);
        Assert.Equal(221.275510, new NormalDemand(200, 45).Quantile(ratio), 6);
    }

    [Fact]
    public void A_lead_time_of_three_exposes_four_periods()
    {
        BaseStock best = Newsvendor.Optimise(new NormalDemand(160, 20), 1, 9);
        Assert.Equal((185.631031, 35.099666), (Math.Round(best.Level, 6), Math.Round(best.Expected, 6)));
        Assert.Equal(41.698141, Newsvendor.Optimise(new NormalDemand(160, 20), 1, 9, 200).Expected, 6);
    }

    [Fact]
    public void Disrupted_supply()
    {
        BaseStock best = Newsvendor.WithDisruptions(100, 1, 9, 0.05, 0.4);
        Assert.Equal(200, best.Level);
        Assert.Equal(238.888889, best.Expected, 6);
        Assert.Equal(272.222222, Newsvendor.WithDisruptions(100, 1, 9, 0.05, 0.4, 300).Expected, 6);
    }

    [Fact]
    public void Poisson_reorder_point_and_quantity()
    {
        OrderPolicy best = ReorderPointQuantity.PoissonExact(60, 4, 30, 2.5, 1.2);
        Assert.Equal((2.0, 10.0), (best.ReorderPoint, best.OrderQuantity));
        Assert.Equal(37.084326, best.CostRate, 6);
        Assert.Equal(37.084326, ReorderPointQuantity.DiscreteCost(2, 10, 60, 4, 30, 2.5, new PoissonDemand(3)), 6);
    }

    [Fact]
    public void Exact_min_and_max()
    {
        MinMax poisson = MinMaxPolicy.Optimise(12, 1, 7, new PoissonDemand(3));
        Assert.Equal((2.0, 10.0, 8.932333), (poisson.ReorderPoint, poisson.OrderUpTo, Math.Round(poisson.CostPerPeriod, 6)));
        MinMax table = MinMaxPolicy.Optimise(12, 1, 7, Small);
        Assert.Equal((0.0, 7.0, 6.261876), (table.ReorderPoint, table.OrderUpTo, Math.Round(table.CostPerPeriod, 6)));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    [InlineData(1, 3)]
    public void No_min_and_max_of_a_wide_grid_is_cheaper_than_the_optimum(int leadTime, int review)
    {
        MinMax best = MinMaxPolicy.Optimise(12, 1, 7, Small, leadTime, review);
        double cheapest = double.PositiveInfinity;
        for (int s = -8; s < 16; s++)
        {
            for (int upTo = s + 1; upTo < 30; upTo++)
            {
                cheapest = Math.Min(cheapest, MinMaxPolicy.Cost(s, upTo, 12, 1, 7, Small, leadTime, review));
            }
        }

        Assert.Equal(cheapest, best.CostPerPeriod, 9);
    }

    [Fact]
    public void Second_loss_of_a_Poisson()
    {
        Assert.Equal(4.410234, new PoissonDemand(8).SecondLoss(6), 6);
        Assert.Equal(0.589766, new PoissonDemand(8).ComplementarySecondLoss(6), 6);
    }

    [Fact]
    public void Heuristic_levels_of_a_chain()
    {
        var chain = new SerialChain([new(2, 1), new(1.5, 1), new(1, 2)], 20, 10, 3);
        Assert.Equal([14.182520, 25.448943, 47.709536], chain.NewsvendorHeuristic().Levels.Select(l => Math.Round(l, 6)));
        Assert.Equal([15, 26, 48], chain.NewsvendorHeuristic(LevelRounding.Up).Levels);
        Assert.Equal([14, 25, 47], chain.NewsvendorHeuristic(LevelRounding.Down).Levels);
        Assert.Equal([14, 25, 48], chain.NewsvendorHeuristic(LevelRounding.Nearest).Levels);
    }

    [Fact]
    public void Wagner_Whitin_with_purchase_costs()
    {
        LotPlan plan = LotSizing.WagnerWhitin([30, 60, 20, 70], [80, 80, 80, 80], [1, 1, 1, 1], [5, 4, 6, 6]);
        Assert.Equal([30, 150, 0, 0], plan.OrderQuantities);
        Assert.Equal([1070, 840, 690, 500, 0], plan.CostToGo);
        Assert.Equal([2, 5, 5, 5], plan.NextOrderPeriod);
    }

    [Fact]
    public void Heuristic_lot_sizes_serve_all_demand_and_never_beat_the_optimum()
    {
        double[] demand = [10, 62, 12, 130, 154, 129, 88, 52, 124, 160, 238, 41];
        double best = LotSizing.WagnerWhitin(demand, [.. demand.Select(_ => 54.0)], [.. demand.Select(_ => 0.4)]).TotalCost;
        foreach (LotPlan plan in (LotPlan[])[LotSizing.SilverMeal(demand, 54, 0.4), LotSizing.PartPeriodBalancing(demand, 54, 0.4)])
        {
            Assert.Equal(demand.Sum(), plan.OrderQuantities.Sum());
            Assert.InRange(plan.TotalCost, best, 1.2 * best);
        }

        // Silver, Pyke, Thomas: Wagner-Whitin 501.20 on this example, Silver-Meal the same.
        Assert.Equal(501.2, best, 6);
    }

    [Fact]
    public void Impossible_costs_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => EconomicOrderQuantity.Basic(0, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => EconomicOrderQuantity.WithProduction(1, 1, 10, 10));
        Assert.Throws<ArgumentException>(() => Newsvendor.CriticalRatio(10, 12, 2));
        Assert.Throws<ArgumentException>(() => ReorderPointQuantity.ExpectedShortageApproximation(100, 5, 0.01, 10, new NormalDemand(10, 2)));
        Assert.Throws<ArgumentException>(() => EconomicOrderQuantity.WithAllUnitsDiscount(8, 0.3, 1300, [0, 400, 300], [3, 2, 1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MinMaxPolicy.Optimise(1, 1, 1, new PoissonDemand(0)));
        Assert.Throws<ArgumentException>(() => LotSizing.WagnerWhitin([], [], []));
    }
}
