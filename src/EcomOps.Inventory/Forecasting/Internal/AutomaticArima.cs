namespace EcomOps.Inventory.Forecasting.Internal;

// Bounded stepwise search by AICc: p, q up to 3, P, Q up to 1. Hyndman & Khandakar (2008), Journal of Statistical Software 27(3).
internal static class AutomaticArima
{
    private const int LongestSeason = 24;
    private const int Evaluations = 140;
    private const int LongestHistory = 300;

    public static ModelPath? Best(double[] history, int season, int horizon)
    {
        // Long histories: the recent part tells what is needed at a fraction of the time.
        double[] y = history.Length > LongestHistory ? history[^LongestHistory..] : history;
        if (y.Length < 10)
        {
            return null;
        }

        int m = season is > 1 and <= LongestSeason && y.Length >= 3 * season ? season : 1;
        int seasonalD = m > 1 && SeasonalStrength(y, m) > 0.64 ? 1 : 0;
        double[] w = seasonalD == 1 ? ArimaModel.Difference(y, m) : y;
        int d = 0;
        while (d < 2 && w.Length > 8 && Kpss(w) > 0.463)
        {
            w = ArimaModel.Difference(w, 1);
            d++;
        }

        bool constant = d + seasonalD < 2;
        int conditioned = Math.Min(w.Length / 4, m > 1 ? m + 2 : 3);
        var tried = new Dictionary<ArimaOrder, double>();
        (ArimaModel? Model, double[] Point, double Aicc, ArimaOrder Order) best = (null, [], double.PositiveInfinity, default);
        bool Try(int p, int q, int sp, int sq, bool c)
        {
            var order = new ArimaOrder(p, d, q, sp, seasonalD, sq, m, c);
            if (p is < 0 or > 3 || q is < 0 or > 3 || sp is < 0 or > 1 || sq is < 0 or > 1 || (m == 1 && sp + sq > 0) || !tried.TryAdd(order, 0))
            {
                return false;
            }

            ArimaModel? model = ArimaModel.Fit(w, order, conditioned, out double[] point, out double aicc, Evaluations);
            if (model is null || !(aicc < best.Aicc))
            {
                return false;
            }

            best = (model, point, aicc, order);
            return true;
        }

        int s = m > 1 ? 1 : 0;
        Try(2, 2, s, s, constant);
        Try(0, 0, 0, 0, constant);
        Try(1, 0, s, 0, constant);
        Try(0, 1, 0, s, constant);
        for (bool grew = true; grew && tried.Count < 24;)
        {
            ArimaOrder o = best.Order;
            grew = Try(o.P + 1, o.Q, o.SeasonalP, o.SeasonalQ, o.Constant)
                || Try(o.P - 1, o.Q, o.SeasonalP, o.SeasonalQ, o.Constant)
                || Try(o.P, o.Q + 1, o.SeasonalP, o.SeasonalQ, o.Constant)
                || Try(o.P, o.Q - 1, o.SeasonalP, o.SeasonalQ, o.Constant)
                || Try(o.P, o.Q, 1 - o.SeasonalP, o.SeasonalQ, o.Constant)
                || Try(o.P, o.Q, o.SeasonalP, 1 - o.SeasonalQ, o.Constant)
                || Try(o.P + 1, o.Q + 1, o.SeasonalP, o.SeasonalQ, o.Constant)
                || Try(o.P - 1, o.Q - 1, o.SeasonalP, o.SeasonalQ, o.Constant)
                || (constant && Try(o.P, o.Q, o.SeasonalP, o.SeasonalQ, !o.Constant));
        }

        if (best.Model is null)
        {
            return null;
        }

        ModelPath path = best.Model.Path(y, best.Point, horizon, best.Aicc);
        return y.Length == history.Length ? path : path with { Fitted = [.. Enumerable.Repeat(double.NaN, history.Length - y.Length), .. path.Fitted] };
    }

    // KPSS statistic of level stationarity with the usual short lag window; 5 % critical value 0.463.
    private static double Kpss(double[] w)
    {
        int n = w.Length, lags = (int)Math.Floor(4 * Math.Pow(n / 100.0, 0.25));
        double mean = IntermittentModels.Mean(w), partial = 0, squares = 0, variance = 0;
        for (int t = 0; t < n; t++)
        {
            partial += w[t] - mean;
            squares += partial * partial;
            variance += (w[t] - mean) * (w[t] - mean);
        }

        for (int k = 1; k <= lags; k++)
        {
            double sum = 0;
            for (int t = k; t < n; t++)
            {
                sum += (w[t] - mean) * (w[t - k] - mean);
            }

            variance += 2 * (1 - (k / (lags + 1.0))) * sum;
        }

        return variance > 1e-12 ? squares / n / variance : 0;
    }

    // 1 - variance of the remainder over that of season and remainder, from the classical decomposition.
    private static double SeasonalStrength(double[] y, int m)
    {
        double[] trend = SeasonalAdjustment.CentredAverage(y, m);
        double[] adjusted = SeasonalAdjustment.Fit(y, m, multiplicative: false).Remove(y);
        List<double> both = [], rest = [];
        for (int t = 0; t < y.Length; t++)
        {
            if (!double.IsNaN(trend[t]))
            {
                both.Add(y[t] - trend[t]);
                rest.Add(adjusted[t] - trend[t]);
            }
        }

        double all = IntermittentModels.SampleVariance([.. both]);
        return all > 0 ? 1 - (IntermittentModels.SampleVariance([.. rest]) / all) : 0;
    }
}
