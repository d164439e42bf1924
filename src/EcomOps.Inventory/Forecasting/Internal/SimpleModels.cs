namespace EcomOps.Inventory.Forecasting.Internal;

// Naive models and those that work on aggregated or adjusted histories.
internal static class SimpleModels
{
    public static ModelPath Naive(double[] y, int horizon) => Repeat(y, 1, horizon);

    public static ModelPath SeasonalNaive(double[] y, int season, int horizon) => Repeat(y, y.Length > season ? season : 1, horizon);

    public static ModelPath Drift(double[] y, int horizon)
    {
        double slope = y.Length > 1 ? (y[^1] - y[0]) / (y.Length - 1) : 0;
        ModelPath naive = Naive(y, horizon);
        return naive with { Mean = [.. naive.Mean.Select((v, h) => v + (slope * (h + 1)))], Fitted = [.. naive.Fitted.Select(v => v + slope)] };
    }

    public static ModelPath Adjusted(double[] y, int season, int horizon, Func<double[], int, ModelPath> fit)
    {
        SeasonalAdjustment adjustment = RegularCombination.Adjustment(y, season, multiplicative: true);
        return adjustment.Restore(fit(adjustment.Remove(y), horizon));
    }

    // ADIDA: sums over blocks of about one demand interval, smoothed and spread again. Nikolopoulos et al. (2011), JORS 62(3).
    public static double Aggregated(double[] y, int block)
    {
        int blocks = y.Length / block;
        if (blocks == 0)
        {
            return IntermittentModels.Mean(y);
        }

        var sums = new double[blocks];
        int skip = y.Length - (blocks * block);
        for (int b = 0; b < blocks; b++)
        {
            for (int i = 0; i < block; i++)
            {
                sums[b] += y[skip + (b * block) + i];
            }
        }

        return Smoothing.Simple(sums, 1).Mean[0] / block;
    }

    public static int MeanInterval(double[] y) => Math.Max(1, (int)Math.Round((double)y.Length / Math.Max(1, y.Count(v => v > 0))));

    // iMAPA: the mean over all aggregation levels up to the demand interval. Petropoulos & Kourentzes (2015), JORS 66(6).
    public static double AggregatedAtAllLevels(double[] y) => Enumerable.Range(1, Math.Min(MeanInterval(y), Math.Max(1, y.Length / 3))).Average(block => Aggregated(y, block));

    private static ModelPath Repeat(double[] y, int lag, int horizon)
    {
        int n = y.Length;
        double[] fitted = [.. y.Select((_, t) => t < lag ? double.NaN : y[t - lag])];
        double[] impulse = [.. Enumerable.Range(1, Math.Max(0, horizon - 1)).Select(j => j % lag == 0 ? 1.0 : 0.0)];
        return new ModelPath([.. Enumerable.Range(0, horizon).Select(h => y[n - lag + (h % lag)])], fitted, impulse);
    }
}
