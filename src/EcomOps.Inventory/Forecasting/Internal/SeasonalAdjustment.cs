namespace EcomOps.Inventory.Forecasting.Internal;

// Tests for a season by autocorrelation and takes it out by classical decomposition.
internal sealed class SeasonalAdjustment
{
    private readonly double[] _indices;
    private readonly bool _multiplicative;

    private SeasonalAdjustment(double[] indices, bool multiplicative) => (_indices, _multiplicative) = (indices, multiplicative);

    public static SeasonalAdjustment None { get; } = new([0], multiplicative: false);

    public bool IsSeasonal => _indices.Length > 1;

    public bool IsMultiplicative => _multiplicative;

    public ReadOnlySpan<double> Indices => _indices;

    // Autocorrelation at the season's lag against its 90 % limit (Bartlett), as the organisers of M4 did.
    public static bool IsPresent(ReadOnlySpan<double> y, int season)
    {
        int n = y.Length;
        if (season < 2 || n < 3 * season)
        {
            return false;
        }

        double sum = 0;
        double last = Autocorrelation(y, season, ref sum);
        return Math.Abs(last) > 1.645 * Math.Sqrt((1 + (2 * sum)) / n);
    }

    public static SeasonalAdjustment Fit(ReadOnlySpan<double> y, int season, bool multiplicative)
    {
        int n = y.Length;
        if (season < 2 || n < 2 * season)
        {
            return None;
        }

        multiplicative = multiplicative && Positive(y);
        double[] trend = CentredAverage(y, season);
        var sums = new double[season];
        var counts = new int[season];
        for (int t = 0; t < n; t++)
        {
            if (!double.IsNaN(trend[t]) && (!multiplicative || trend[t] > 0))
            {
                sums[t % season] += multiplicative ? y[t] / trend[t] : y[t] - trend[t];
                counts[t % season]++;
            }
        }

        double total = 0;
        for (int s = 0; s < season; s++)
        {
            sums[s] = counts[s] > 0 ? sums[s] / counts[s] : multiplicative ? 1 : 0;
            total += sums[s];
        }

        for (int s = 0; s < season; s++)
        {
            sums[s] = multiplicative ? Math.Max(1e-4, sums[s] * season / total) : sums[s] - (total / season);
        }

        return new SeasonalAdjustment(sums, multiplicative);
    }

    public double[] Remove(ReadOnlySpan<double> y)
    {
        double[] result = y.ToArray();
        for (int t = 0; IsSeasonal && t < result.Length; t++)
        {
            double index = _indices[t % _indices.Length];
            result[t] = _multiplicative ? result[t] / index : result[t] - index;
        }

        return result;
    }

    public double Restore(double value, int t)
    {
        if (!IsSeasonal)
        {
            return value;
        }

        double index = _indices[t % _indices.Length];
        return _multiplicative ? value * index : value + index;
    }

    public ModelPath Restore(ModelPath path)
    {
        if (!IsSeasonal)
        {
            return path;
        }

        int n = path.Fitted.Length;
        return path with
        {
            Fitted = [.. path.Fitted.Select((v, t) => Restore(v, t))],
            Mean = [.. path.Mean.Select((v, h) => Restore(v, n + h))],
        };
    }

    public static double[] CentredAverage(ReadOnlySpan<double> y, int season)
    {
        int n = y.Length, half = season / 2;
        var average = new double[n];
        Array.Fill(average, double.NaN);
        bool even = season % 2 == 0;
        for (int t = half; t < n - half; t++)
        {
            double sum = 0;
            for (int i = t - half; i <= t + half; i++)
            {
                sum += even && (i == t - half || i == t + half) ? 0.5 * y[i] : y[i];
            }

            average[t] = sum / season;
        }

        return average;
    }

    private static double Autocorrelation(ReadOnlySpan<double> y, int lag, ref double sumOfSquares)
    {
        double mean = 0, variance = 0;
        foreach (double value in y)
        {
            mean += value / y.Length;
        }

        foreach (double value in y)
        {
            variance += (value - mean) * (value - mean);
        }

        if (variance <= 0)
        {
            return 0;
        }

        double r = 0;
        for (int k = 1; k <= lag; k++)
        {
            double sum = 0;
            for (int t = k; t < y.Length; t++)
            {
                sum += (y[t] - mean) * (y[t - k] - mean);
            }

            r = sum / variance;
            sumOfSquares += k < lag ? r * r : 0;
        }

        return r;
    }

    private static bool Positive(ReadOnlySpan<double> y)
    {
        foreach (double value in y)
        {
            if (value <= 0)
            {
                return false;
            }
        }

        return true;
    }
}
