using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Distributions;

namespace EcomOps.Inventory.Forecasting.Internal;

// Turns what models give into a forecast with distributions.
internal static class ForecastAssembly
{
    // Nothing sold, nothing known, or too little to fit anything.
    public static Forecast? Trivial(string model, DemandSeries series, PreparedSeries prepared, int horizon)
    {
        double[] known = prepared.Known;
        if (known.Length >= 4 && prepared.Profile.Class != DemandClass.None)
        {
            return null;
        }

        double mean = IntermittentModels.Mean(known);
        // With so few values the spread is that of a Poisson with a coefficient of variation of one half on top.
        double variance = Math.Max(mean + (0.25 * mean * mean), IntermittentModels.SampleVariance(known));
        string note = mean == 0 ? "no demand seen" : $"mean of the {known.Length} known periods";
        var flat = new double[horizon];
        Array.Fill(flat, mean);
        return Level(model, series, prepared, flat, variance, [], note, parameterError: known.Length == 0 ? 0 : 1.0 / known.Length);
    }

    public static Forecast FromPath(string model, DemandSeries series, PreparedSeries prepared, ModelPath path, int parameters, string note) =>
        Level(model, series, prepared, path.Mean, path.ErrorVariance(prepared.Values, parameters), path.Impulse, note, 0);

    // Distributions from the one-step variance and the impulse response; parameterError is the variance of the estimated level in
    // units of the one-step variance, which all periods share.
    public static Forecast Level(
        string model, DemandSeries series, PreparedSeries prepared, double[] mean, double variance, double[] impulse, string note, double parameterError)
    {
        int horizon = mean.Length;
        DistributionShape shape = DistributionShapes.Of(prepared.Known);
        double[] steps = ModelPath.StepFactors(impulse, horizon);
        double[] totals = ModelPath.TotalFactors(impulse, horizon);
        double[] point = [.. mean.Select(m => double.IsFinite(m) ? Math.Max(0, m) : 0)];
        var periodDemand = new DemandDistribution[horizon];
        var totalDemand = new DemandDistribution[horizon];
        double sum = 0;
        for (int h = 0; h < horizon; h++)
        {
            sum += point[h];
            periodDemand[h] = shape.Make(point[h], variance * (steps[h] + parameterError));
            totalDemand[h] = shape.Make(sum, variance * (totals[h] + ((h + 1.0) * (h + 1.0) * parameterError)));
        }

        return Make(model, series, prepared, periodDemand, totalDemand, point, impulse, note);
    }

    public static Forecast Make(
        string model, DemandSeries series, PreparedSeries prepared, DemandDistribution[] periods, DemandDistribution[] totals, double[] mean, double[] impulse, string note)
    {
        DemandProfile p = prepared.Profile;
        string history = FormattableString.Invariant(
            $"{p.Length} periods of history, demand in {p.NonZero}, mean {p.Mean:0.##}, ADI {p.MeanInterval:0.##}, CV2 {p.SquaredVariation:0.##}: {Word(p.Class)}");
        return new Forecast(model, periods, totals, mean)
        {
            Profile = p,
            Period = series.Period,
            Issues = prepared.Issues,
            Impulse = impulse,
            Explanation = $"{model}. {history}. {note}".TrimEnd(' ', '.') + ".",
        };
    }

    private static string Word(DemandClass pattern) => pattern switch
    {
        DemandClass.None => "no demand",
        DemandClass.Smooth => "smooth demand",
        DemandClass.Erratic => "erratic demand",
        DemandClass.Intermittent => "intermittent demand",
        _ => "lumpy demand",
    };
}
