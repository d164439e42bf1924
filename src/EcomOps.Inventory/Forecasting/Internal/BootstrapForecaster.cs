using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Distributions;

namespace EcomOps.Inventory.Forecasting.Internal;

// The sums that were seen: every run of n periods of the history is as likely as the others (overlapping, no distribution assumed).
internal sealed class BootstrapForecaster : IForecaster
{
    public string Name => "Empirical sums";

    public Forecast Forecast(DemandSeries series, int horizon)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        PreparedSeries prepared = PreparedSeries.From(series);
        double[] y = prepared.Values;
        if (ForecastAssembly.Trivial(Name, series, prepared, horizon) is { } trivial)
        {
            return trivial;
        }

        var one = new EmpiricalDemand(y);
        var totals = new DemandDistribution[horizon];
        for (int n = 1; n <= horizon; n++)
        {
            // Beyond a third of the history too few runs are left: longer totals are sums of shorter ones, taken as independent.
            int length = Math.Min(n, Math.Max(1, y.Length / 3));
            double[] sums = [.. Enumerable.Range(0, y.Length - length + 1).Select(t => y.AsSpan(t, length).ToArray().Sum())];
            var seen = new EmpiricalDemand(sums);
            totals[n - 1] = length == n ? seen : DistributionShapes.Of(y).Make(seen.Mean * n / length, seen.Variance * n / length);
        }

        var flat = new double[horizon];
        Array.Fill(flat, one.Mean);
        return ForecastAssembly.Make(Name, series, prepared, [.. flat.Select(_ => (DemandDistribution)one)], totals, flat, [], "Runs of the history");
    }
}
