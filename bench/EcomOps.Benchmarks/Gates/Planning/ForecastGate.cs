using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Forecasting;
using EcomOps.Inventory.Replenishment;
using NodaTime;

namespace EcomOps.Benchmarks.Gates.Planning;

/// <summary>Time per monthly series of 120 values, one core; and 10,000 weekly items forecast with their reorder points on two.</summary>
public sealed class ForecastGate : IGate
{
    private const int Items = 10_000;
    private const int Sample = 500;

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

        double small = Policies(start, Sample), large = Policies(start, 2 * Sample);
        yield return GateResult.AtMost(Name + "/10000-items", large * Items / (2 * Sample), "s", 300);
        yield return GateResult.AtMost(Name + "/growth-when-doubled", large / small, "x", 2.5);
    }

    private GateResult Time(string what, IForecaster forecaster, DemandSeries series, double target) => GateResult.AtMost(
        $"{Name}/{what}", Measurement.BestNanoseconds(() => forecaster.Forecast(series, 18), 5, 50) / 1e6, "ms", target);

    // Wall time on two cores, scaled up from a sample: forecasts and levels of weekly items of every class.
    private static double Policies(LocalDate start, int items)
    {
        long from = System.Diagnostics.Stopwatch.GetTimestamp();
        Parallel.For(0, items, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            DemandSeries weekly = DemandSeries.Weekly(start, Enumerable.Range(0, 104).Select(t => (double)((((t * 31) + (i * 17)) % 11) < (i % 11) + 1 ? ((t * 7) + i) % 13 : 0)));
            SafetyStock.For(Forecaster.Automatic.Forecast(weekly, 8)).Over(LeadTime.Of(14, 4)).Reaching(ServiceLevel.Cycle(0.97));
        });
        return System.Diagnostics.Stopwatch.GetElapsedTime(from).TotalSeconds;
    }
}
