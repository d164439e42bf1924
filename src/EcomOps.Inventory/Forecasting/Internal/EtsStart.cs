namespace EcomOps.Inventory.Forecasting.Internal;

// Starting states: seasonal indices by decomposition, level and slope by regression over the first adjusted values.
internal sealed record EtsStart(double Level, double Slope, double Spread, double[] Season)
{
    public static EtsStart Of(double[] y, int season, char kind)
    {
        SeasonalAdjustment adjustment = kind == 'N' ? SeasonalAdjustment.None : SeasonalAdjustment.Fit(y, season, kind == 'M');
        double[] adjusted = adjustment.Remove(y);
        int n = Math.Min(y.Length, Math.Max(10, 2 * season));
        ReadOnlySpan<double> first = adjusted.AsSpan(0, n);
        double slope = ThetaModel.Slope(first), mean = IntermittentModels.Mean(first), level = mean - (slope * (n + 1) / 2);
        if (kind == 'M' && level + slope <= 0)
        {
            (level, slope) = (mean, 0);
        }

        double spread = Math.Sqrt(IntermittentModels.SampleVariance(first));
        double[] indices = adjustment.IsSeasonal ? adjustment.Indices.ToArray() : [.. Enumerable.Repeat(kind == 'M' ? 1.0 : 0.0, Math.Max(1, season))];
        return new EtsStart(level, slope, spread, indices);
    }
}
