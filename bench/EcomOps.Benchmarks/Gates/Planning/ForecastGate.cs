using EcomOps.Inventory.Backtesting;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Forecasting;
using EcomOps.Inventory.Replenishment;
using NodaTime;

namespace EcomOps.Benchmarks.Gates.Planning;

/// <summary>Time per monthly series of 120 values, one core; and 10,000 items forecast on two: weekly with their reorder points, weekly chosen by simulated cost, daily retail.</summary>
public sealed class ForecastGate : IGate
{
    private const int Items = 10_000;
    private const int Sample = 500;

    private static readonly StockSimulation Terms = new(LeadTime: 2, ShortageCost: 19) { BackOrders = true };

    /// <inheritdoc />
    public string Name => "planning/forecast";

    /// <inheritdoc />
    public IEnumerable<GateResult> Measure()
    {
        LocalDate start = new(2016, 1, 1);
        DemandSeries monthly = DemandSeries.Monthly(start, Enumerable.Range(0, 120).Select(t => 200 + t + (40 * Math.Sin(t * Math.PI / 6)) + (17 * t % 29)));
        yield return Time("theta", Forecaster.Theta, monthly, 1);
        yield return Time("ets", Forecaster.Ets, monthly, 20);
        yield return Time("automatic", Forecaster.Automatic, monthly, 50);

        yield return Time("for-stock-monthly", Forecaster.ForStock(Terms), monthly, 50);
        yield return Time("for-stock-monthly-by-pinball", Forecaster.ForStock(0.95, 3), monthly, 50);
        yield return GateResult.AtMost(Name + "/for-stock-10000-items", Chosen(start), "s", 300);
        yield return GateResult.AtMost(Name + "/retail-10000-items", Retail(start), "s", 300);

        double small = Policies(start, Sample), large = Policies(start, 2 * Sample);
        yield return GateResult.AtMost(Name + "/10000-items", large * Items / (2 * Sample), "s", 300);
        yield return GateResult.AtMost(Name + "/growth-when-doubled", large / small, "x", 2.5);
    }

    private GateResult Time(string what, IForecaster forecaster, DemandSeries series, double target) => GateResult.AtMost(
        $"{Name}/{what}", Measurement.BestNanoseconds(() => forecaster.Forecast(series, 18), 5, 50) / 1e6, "ms", target);

    // Wall time on two cores, scaled up from a sample: a choice by simulated cost for weekly items of every class, a lead time of two weeks.
    private static double Chosen(LocalDate start)
    {
        IForecaster choice = Forecaster.ForStock(Terms);
        long from = System.Diagnostics.Stopwatch.GetTimestamp();
        Parallel.For(0, Sample, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => choice.Forecast(Weekly(start, i), 8));
        return System.Diagnostics.Stopwatch.GetElapsedTime(from).TotalSeconds * Items / Sample;
    }

    // The same for an assortment of two years of days with promotions and prices, learned together; scaled up linearly.
    private static double Retail(LocalDate start)
    {
        const int items = 100, days = 730, horizon = 28;
        RetailItem[] assortment = [.. Enumerable.Range(0, items).Select(i => new RetailItem(
            $"item-{i}",
            DemandSeries.Daily(start, Enumerable.Range(0, days).Select(t => (double)((((t * 31) + (i * 17)) % 11) < (i % 11) + 1 ? ((t * 7) + i) % 13 : 0))))
        {
            Group = $"group-{i % 10}",
            Regressors =
            [
                Regressor.Promotion([.. Enumerable.Range(0, days + horizon).Select(t => (t + (3 * i)) % 40 < 6 ? 1.0 : 0)]),
                Regressor.Price([.. Enumerable.Range(0, days + horizon).Select(t => (t + i) % 90 < 30 ? 9.0 : 10)]),
            ],
        })];
        long from = System.Diagnostics.Stopwatch.GetTimestamp();
        Forecaster.Retail.Forecast(assortment, horizon);
        return System.Diagnostics.Stopwatch.GetElapsedTime(from).TotalSeconds * Items / items;
    }

    // Wall time on two cores, scaled up from a sample: forecasts and levels of weekly items of every class.
    private static double Policies(LocalDate start, int items)
    {
        long from = System.Diagnostics.Stopwatch.GetTimestamp();
        Parallel.For(0, items, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            SafetyStock.For(Forecaster.Automatic.Forecast(Weekly(start, i), 8)).Over(LeadTime.Of(14, 4)).Reaching(ServiceLevel.Cycle(0.97));
        });
        return System.Diagnostics.Stopwatch.GetElapsedTime(from).TotalSeconds;
    }

    private static DemandSeries Weekly(LocalDate start, int item) =>
        DemandSeries.Weekly(start, Enumerable.Range(0, 104).Select(t => (double)((((t * 31) + (item * 17)) % 11) < (item % 11) + 1 ? ((t * 7) + item) % 13 : 0)));
}
