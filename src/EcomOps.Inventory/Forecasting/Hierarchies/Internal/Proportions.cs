using EcomOps.Core;
using EcomOps.Inventory.Demand;

namespace EcomOps.Inventory.Forecasting.Hierarchies.Internal;

// Shares of the bottom series in the total.
internal static class Proportions
{
    public static int Root(Hierarchy hierarchy) => Array.FindIndex(hierarchy.Members, m => m.Length == hierarchy.Bottom.Count) is >= 0 and var root
        ? root
        : throw new ArgumentException("A top-down reconciliation needs a group that holds every series.", nameof(hierarchy));

    public static double[] Historical(DemandSeries?[] bottom, bool ofAverages, List<Issue> issues)
    {
        if (Array.Exists(bottom, s => s is null) || bottom.Select(s => s!.Count).Distinct().Count() > 1)
        {
            throw new ArgumentException("Historical proportions need the history of every bottom series, all of the same length.", nameof(bottom));
        }

        double[] shares = ofAverages ? Averages(bottom!) : Ratios(bottom!);
        double sum = shares.Sum();
        if (sum > 0)
        {
            return [.. shares.Select(s => s / sum)];
        }

        issues.Add(new Issue("no_proportions", "history", "No period has a known demand of every series above 0; the total is split in equal shares.", Severity.Warning));
        return [.. shares.Select(_ => 1.0 / shares.Length)];
    }

    private static double[] Averages(DemandSeries[] bottom) =>
        [.. bottom.Select(s => s.Values.Where(v => v is not null).Select(v => Math.Max(0, v!.Value)).DefaultIfEmpty(0).Average())];

    private static double[] Ratios(DemandSeries[] bottom)
    {
        var shares = new double[bottom.Length];
        for (int t = 0; t < bottom[0].Count; t++)
        {
            if (Array.TrueForAll(bottom, s => s.Values[t] is not null))
            {
                double[] values = [.. bottom.Select(s => Math.Max(0, s.Values[t]!.Value))];
                double total = values.Sum();
                for (int j = 0; j < shares.Length && total > 0; j++)
                {
                    shares[j] += values[j] / total;
                }
            }
        }

        return shares;
    }
}
