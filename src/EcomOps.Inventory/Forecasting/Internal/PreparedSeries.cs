using EcomOps.Core;
using EcomOps.Inventory.Demand;

namespace EcomOps.Inventory.Forecasting.Internal;

// A history that models can take: no gaps, nothing negative, stock-outs lifted to the demand that was likely; and what was done.
internal sealed record PreparedSeries(double[] Values, double[] Known, DemandProfile Profile, IReadOnlyList<Issue> Issues)
{
    private const int Neighbours = 4;

    public static PreparedSeries From(DemandSeries series)
    {
        var issues = new List<Issue>();
        int first = 0;
        while (first < series.Count && series.Values[first] is null)
        {
            first++;
        }

        int n = series.Count - first;
        var values = new double[n];
        var open = new bool[n];
        int missing = 0, negative = 0, censored = 0;
        for (int t = 0; t < n; t++)
        {
            double? value = series.Values[first + t];
            values[t] = Math.Max(0, value ?? 0);
            negative += value < 0 ? 1 : 0;
            missing += value is null ? 1 : 0;
            censored += value is not null && series.IsCensored(first + t) ? 1 : 0;
            open[t] = value is null || series.IsCensored(first + t);
        }

        double[] known = [.. values.Where((_, t) => series.Values[first + t] is not null)];
        DemandProfile profile = DemandProfile.Of(known, missing);
        if (missing + censored > 0 && missing + censored < n)
        {
            Fill(values, open, series.SeasonLength);
        }

        Report(issues, n, known.Length, missing, negative, censored, profile);
        double[] corrected = censored == 0 ? known : [.. values.Where((_, t) => series.Values[first + t] is not null)];
        return new PreparedSeries(values, corrected, profile, issues);
    }

    // An open period gets the mean of its nearest known neighbours (of the same season where there are two seasons), but never
    // less than what was sold.
    private static void Fill(double[] values, bool[] open, int season)
    {
        double[] source = (double[])values.Clone();
        int stride = season > 1 && values.Length >= 2 * season ? season : 1;
        for (int t = 0; t < values.Length; t++)
        {
            if (open[t])
            {
                values[t] = Math.Max(values[t], Near(source, open, t, stride) ?? Near(source, open, t, 1) ?? 0);
            }
        }
    }

    private static double? Near(double[] source, bool[] open, int t, int stride)
    {
        double sum = 0;
        int count = 0;
        for (int step = stride; count < Neighbours && (t - step >= 0 || t + step < source.Length); step += stride)
        {
            foreach (int i in (ReadOnlySpan<int>)[t - step, t + step])
            {
                if (i >= 0 && i < source.Length && !open[i] && count < Neighbours)
                {
                    sum += source[i];
                    count++;
                }
            }
        }

        return count > 0 ? sum / count : null;
    }

    private static void Report(List<Issue> issues, int n, int known, int missing, int negative, int censored, DemandProfile profile)
    {
        void Add(string code, string message) => issues.Add(new Issue(code, "series", message, Severity.Warning));
        if (known == 0)
        {
            Add("no_history", "No period has a known value; the forecast is zero. Forecast a new item by its analogues.");
            return;
        }

        if (negative > 0)
        {
            Add("negative_demand", $"{negative} periods had more returns than sales; they count as no demand. Keep returns apart from sales.");
        }

        if (missing > 0)
        {
            Add("missing_periods", $"{missing} of {n} periods are not known; they were filled from their neighbours. If nothing was sold there, give zeros.");
        }

        if (censored > 0)
        {
            Add("stock_outs_corrected", $"{censored} periods were out of stock; their demand was lifted to that of their neighbours where sales were lower.");
        }

        if (profile.Class == DemandClass.None)
        {
            Add("no_demand", "Nothing was ever sold; the forecast is zero.");
        }
        else if (known < 4)
        {
            Add("short_history", $"Only {known} known periods: the forecast is their mean, and its spread is a guess.");
        }
    }
}
