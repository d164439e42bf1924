using EcomOps.Inventory.Backtesting;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Forecasting;

namespace EcomOps.Inventory.Tests.Planning.Forecasting;

public sealed class ForStockByCostTests
{
    private static readonly IForecaster Nothing = new FixedForecaster("Nothing", new PoissonDemand(0));
    private static readonly IForecaster NearlyNothing = new FixedForecaster("Nearly nothing", new PoissonDemand(1e-6), n => new PoissonDemand(n * 1e-6));

    // A spare part: one demand of 1 to 4 units in about twelve periods.
    private static DemandSeries SparePart(int seed = 20261126)
    {
        var random = new Random(seed);
        return DemandSeries.Of(Enumerable.Range(0, 120).Select(_ => random.Next(12) == 0 ? 1.0 + random.Next(4) : 0));
    }

    [Fact]
    public void The_forecast_of_nothing_has_the_best_point_error_on_spare_parts_but_is_not_chosen_for_stock()
    {
        // The last three periods of most parts are empty, which nothing forecasts exactly.
        DemandSeries[] parts = [.. Enumerable.Range(1, 30).Select(SparePart)];
        RollingOrigin backtest = new(Horizon: 3) { Origins = 1 };
        double? nothing = backtest.Run(Nothing, parts).Rmsse(BacktestAverage.MeanOfSeries);
        Assert.All([Forecaster.Automatic, Forecaster.Mean, Forecaster.SyntetosBoylan()], f => Assert.True(nothing < backtest.Run(f, parts).Rmsse(BacktestAverage.MeanOfSeries)));

        StockSimulation owed = new(LeadTime: 2, ShortageCost: 19) { BackOrders = true };
        foreach (IForecaster trap in (IForecaster[])[Nothing, NearlyNothing])
        {
            foreach (StockSimulation terms in (StockSimulation[])[owed, owed with { BackOrders = false, ShortageCost = 99 }])
            {
                IForecaster choice = Forecaster.ForStock(terms, candidates: [Forecaster.Automatic, trap, Forecaster.Mean]);
                Assert.All(parts, part =>
                {
                    Forecast chosen = choice.Forecast(part, 3);
                    Assert.True(chosen.Model != trap.Name && chosen.Total(3).Quantile(0.95) >= 1, chosen.Explanation);
                });
            }
        }
    }

