namespace EcomOps.Analytics.Metrics.Internal;

/// <summary>The scale on which days of a series are compared.</summary>
internal sealed record DayScale(Func<double, double> To, Func<double, double> From)
{
    private const double NearZero = 0.2;
    private const double SmallCount = 100;

    // Days outside the range that chose the scale may be negative or zero; they then stand at the foot of it.
    private static readonly DayScale Plain = new(x => x, x => x);
    private static readonly DayScale Root = new(x => Math.Sqrt(Math.Max(0, x)), x => Math.Max(0, x) * Math.Max(0, x));
    private static readonly DayScale Log = new(x => Math.Log(Math.Max(double.Epsilon, x)), Math.Exp);

    public static DayScale Of(IEnumerable<double?> values)
    {
        double[] known = [.. values.OfType<double>().Where(double.IsFinite).Order()];
        if (known.Length == 0 || known[0] < 0)
        {
            return Plain;
        }

        // The twentieth-smallest share rather than the smallest: one bad day does not choose the scale, unless it is zero.
        bool counts = DayForecast.Median(known) < SmallCount && known.All(double.IsInteger);
        return !counts && known[0] > 0 && known[known.Length / 20] > NearZero * DayForecast.Median(known) ? Log : Root;
    }
}
