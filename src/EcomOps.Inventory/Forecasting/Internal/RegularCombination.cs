namespace EcomOps.Inventory.Forecasting.Internal;

// The combination for demand in (nearly) every period.
internal static class RegularCombination
{
    public static (ModelPath Path, string Note) Fit(double[] y, int season, int horizon)
    {
        SeasonalAdjustment adjustment = SeasonalAdjustment.IsPresent(y, season) ? SeasonalAdjustment.Fit(y, season, multiplicative: true) : SeasonalAdjustment.None;
        double[] adjusted = adjustment.Remove(y);
        ModelPath[] parts =
        [
            ThetaModel.Fit(adjusted, horizon),
            Smoothing.Simple(adjusted, horizon),
            Smoothing.Trend(adjusted, horizon, damped: true),
        ];
        ModelPath path = adjustment.Restore(Average(parts));
        string word = adjustment.IsSeasonal ? $"a season of {season} periods was found" : season > 1 ? "no season was found" : "no season";
        return (path, $"Mean of Theta ({parts[0].Note}), simple smoothing ({parts[1].Note}) and damped trend ({parts[2].Note}); {word}");
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
}
