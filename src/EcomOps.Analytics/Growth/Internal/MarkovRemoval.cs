namespace EcomOps.Analytics.Growth.Internal;

/// <summary>Removal effects of channels in the first-order chain start - channels - order or end.</summary>
internal static class MarkovRemoval
{
    public static Dictionary<string, double> Effects(TouchPath[] paths)
    {
        string[] channels = [.. paths.SelectMany(p => p.Touches.Select(t => t.Channel)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Dictionary<string, int> index = channels.Select((c, i) => (c, i)).ToDictionary(x => x.c, x => x.i, StringComparer.Ordinal);
        int n = channels.Length;

        // Row n is the start; column n is the order. What is missing to 1 in a row ends without one.
        double[,] counts = new double[n + 1, n + 1];
        double[] totals = new double[n + 1];
        foreach (TouchPath path in paths.Where(p => p.Touches.Count > 0))
        {
            int at = n;
            foreach (Touch touch in path.Touches)
            {
                counts[at, index[touch.Channel]]++;
                totals[at]++;
                at = index[touch.Channel];
            }

            counts[at, n] += path.OrderId is null ? 0 : 1;
            totals[at]++;
        }

        double all = Conversion(counts, totals, n, -1);
        return channels.Select((c, i) => (c, Effect: all == 0 ? 0 : 1 - (Conversion(counts, totals, n, i) / all))).ToDictionary(x => x.c, x => x.Effect, StringComparer.Ordinal);
    }

    // Chance to reach the order from the start when visits to one channel end there: (I - Q) x = r by elimination.
    private static double Conversion(double[,] counts, double[] totals, int n, int removed)
    {
        double[,] a = new double[n + 1, n + 2];
        for (int row = 0; row <= n; row++)
        {
            a[row, row] = 1;
            if (row == removed || totals[row] == 0)
            {
                continue;
            }

            for (int column = 0; column < n; column++)
            {
                a[row, column] -= column == removed ? 0 : counts[row, column] / totals[row];
            }

            a[row, n + 1] = counts[row, n] / totals[row];
        }

        for (int pivot = 0; pivot <= n; pivot++)
        {
            for (int row = 0; row <= n; row++)
            {
                double factor = row == pivot || a[pivot, pivot] == 0 ? 0 : a[row, pivot] / a[pivot, pivot];
                for (int column = pivot; factor != 0 && column <= n + 1; column++)
                {
                    a[row, column] -= factor * a[pivot, column];
                }
            }
        }

        return a[n, n + 1] / a[n, n];
    }
}
