using EcomOps.Core;
using EcomOps.Inventory.Demand;

namespace EcomOps.Inventory.Forecasting.Internal;

// Judges candidates by a trial on the past of the series. The first stays unless another is better by more than two standard errors: with four others one
// standard error is passed by chance in about every second series.
internal sealed class ChoosingForecaster(string name, ITrial trial, IReadOnlyList<IForecaster>? named) : IForecaster
{
    private const int FewestLosses = 3;
    private const double Errors = 2;

    public string Name => name;

    public Forecast Forecast(DemandSeries series, int horizon)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        DemandProfile profile = DemandProfile.Of(series);
        IReadOnlyList<IForecaster> candidates = named ?? CandidateSet.Of(profile);
        if (trial.Refusal(profile) is { } refusal)
        {
            Forecast fixedRule = Forecaster.Automatic.Forecast(series, horizon);
            return fixedRule.With(issues: [.. fixedRule.Issues, refusal], explanation: $"{Forecaster.Automatic.Name}: {refusal.Message} {fixedRule.Explanation}".TrimEnd());
        }

        Judged[] judged = [.. candidates.Select(c => Judge(c, series, horizon, profile))];
        Judged[] able = [.. judged.Where(j => !j.ForecastsNothing)];
        if (able.Length == 0 || able[0].Past.Losses.Length < FewestLosses)
        {
            Judged first = able.Length == 0 ? judged[0] : able[0];
            return Explained(first.Forecast, FormattableString.Invariant($"{first.Name}: the history is too short or too empty to judge candidates for {trial.Overlap} periods"));
        }

        Judged[] kept = [.. able.Where(j => j.Past.KeepsPromise)];
        Judged[] left = kept.Length > 0 ? kept : able;
        Judged standard = left[0];
        double independent = Math.Max(1, (double)standard.Past.Losses.Length / trial.Overlap);
        Judged best = left.MinBy(j => j.Past.Mean + Doubt(j))!;
        Judged chosen = standard.Past.Mean - best.Past.Mean - Doubt(best) <= Errors * Error(standard.Past.Losses, best.Past.Losses, independent) ? standard : best;
        string figures = string.Join(", ", judged.Select(j => j.ForecastsNothing ? $"{j.Name} refused (forecasts nothing)"
            : FormattableString.Invariant($"{j.Name} {j.Past.Mean:0.####}{j.Past.Seen}{(j.Past.KeepsPromise ? string.Empty : " misses the service")}")));
        return Explained(chosen.Forecast, FormattableString.Invariant(
            $"{chosen.Name} chosen by {trial.Measure} over {chosen.Past.Losses.Length} past values ({figures}); {standard.Name} stays unless beaten by more than two standard errors and by what its own distribution expects of the other"));

        double Doubt(Judged other)
        {
            (double loss, double weight) = trial.Belief(standard.Forecast, other.Forecast);
            return weight * Math.Max(0, loss) / independent;
        }
    }

    private Judged Judge(IForecaster candidate, DemandSeries series, int horizon, DemandProfile profile)
    {
        Forecast forecast = candidate.Forecast(series, horizon);
        return new Judged(candidate.Name, forecast, trial.Run(candidate, series), profile.NonZero > 0 && forecast.Mean.All(static m => m <= 0));
    }

    // Standard error of the mean difference.
    private static double Error(double[] a, double[] b, double independent)
    {
        double mean = a.Zip(b, static (x, y) => x - y).Average();
        double squares = a.Zip(b, (x, y) => (x - y - mean) * (x - y - mean)).Sum();
        return Math.Sqrt(squares / (a.Length - 1) / independent);
    }

    private static Forecast Explained(Forecast forecast, string choice) => forecast.With(explanation: forecast.Explanation.Length == 0 ? choice : choice + ". " + forecast.Explanation);

    private sealed record Judged(string Name, Forecast Forecast, TrialResult Past, bool ForecastsNothing);
}