    [Fact]
    public void Cost_and_service_of_each_candidate_are_those_of_its_levels()
    {
        // Four units a period. A level of 5 keeps 1 in stock, which costs 1; a level of 3 owes 1 unit, which costs 9, and never serves all.
        IForecaster low = new FixedForecaster("Low", new EmpiricalDemand([3])), high = new FixedForecaster("High", new EmpiricalDemand([5]));
        StockSimulation terms = new(LeadTime: 0, ShortageCost: 9) { BackOrders = true };
        Forecast chosen = Forecaster.ForStock(terms, candidates: [low, high]).Forecast(DemandSeries.Of(Enumerable.Repeat(4.0, 20)), 1);
        Assert.Equal("High", chosen.Model);
        Assert.Contains("Low 9 (service 0.00, fill 0.75, stock 0) misses the service, High 1 (service 1.00, fill 1.00, stock 1)", chosen.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_candidate_that_misses_the_service_is_passed_over_even_where_it_is_cheaper()
    {
        // Holding dear, shortage cheap: the low level costs 1, the high one 10, but 95 % were promised.
        IForecaster low = new FixedForecaster("Low", new EmpiricalDemand([3])), high = new FixedForecaster("High", new EmpiricalDemand([5]));
        StockSimulation terms = new(LeadTime: 0, ShortageCost: 1) { HoldingCost = 10, BackOrders = true };
        DemandSeries series = DemandSeries.Of(Enumerable.Repeat(4.0, 60));
        Assert.Equal("High", Forecaster.ForStock(terms, 0.95, [low, high]).Forecast(series, 1).Model);
        Assert.Equal("Low", Forecaster.ForStock(terms, candidates: [low, high]).Forecast(series, 1).Model);
    }

    [Fact]
    public void The_first_candidate_wins_a_tie()
    {
        IForecaster first = new FixedForecaster("First", new EmpiricalDemand([5])), second = new FixedForecaster("Second", new EmpiricalDemand([5]));
        Assert.Equal("First", Forecaster.ForStock(new StockSimulation(0, 9), candidates: [first, second]).Forecast(DemandSeries.Of(Enumerable.Repeat(4.0, 20)), 1).Model);
    }

    [Fact]
    public void A_season_moves_the_level_between_fits()
    {
        // Two high and two low periods; fitted at six points only, seasonal naive still knows what comes.
        double[] demand = [.. Enumerable.Range(0, 80).Select(t => t % 4 < 2 ? 100.0 : 10)];
        StockSimulation terms = new(LeadTime: 0, ShortageCost: 9) { BackOrders = true };
        Forecast chosen = Forecaster.ForStock(terms, candidates: [Forecaster.Mean, Forecaster.SeasonalNaive]).Forecast(DemandSeries.Of(demand, seasonLength: 4), 4);
        Assert.Equal([100, 100, 10, 10], chosen.Mean);
        Assert.Contains("Seasonal naive 0 (service 1.00, fill 1.00, stock 0)", chosen.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_shorter_than_three_protection_intervals_takes_the_first()
    {
        Forecast chosen = Forecaster.ForStock(new StockSimulation(5, 9)).Forecast(DemandSeries.Of(Enumerable.Repeat(4.0, 30)), 2);
        Assert.Contains("too short", chosen.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Point_error_is_refused_above_forty_per_cent_of_empty_periods_with_the_remedy()
    {
        DemandSeries part = SparePart();
        IForecaster choice = Forecaster.ForVolume(3, [Nothing, Forecaster.Automatic]);
        Forecast refused = choice.Forecast(part, 3);
        Assert.Contains("ForStock", Assert.Single(refused.Issues, i => i.Code == "point_error_refused").Message, StringComparison.Ordinal);
        Assert.Equal(Forecaster.Automatic.Forecast(part, 3).Mean, refused.Mean);

        // Two of five periods empty is the last share that may be judged.
        DemandSeries two = DemandSeries.Of(Enumerable.Range(0, 60).Select(t => t % 5 < 2 ? 0.0 : 6));
        Assert.DoesNotContain(choice.Forecast(two, 3).Issues, i => i.Code == "point_error_refused");
        DemandSeries three = DemandSeries.Of(Enumerable.Range(0, 60).Select(t => t % 5 < 3 ? 0.0 : 6));
        Assert.Contains(choice.Forecast(three, 3).Issues, i => i.Code == "point_error_refused");
    }

    [Fact]
    public void Volumes_are_forecast_by_who_errs_least()
    {
        double[] demand = [.. Enumerable.Range(0, 60).Select(t => t % 4 == 0 ? 100.0 : 10)];
        Assert.Equal([100, 10, 10, 10], Forecaster.ForVolume(4, [Forecaster.Mean, Forecaster.SeasonalNaive]).Forecast(DemandSeries.Of(demand, seasonLength: 4), 4).Mean);
    }

    [Fact]
    public void Terms_and_candidates_without_meaning_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Forecaster.ForStock(new StockSimulation(1, ShortageCost: 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Forecaster.ForStock(new StockSimulation(1, 0) { HoldingCost = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Forecaster.ForStock(new StockSimulation(1, 9), serviceLevel: 1));
        Assert.Throws<ArgumentException>(() => Forecaster.ForStock(new StockSimulation(1, 9), candidates: []));
        Assert.Throws<ArgumentException>(() => Forecaster.ForStock(0.9, 1, [null!]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Forecaster.ForVolume(0));
    }
}
