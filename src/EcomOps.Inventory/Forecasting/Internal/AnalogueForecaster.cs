using System.Globalization;
using EcomOps.Core;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Distributions;

namespace EcomOps.Inventory.Forecasting.Internal;

// The launch curve of similar items at the level that the first periods show, as far as these can be believed.
internal sealed class AnalogueForecaster : IForecaster
{
    private const int Few = 3;
    private readonly LaunchCurve? _curve;
    private readonly double[] _known;

    public AnalogueForecaster(IEnumerable<DemandSeries> analogues)
    {
        double?[][] items = [.. analogues.Select(LaunchCurve.Aligned)];
        _curve = LaunchCurve.Fit(items);
        _known = [.. items.SelectMany(y => y).Where(v => v is not null).Select(v => v!.Value)];
    }

    public string Name => "Analogues";

    public Forecast Forecast(DemandSeries series, int horizon)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        PreparedSeries prepared = PreparedSeries.From(series);
        return _curve is null ? Without(series, horizon) : With(_curve, series, prepared, horizon);
    }

    private static Forecast Without(DemandSeries series, int horizon)
    {
        Forecast own = Forecaster.Automatic.Forecast(series, horizon);
        return MovedForecast.To(own, [.. own.Mean], null, "There is no analogue with demand.", [Warn("no_analogues", "No analogue has a known demand above 0; the item was forecast from its own history alone.")]);
    }

    private Forecast With(LaunchCurve curve, DemandSeries series, PreparedSeries prepared, int horizon)
    {
        double?[] own = LaunchCurve.Aligned(series);
        double seen = curve.Seen(own), sold = own.Sum(v => v ?? 0);
        double credibility = seen > 0 ? seen * curve.LevelVariance / ((seen * curve.LevelVariance) + curve.Dispersion) : 0;
        double level = seen > 0 ? (credibility * sold / seen) + 1 - credibility : 1;
        double uncertain = curve.LevelVariance * (1 - credibility);
        DistributionShape shape = DistributionShapes.Of([.. _known, .. prepared.Known]);
        var mean = new double[horizon];
        var periods = new DemandDistribution[horizon];
        var totals = new DemandDistribution[horizon];
        double ahead = 0;
        for (int h = 0; h < horizon; h++)
        {
            double unit = curve.At(own.Length + h);
            ahead += unit;
            mean[h] = level * unit;
            periods[h] = shape.Make(mean[h], Variance(unit));
            totals[h] = shape.Make(level * ahead, Variance(ahead));
        }

        string note = string.Create(
            CultureInfo.InvariantCulture,
            $"Launch curve of {curve.Items} similar items, at {level:0.##} times their level: the first periods ({sold:0.##} sold where they sold {seen:0.##} on average) count {credibility:P0}");
        return ForecastAssembly.Make(Name, series, prepared with { Issues = Issues(curve, prepared, own.Length + horizon) }, periods, totals, mean, [], note);

        // Noise of the item, doubt about its level, and noise of the curve itself.
        double Variance(double unit) => (curve.Dispersion * unit * (level + (level * level / curve.Items))) + (uncertain * unit * unit);
    }

    // A short history is what this forecaster is for.
    private static List<Issue> Issues(LaunchCurve curve, PreparedSeries prepared, int end)
    {
        List<Issue> issues = [.. prepared.Issues.Where(i => i.Code is not ("no_history" or "no_demand" or "short_history" or "missing_periods" or "stock_outs_corrected"))];
        if (curve.Items < Few)
        {
            issues.Add(Warn("few_analogues", $"Only {curve.Items} analogues: the spread of their levels is mostly a guess (coefficient of variation one half). Give {Few} or more."));
        }

        if (end > curve.Curve.Length)
        {
            issues.Add(Warn("analogues_too_short", $"The analogues are known for {curve.Curve.Length} periods after launch, the forecast reaches to period {end}; their last periods are taken to go on."));
        }

        return issues;
    }

    private static Issue Warn(string code, string message) => new(code, "analogues", message, Severity.Warning);
}
