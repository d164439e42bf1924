using EcomOps.Inventory.Demand;

namespace EcomOps.Inventory.Policies.Internal;

// What the history of an item of rare demand tells: how often, and how much at a time; and the path itself.
internal sealed record RareItem(int Periods, int Demands, double MeanSize, double SquaredVariation, double LogVariance, int[] Path)
{
    private const double LargestSize = 1e9;

    public double Share => Periods == 0 ? 0 : (double)Demands / Periods;

    public static RareItem Of(DemandSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        double[] sizes = [.. series.Values.OfType<double>().Where(v => v > 0)];
        int periods = series.Values.Count(v => v is not null);
        if (sizes.Length == 0)
        {
            return new RareItem(periods, 0, 0, 0, 0, []);
        }

        double mean = sizes.Average(), log = sizes.Average(Math.Log);
        return new RareItem(
            periods,
            sizes.Length,
            mean,
            sizes.Sum(v => (v - mean) * (v - mean)) / (mean * mean),
            sizes.Length > 1 ? sizes.Sum(v => (Math.Log(v) - log) * (Math.Log(v) - log)) / (sizes.Length - 1) : 0,
            [.. series.Values.OfType<double>().Select(v => (int)Math.Clamp(Math.Round(v), 0, LargestSize))]);
    }
}
