using EcomOps.Inventory.Demand;

namespace EcomOps.Inventory.Forecasting.Internal;

// What items do after launch: level of item i times a common curve, y[i, t] = L[i] c[t] with mean level 1, fitted by alternating sums (the
// quasi-Poisson estimate of a two-way table with holes); the spread of the levels and the noise around them.
internal sealed class LaunchCurve
{
    private const int Rounds = 50;
    private const int Tail = 4;

    // Before anything is known, levels of similar items have a coefficient of variation of one half; it weighs as two analogues.
    private const double PriorSpread = 0.25;
    private const double PriorWeight = 2;

    private LaunchCurve(double[] curve, double levelVariance, double dispersion, int items)
    {
        Curve = curve;
        LevelVariance = levelVariance;
        Dispersion = dispersion;
        Items = items;
    }

    public double[] Curve { get; }

    // Variance of an item's level around 1.
    public double LevelVariance { get; }

    // Variance of a period over its mean.
    public double Dispersion { get; }

    public int Items { get; }

    // From the first known period on; stock-outs are only lower bounds and are left out.
    public static double?[] Aligned(DemandSeries series) =>
        [.. series.Values.Select((v, t) => v is { } known && !series.IsCensored(t) ? Math.Max(0, known) : (double?)null).Zip(series.Values).SkipWhile(p => p.Second is null).Select(p => p.First)];

    public static LaunchCurve? Fit(double?[][] items)
    {
        items = [.. items.Where(y => y.Any(v => v is not null))];
        int length = items.Select(y => y.Length).DefaultIfEmpty(0).Max();
        while (length > 0 && items.All(y => y.Length < length || y[length - 1] is null))
        {
            length--;
        }

        if (length == 0 || items.All(y => y.All(v => v is null or 0)))
        {
            return null;
        }

        var level = new double[items.Length];
        Array.Fill(level, 1);
        double[] curve = [];
        for (int round = 0; round < Rounds; round++)
        {
            curve = Filled([.. Enumerable.Range(0, length).Select(t => Ratio(items.Select((y, i) => (t < y.Length ? y[t] : null, level[i]))))]);
            level = [.. items.Select(y => Ratio(y.Take(length).Select((v, t) => (v, curve[t]))) ?? 0)];
            double mean = level.Average();
            level = [.. level.Select(l => l / mean)];
            curve = [.. curve.Select(c => c * mean)];
        }

        double dispersion = Noise(items, level, curve);
        double[] seen = [.. items.Select(y => Sum(curve, y, y.Length)).Where(m => m > 0)];
        double own = dispersion * seen.Average(m => 1 / m);
        double between = items.Length > 1 ? Math.Max(0, (level.Sum(l => (l - 1) * (l - 1)) / (items.Length - 1)) - own) : 0;
        return new LaunchCurve(curve, ((PriorWeight * PriorSpread) + ((items.Length - 1) * between)) / (PriorWeight + items.Length - 1), dispersion, items.Length);
    }

    // Demand of period t since launch at level 1; after the end of the curve its last periods go on.
    public double At(int t) => t < Curve.Length ? Curve[t] : Curve.TakeLast(Tail).Average();

    // Expected at level 1 over the periods in which the item is known.
    public double Seen(double?[] own) => own.Select((v, t) => v is null ? 0 : At(t)).Sum();

    private static double Sum(double[] curve, double?[] y, int end) => Enumerable.Range(0, Math.Min(end, curve.Length)).Sum(t => y[t] is null ? 0 : curve[t]);

    private static double? Ratio(IEnumerable<(double? Value, double Base)> pairs)
    {
        double top = 0, bottom = 0;
        foreach ((double? value, double weight) in pairs)
        {
            top += value ?? 0;
            bottom += value is null ? 0 : weight;
        }

        return bottom > 0 ? top / bottom : null;
    }

    // A period in which no analogue is known goes on from the one before.
    private static double[] Filled(double?[] curve)
    {
        double last = curve.FirstOrDefault(c => c is not null) ?? 0;
        return [.. curve.Select(c => last = c ?? last)];
    }

    private static double Noise(double?[][] items, double[] level, double[] curve)
    {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < items.Length; i++)
        {
            for (int t = 0; t < Math.Min(items[i].Length, curve.Length); t++)
            {
                double mean = level[i] * curve[t];
                if (items[i][t] is { } value && mean > 0)
                {
                    sum += (value - mean) * (value - mean) / mean;
                    n++;
                }
            }
        }

        // Of one item the curve is its own history, and shows no noise: a Poisson is taken.
        int free = n - items.Length - curve.Length + 1;
        return free > 0 ? sum / free : 1;
    }
}
