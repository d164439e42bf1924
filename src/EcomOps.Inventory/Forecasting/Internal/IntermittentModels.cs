namespace EcomOps.Inventory.Forecasting.Internal;

// Rates of rare demand. Starts as in the literature's fixed-parameter tables: the first size and the position of the first demand.
// Croston (1972) Operational Research Quarterly 23(3); Syntetos & Boylan (2005) IJF 21(2); Teunter, Syntetos & Babai (2011) EJOR 214(3).
internal static class IntermittentModels
{
    public static double Croston(ReadOnlySpan<double> y, double alpha = 0.1)
    {
        double size = 0, interval = 0;
        int since = 0;
        foreach (double value in y)
        {
            since++;
            if (value > 0)
            {
                bool start = interval == 0;
                size = start ? value : size + (alpha * (value - size));
                interval = start ? since : interval + (alpha * (since - interval));
                since = 0;
            }
        }

        return interval > 0 ? size / interval : 0;
    }

    public static double SyntetosBoylan(ReadOnlySpan<double> y, double alpha = 0.1) => Croston(y, alpha) * (1 - (alpha / 2));

    public static double TeunterSyntetosBabai(ReadOnlySpan<double> y, double sizeAlpha = 0.1, double probabilityAlpha = 0.1)
    {
        double size = 0, probability = 0;
        int position = 0;
        foreach (double value in y)
        {
            position++;
            if (value > 0)
            {
                bool start = probability == 0;
                size = start ? value : size + (sizeAlpha * (value - size));
                probability = start ? 1.0 / position : probability + (probabilityAlpha * (1 - probability));
            }
            else if (probability > 0)
            {
                probability -= probabilityAlpha * probability;
            }
        }

        return size * probability;
    }

    public static double Smoothed(ReadOnlySpan<double> y, double alpha)
    {
        double level = y.Length > 0 ? y[0] : 0;
        for (int t = 1; t < y.Length; t++)
        {
            level += alpha * (y[t] - level);
        }

        return level;
    }

    public static double Mean(ReadOnlySpan<double> y)
    {
        double sum = 0;
        foreach (double value in y)
        {
            sum += value;
        }

        return y.Length == 0 ? 0 : sum / y.Length;
    }

    public static double SampleVariance(ReadOnlySpan<double> y)
    {
        double mean = Mean(y), sum = 0;
        foreach (double value in y)
        {
            sum += (value - mean) * (value - mean);
        }

        return y.Length < 2 ? 0 : sum / (y.Length - 1);
    }
}
