using System.Globalization;
using EcomOps.Core;
using EcomOps.Inventory.Forecasting.Internal;

namespace EcomOps.Inventory.Forecasting.Hierarchies.Internal;

// Reconciled means without negative series, and the distributions around them.
internal static class CoherentAssembly
{
    // Rounding of the projection is no negative demand.
    private const double Rounding = 1e-9;

    public static Forecast[] Make(string method, NodeSet set, CoherentMeans means, List<Issue> issues)
    {
        int[][] members = set.Hierarchy.Members;
        int m = members.Length;
        var below = new SortedSet<int>();
        foreach (double[] step in means.Steps)
        {
            double scale = step.Max(Math.Abs);
            for (int i = m; i < step.Length; i++)
            {
                if (step[i] < 0)
                {
                    _ = step[i] < -Rounding * scale && below.Add(i);
                    step[i] = 0;
                }
            }

            for (int a = 0; a < m; a++)
            {
                step[a] = members[a].Sum(j => step[m + j]);
            }
        }

        issues.AddRange(below.Select(i => new Issue(
            "negative_reconciled", set.Hierarchy.Nodes[i], $"Reconciliation by {method} asks for less than no demand in some period; it is 0 there. Its groups' forecasts are far below the sum of their series'.", Severity.Warning)));
        return [.. set.Nodes.Select((node, i) => One(method, node, [.. means.Steps.Select(s => s[i])], means.VarianceRatios?[i]))];
    }

    private static Forecast One(string method, NodeForecast node, double[] mean, double? varianceRatio)
    {
        string words = string.Create(CultureInfo.InvariantCulture, $"Reconciled ({method}): {node.Forecast.Mean.Sum():0.##} in {mean.Length} periods became {mean.Sum():0.##}.");
        return MovedForecast.To(node.Forecast, mean, varianceRatio, words, []);
    }
}
