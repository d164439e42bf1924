using EcomOps.Inventory.Backtesting;
using EcomOps.Inventory.Demand;

namespace EcomOps.Inventory.Forecasting.Internal;

// Chooses by the loss of the stock decision. Automatic comes first, and the mean last because it is above 0 whenever demand was seen.
internal sealed class StockForecaster(double serviceLevel, int protection) : IForecaster
{
    private const int FewestOrigins = 3;

    private static readonly IForecaster[] Rare = [Forecaster.Automatic, Forecaster.EmpiricalSums, Forecaster.TeunterSyntetosBabai(), Forecaster.SyntetosBoylan(), Forecaster.Mean];
    private static readonly IForecaster[] Regular = [Forecaster.Automatic, Forecaster.Ets, Forecaster.Theta, Forecaster.SeasonalNaive, Forecaster.Mean];

    public string Name => "For stock";

    public Forecast Forecast(DemandSeries series, int horizon)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        DemandProfile profile = DemandProfile.Of(series);
        IForecaster[] candidates = profile.MeanInterval >= DemandProfile.IntervalCutOff ? Rare : Regular;
        RollingOrigin backtest = new(protection) { Origins = 12, MinimumHistory = Math.Max(8, series.Count / 2), Levels = [serviceLevel], MaxDegreeOfParallelism = 1 };
        Judged[] judged = [.. candidates.Select(c => Judge(c, series, horizon, backtest, profile))];
        Judged[] able = [.. judged.Where(j => !j.Zero)];
        if (able.Length == 0 || able[0].Losses.Length < FewestOrigins)
        {
            Judged first = able.Length == 0 ? judged[0] : able[0];
            return Explained(first.Forecast, FormattableString.Invariant($"{first.Name}: the history is too short or too empty to judge candidates for {protection} periods"));
        }

        Judged best = able.MinBy(j => j.Mean)!, standard = able[0];
        Judged chosen = standard.Mean - best.Mean <= Error(standard.Losses, best.Losses) ? standard : best;
        string figures = string.Join(", ", judged.Select(j => j.Zero ? $"{j.Name} refused (forecasts nothing)" : FormattableString.Invariant($"{j.Name} {j.Mean:0.####}")));
        return Explained(chosen.Forecast, FormattableString.Invariant(
            $"{chosen.Name} chosen by pinball loss at {serviceLevel:0.###} of {protection}-period demand over {chosen.Losses.Length} origins ({figures}); {standard.Name} stays unless beaten by more than one standard error"));
    }

    private Judged Judge(IForecaster candidate, DemandSeries series, int horizon, RollingOrigin backtest, DemandProfile profile)
    {
        Forecast forecast = candidate.Forecast(series, horizon);
        BacktestSeries past = backtest.Run(candidate, [series]).Series[0];
        double[] losses = [.. past.Totals.Select(t => ForecastMetrics.Pinball(t.Actual, t.Quantiles[0], serviceLevel))];
        return new Judged(candidate.Name, forecast, losses, profile.NonZero > 0 && forecast.Mean.All(static m => m <= 0));
    }

    // Standard error of the mean difference. Totals of neighbouring origins overlap, so only every protection-th counts as independent.
    private double Error(double[] a, double[] b)
    {
        double mean = a.Zip(b, static (x, y) => x - y).Average();
        double squares = a.Zip(b, (x, y) => (x - y - mean) * (x - y - mean)).Sum();
        return Math.Sqrt(squares / (a.Length - 1) / Math.Max(1, (double)a.Length / protection));
    }

    private static Forecast Explained(Forecast forecast, string choice) => forecast.Explained(forecast.Explanation.Length == 0 ? choice : choice + ". " + forecast.Explanation);

    private sealed record Judged(string Name, Forecast Forecast, double[] Losses, bool Zero)
    {
        public double Mean { get; } = Losses.Length == 0 ? 0 : Losses.Average();
    }
}
