namespace EcomOps.Inventory.Forecasting.Internal;

// The Theta method in its closed form: simple smoothing with half the slope of the regression line as drift.
// Assimakopoulos & Nikolopoulos (2000), Hyndman & Billah (2003), International Journal of Forecasting 16(4) and 19(2).
internal static class ThetaModel
{
    public static ModelPath Fit(ReadOnlySpan<double> y, int horizon)
    {
        int n = y.Length;
        ModelPath path = Smoothing.Simple(y, horizon);
        double alpha = path.Impulse.Length > 0 ? path.Impulse[0] : Smoothing.BestAlpha(y.ToArray());
        double drift = n > 1 ? 0.5 * Slope(y) : 0;
        double power = Math.Pow(1 - alpha, n);
        double[] mean = [.. path.Mean.Select((level, h) => level + (drift * (h + ((1 - power) / alpha))))];
        var fitted = new double[n];
        double rest = 1;
        for (int t = 0; t < n; t++)
        {
            fitted[t] = path.Fitted[t] + (drift * ((1 - rest) / alpha));
            rest *= 1 - alpha;
        }

        return new ModelPath(mean, fitted, path.Impulse) { Note = FormattableString.Invariant($"alpha {alpha:0.00}, drift {drift:0.###}") };
    }

    // Theta estimated: the line of theta is y theta + (1 - theta) regression; weight 1/theta of its smoothing, 1 - 1/theta of the regression.
    public static ModelPath Optimised(double[] y, int horizon)
    {
        int n = y.Length;
        double slope = Slope(y), start = IntermittentModels.Mean(y) - (slope * 0.5 * (n - 1));
        ModelPath At(double theta, int steps)
        {
            double[] line = [.. y.Select((v, t) => (theta * v) + ((1 - theta) * (start + (slope * t))))];
            ModelPath path = Smoothing.Simple(line, steps);
            double Join(double smoothed, int t) => (smoothed / theta) + ((1 - (1 / theta)) * (start + (slope * t)));
            return path with { Mean = [.. path.Mean.Select((v, h) => Join(v, n + h))], Fitted = [.. path.Fitted.Select((v, t) => Join(v, t))] };
        }

        double best = Distributions.Internal.RootFinding.Minimise(theta => At(theta, 1).ErrorVariance(y, 0), 1, 8, 0.02);
        return At(best, horizon) with { Note = FormattableString.Invariant($"theta {best:0.00}") };
    }

    public static double Slope(ReadOnlySpan<double> y)
    {
        int n = y.Length;
        double middle = 0.5 * (n - 1), sum = 0;
        for (int t = 0; t < n; t++)
        {
            sum += (t - middle) * y[t];
        }

        return n > 1 ? 12 * sum / ((double)n * n * n - n) : 0;
    }
}
