namespace EcomOps.Analytics.Metrics.Internal;

/// <summary>What a day's weekday and the weeks before let expect.</summary>
internal static class DayForecast
{
    private const int TrendDays = 28;
    private const int Week = 7;
    private const int FewestKnown = 5;
    private const double ShiftDeviations = 3;

    // Null when fewer than two thirds of the days before are known, or a weekday has never been seen.
    public static double? Expect(double?[] y, int day, int learningDays)
    {
        int from = day - learningDays;
        if (from < 0 || Enumerable.Range(from, learningDays).Count(i => y[i] is not null) < learningDays * 2 / 3)
        {
            return null;
        }

        double?[] effects = Effects(y, from, day);
        if (effects[day % Week] is not { } own)
        {
            return null;
        }

        double centre = effects.Average() ?? 0;
        List<(int Day, double Value)> level = [];
        for (int i = Math.Max(from, day - TrendDays); i < day; i++)
        {
            if (y[i] is { } v && effects[i % Week] is { } effect)
            {
                level.Add((i - day, v - effect + centre));
            }
        }

        // Theil-Sen: the median slope, through the median of what is left.
        List<double> slopes = [];
        for (int a = 0; a < level.Count; a++)
        {
            for (int b = a + 1; b < level.Count; b++)
            {
                slopes.Add((level[b].Value - level[a].Value) / (level[b].Day - level[a].Day));
            }
        }

        if (slopes.Count == 0)
        {
            return null;
        }

        slopes.Sort();
        double slope = Median(slopes);
        double[] heights = [.. level.Select(l => l.Value - (slope * l.Day)).Order()];
        double height = Median(heights);
        return (ShiftedLevel(level, slope, height) ?? height) + own - centre;
    }

    // The level since a lasting shift, at least a week old, when two levels describe the days better than the line; the line needs weeks to follow, and each of their days would be an alarm.
    private static double? ShiftedLevel(List<(int Day, double Value)> level, double slope, double height)
    {
        double least = level.Sum(l => Math.Abs(l.Value - height - (slope * l.Day)));
        double? shifted = null;
        for (int split = FewestKnown; split <= level.Count - Week; split++)
        {
            double[] before = [.. level.Take(split).Select(l => l.Value).Order()], after = [.. level.Skip(split).Select(l => l.Value).Order()];
            double old = Median(before), now = Median(after);
            double[] distances = [.. before.Select(v => Math.Abs(v - old)), .. after.Select(v => Math.Abs(v - now))];
            double sum = distances.Sum();
            if (sum < least)
            {
                Array.Sort(distances);
                least = sum;
                shifted = Math.Abs(now - old) > ShiftDeviations * AnomalyReport.MedianToDeviation * Median(distances) ? now : null;
            }
        }

        return shifted;
    }

    public static double Median(IReadOnlyList<double> sorted) => (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;

    // Median distance of each weekday to the mean of the seven days around it, which holds every weekday once (a weekday on which the shop is closed is missing in all of them).
    private static double?[] Effects(double?[] y, int from, int until)
    {
        List<double>[] distances = [.. Enumerable.Range(0, Week).Select(_ => new List<double>())];
        for (int i = from + 3; i < until - 3; i++)
        {
            double sum = 0;
            int known = 0;
            for (int j = i - 3; j <= i + 3; j++)
            {
                known += y[j] is null ? 0 : 1;
                sum += y[j] ?? 0;
            }

            if (known >= FewestKnown && y[i] is { } value)
            {
                distances[i % Week].Add(value - (sum / known));
            }
        }

        foreach (List<double> list in distances)
        {
            list.Sort();
        }

        return Array.ConvertAll(distances, d => d.Count == 0 ? (double?)null : Median(d));
    }
}
