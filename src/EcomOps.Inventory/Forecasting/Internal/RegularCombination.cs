namespace EcomOps.Inventory.Forecasting.Internal;

// The combination for demand in (nearly) every period: plain mean of the exponential smoothing family weighted by AICc, Theta, and Theta
// on the logarithms; ARIMA joins where the history is long enough to tell its orders.
internal static class RegularCombination
{
    public const int ArimaFrom = 150;

    public static (ModelPath Path, string Note) Fit(double[] history, int season, int horizon)
    {
        double scale = IntermittentModels.Mean(history);
        double[] y = [.. history.Select(v => v / scale)];
        SeasonalAdjustment adjustment = Adjustment(y, season, multiplicative: true);
        double[] adjusted = adjustment.Remove(y);
        ModelPath theta = adjustment.Restore(ThetaModel.Fit(adjusted, horizon));
        List<(string Name, ModelPath Path)> parts = [("Theta", theta)];
        Add(parts, "Theta on logarithms", LogTheta(y, season, horizon), y);
        Add(parts, "weighted ETS", AutomaticEts.Weighted(y, season, horizon), y);
        Add(parts, "ARIMA", y.Length >= ArimaFrom ? AutomaticArima.Best(y, season, horizon) : null, y);
        if (parts.Count == 1)
        {
            parts.Add(("damped trend", adjustment.Restore(Smoothing.Trend(adjusted, horizon, damped: true))));
        }

        ModelPath average = Average([.. parts.Select(p => p.Path)]);
        string found = adjustment.IsSeasonal ? $"a season of {season} periods was found" : season > 1 ? "no season was found" : "no season";
        string note = $"Mean of {string.Join(", ", parts.Select(p => p.Path.Note.Length > 0 ? $"{p.Name} ({p.Path.Note})" : p.Name))}; {found}";
        return (average with { Mean = Times(average.Mean, scale), Fitted = Times(average.Fitted, scale) }, note);
    }

    public static SeasonalAdjustment Adjustment(double[] y, int season, bool multiplicative) =>
        SeasonalAdjustment.IsPresent(y, season) ? SeasonalAdjustment.Fit(y, season, multiplicative) : SeasonalAdjustment.None;

    public static ModelPath? LogTheta(double[] y, int season, int horizon)
    {
        if (!Array.TrueForAll(y, v => v > 0))
        {
            return null;
        }

        double[] logs = [.. y.Select(v => Math.Log(v))];
        SeasonalAdjustment adjustment = SeasonalAdjustment.IsPresent(y, season) ? SeasonalAdjustment.Fit(logs, season, multiplicative: false) : SeasonalAdjustment.None;
        ModelPath path = adjustment.Restore(ThetaModel.Fit(adjustment.Remove(logs), horizon));
        return path with { Mean = [.. path.Mean.Select(v => Math.Exp(v))], Fitted = [.. path.Fitted.Select(v => Math.Exp(v))], Note = string.Empty };
    }

    public static ModelPath Average(ReadOnlySpan<ModelPath> parts)
    {
        int horizon = parts[0].Mean.Length, n = parts[0].Fitted.Length;
        var mean = new double[horizon];
        var fitted = new double[n];
        var impulse = new double[Math.Max(0, horizon - 1)];
        foreach (ModelPath part in parts)
        {
            for (int h = 0; h < horizon; h++)
            {
                mean[h] += part.Mean[h] / parts.Length;
            }

            for (int t = 0; t < n; t++)
            {
                fitted[t] += part.Fitted[t] / parts.Length;
            }

            for (int h = 0; h < impulse.Length; h++)
            {
                impulse[h] += part.Impulse[h] / parts.Length;
            }
        }

        return new ModelPath(mean, fitted, impulse);
    }

    // A member that ran away (an explosive trend of a short history) is left out.
    private static void Add(List<(string Name, ModelPath Path)> parts, string name, ModelPath? path, double[] y)
    {
        double limit = 4 * y.Max();
        if (path is not null && Array.TrueForAll(path.Mean, v => double.IsFinite(v) && v <= limit && v >= -limit))
        {
            parts.Add((name, path));
        }
    }

    private static double[] Times(double[] values, double scale) => [.. values.Select(v => v * scale)];
}
