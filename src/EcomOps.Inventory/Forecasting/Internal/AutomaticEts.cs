namespace EcomOps.Inventory.Forecasting.Internal;

// The admissible form with the lowest AICc.
internal static class AutomaticEts
{
    private const int LongestSeason = 24;

    private static readonly (char, bool)[] Trends = [('N', false), ('A', false), ('A', true)];

    public static ModelPath? Best(double[] y, int season, int horizon)
    {
        ModelPath? best = null;
        foreach (ModelPath path in All(y, season, horizon))
        {
            best = best is null || path.Aicc < best.Aicc ? path : best;
        }

        return best;
    }

    // All admissible forms, weighted by exp(-AICc / 2): no single form is trusted where several fit alike.
    public static ModelPath? Weighted(double[] y, int season, int horizon)
    {
        ModelPath[] all = [.. All(y, season, horizon)];
        if (all.Length == 0)
        {
            return null;
        }

        ModelPath best = all.MinBy(p => p.Aicc)!;
        double[] weights = [.. all.Select(p => Math.Exp(0.5 * (best.Aicc - p.Aicc)))];
        double total = weights.Sum();
        var mean = new double[horizon];
        var fitted = new double[y.Length];
        var impulse = new double[Math.Max(0, horizon - 1)];
        for (int i = 0; i < all.Length; i++)
        {
            double weight = weights[i] / total;
            if (weight < 1e-6)
            {
                continue;
            }

            Accumulate(mean, all[i].Mean, weight);
            Accumulate(fitted, all[i].Fitted, weight);
            Accumulate(impulse, all[i].Impulse, weight);
        }

        return new ModelPath(mean, fitted, impulse) { Note = $"most like {best.Note}" };
    }

    private static void Accumulate(double[] sum, double[] values, double weight)
    {
        for (int i = 0; i < sum.Length; i++)
        {
            sum[i] += weight * values[i];
        }
    }

    public static IEnumerable<ModelPath> All(double[] y, int season, int horizon)
    {
        bool positive = Array.TrueForAll(y, v => v > 0);
        bool seasonal = season is > 1 and <= LongestSeason && y.Length >= 2 * season;
        foreach (char kind in seasonal ? positive ? "NAM" : "NA" : "N")
        {
            EtsStart start = EtsStart.Of(y, season, kind);
            foreach (char error in positive ? "AM" : "A")
            {
                if (error == 'A' && kind == 'M')
                {
                    continue;
                }

                foreach ((char trend, bool damped) in Trends)
                {
                    if (EtsModel.Fit(y, season, new EtsForm(error, trend, damped, kind), start, horizon) is { } path)
                    {
                        yield return path;
                    }
                }
            }
        }
    }
}
