using EcomOps.Core;
using EcomOps.Inventory.Distributions;

namespace EcomOps.Inventory.Forecasting.Internal;

// A forecast with other means: periods and totals move along, each within its kind and without adding up intervals.
internal static class MovedForecast
{
    public static Forecast To(Forecast own, double[] mean, double? varianceRatio, string words, IReadOnlyList<Issue> issues)
    {
        var periods = new DemandDistribution[mean.Length];
        var totals = new DemandDistribution[mean.Length];
        double before = 0, after = 0;
        for (int h = 0; h < mean.Length; h++)
        {
            before += own.Mean[h];
            after += mean[h];
            periods[h] = Move(own.At(h + 1), own.Mean[h], mean[h], varianceRatio);
            totals[h] = Move(own.Total(h + 1), before, after, varianceRatio);
        }

        return own.With(null, periods, totals, mean, [.. own.Issues, .. issues], $"{own.Explanation} {words}".Trim());
    }

    // A point forecast need not be the mean of its distribution; the two move together.
    private static DemandDistribution Move(DemandDistribution demand, double before, double after, double? varianceRatio)
    {
        double mean = before > 0 && demand.Mean > 0 ? demand.Mean * (after / before) : after;
        return varianceRatio is { } ratio ? ScaledDemand.To(demand, mean, ratio) : ScaledDemand.To(demand, mean);
    }
}
