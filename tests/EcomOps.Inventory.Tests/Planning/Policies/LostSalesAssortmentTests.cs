using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Policies;

namespace EcomOps.Inventory.Tests.Planning.Policies;

public sealed class LostSalesAssortmentTests
{
    [Fact]
    public void Items_without_demand_hold_nothing()
    {
        IReadOnlyList<BaseStock> levels = LostSalesAssortment.BestOrderUpTo([Item(new double[40]), Item([]), Item([double.NaN, -2])], 2);
        Assert.All(levels, l => Assert.Equal(new BaseStock(0, 0), l));
    }

    [Fact]
    public void A_dearer_lost_sale_never_lowers_the_level()
    {
        double[] sales = [0, 0, 4, 0, 0, 0, 7, 0, 0, 3, 0, 0, 0, 0, 5, 0, 0, 0, 0, 6];
        double before = 0;
        foreach (double penalty in (double[])[1, 5, 19, 99, 999])
        {
            double level = LostSalesAssortment.BestOrderUpTo([Item(sales, penalty)], 2)[0].Level;
            Assert.True(level >= before);
            before = level;
        }

        Assert.True(before > 7);
    }

    [Fact]
    public void A_long_history_of_Poisson_demand_has_the_level_of_the_exact_chain()
    {
        var random = new Random(7);
        double[] sales = [.. Enumerable.Range(0, 20_000).Select(_ => (double)MathNet.Numerics.Distributions.Poisson.Sample(random, 0.8))];
        DiscreteDemand demand = new PoissonDemand(0.8);
        foreach (double penalty in (double[])[19, 99])
        {
            BaseStock exact = LostSalesPolicy.BestOrderUpTo(1, penalty, demand, 2), sampled = LostSalesAssortment.BestOrderUpTo([Item(sales, penalty)], 2)[0];
            double atSampled = LostSalesPolicy.Evaluate(new LostSalesRule.OrderUpTo((long)sampled.Level), demand, 2).Cost(0, 1, penalty);
            Assert.InRange(atSampled, exact.Expected - 1e-9, 1.05 * exact.Expected);
        }
    }

    [Fact]
    public void A_part_that_happened_to_sell_often_is_stocked_less_beside_its_like()
    {
        var random = new Random(11);
        List<LostSalesItem> like = [.. Enumerable.Range(0, 200).Select(_ =>
            Item([.. Enumerable.Range(0, 40).Select(_ => random.NextDouble() < 0.1 ? (double)random.Next(4, 9) : 0)], 99))];
        LostSalesItem lucky = Item([.. Enumerable.Range(0, 40).Select(t => t % 4 == 0 ? 12.0 : 0)], 99);
        double alone = LostSalesAssortment.BestOrderUpTo([lucky], 2)[0].Level, together = LostSalesAssortment.BestOrderUpTo([.. like, lucky], 2)[^1].Level;
        Assert.True(together < alone, $"{together} {alone}");
    }

    [Fact]
    public void The_same_items_have_the_same_levels_and_wrong_costs_are_refused()
    {
        LostSalesItem[] items = [Item([0, 3, 0, 0, 2]), Item([1, 0, 0, 9, 0, 0, 1])];
        Assert.Equal(LostSalesAssortment.BestOrderUpTo(items, 1, 2), LostSalesAssortment.BestOrderUpTo(items, 1, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => LostSalesAssortment.BestOrderUpTo([Item([1, 2], 0)], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LostSalesAssortment.BestOrderUpTo(items, -1));
        Assert.Empty(LostSalesAssortment.BestOrderUpTo([], 0));
    }

    private static LostSalesItem Item(double[] sales, double penalty = 19) => new(DemandSeries.Of(sales), 1, penalty);
}
