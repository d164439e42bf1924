using EcomOps.Inventory.Backtesting;
using EcomOps.Inventory.Demand;
using FsCheck;
using FsCheck.Xunit;

namespace EcomOps.Inventory.Tests.Planning.Backtesting;

public sealed class StockSimulationTests
{
    [Fact]
    public void Lost_sales_are_lost_and_back_orders_wait_for_the_delivery()
    {
        DemandSeries demand = DemandSeries.Of([3, 4, 0, 2]);
        StockSimulation lost = new(LeadTime: 1, ShortageCost: 10);

        // By hand, level 5. Lost: ends 2, 0 (2 short), 3, 3. Back-orders: ends 2, -2, 1, 3.
        StockRun run = lost.Run(demand, 0, _ => 5), owed = (lost with { BackOrders = true }).Run(demand, 0, _ => 5);
        Assert.Equal((8.0, 9.0, 7.0, 2.0, 28.0), (run.StockSum, run.Demanded, run.Served, run.Short, run.Cost));
        Assert.Equal((6.0, 9.0, 7.0, 2.0, 26.0), (owed.StockSum, owed.Demanded, owed.Served, owed.Short, owed.Cost));
    }

    [Fact]
    public void A_missing_period_is_not_counted_and_a_censored_one_is_named()
    {
        StockRun run = new StockSimulation(1, 1).Run(DemandSeries.Of([1, double.NaN, 1]).WithStockOuts([false, false, true]), 0, _ => 5);
        Assert.Equal((2, 1, 1), (run.Periods, run.UnknownPeriods, run.CensoredPeriods));
    }

    [Fact]
    public void Pooled_fill_and_item_fill_are_told_apart()
    {
        StockSimulation once = new(LeadTime: 5, ShortageCost: 1);
        var runs = new StockRuns([once.Run(DemandSeries.Of([1]), 0, _ => 1), once.Run(DemandSeries.Of([9]), 0, _ => 0), once.Run(DemandSeries.Of([0]), 0, _ => 0)]);
        Assert.Equal((0.1, 0.5, 1), (runs.PooledFill, runs.MeanItemFill, runs.ItemsWithoutDemand));
    }

    [Property]
    public bool More_level_never_serves_less(byte[] demand, byte level, byte more)
    {
        DemandSeries series = DemandSeries.Of(demand.Select(d => (double)d));
        StockSimulation simulation = new(LeadTime: 2, ShortageCost: 3) { Review = 2, BackOrders = true };
        return simulation.Run(series, 0, _ => level + more).Served >= simulation.Run(series, 0, _ => level).Served;
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Levels_and_costs_without_meaning_are_refused(double wrong)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new StockSimulation(1, wrong));
        Assert.Throws<ArgumentOutOfRangeException>(() => new StockSimulation(1, 1).Run(DemandSeries.Of([1]), 0, _ => wrong));
    }
}
