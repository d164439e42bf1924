namespace EcomOps.Inventory.Forecasting.Hierarchies.Internal;

// Covariance of the one-step errors of all nodes: only its diagonal, or the whole of it.
internal sealed class ErrorCovariance
{
    // Keeps an exactly singular covariance solvable; the answer then tends to that of the variances alone.
    private const double Ridge = 1e-6;
    private readonly double[]? _diagonal;
    private readonly double[,]? _full;

    private ErrorCovariance(double[]? diagonal, double[,]? full)
    {
        _diagonal = diagonal;
        _full = full;
    }

    public static ErrorCovariance Ols(Hierarchy hierarchy) => new([.. hierarchy.Nodes.Select(_ => 1.0)], null);

    public static ErrorCovariance Structural(Hierarchy hierarchy) =>
        new([.. hierarchy.Members.Select(m => (double)m.Length), .. hierarchy.Bottom.Select(_ => 1.0)], null);

    public static ErrorCovariance Variances(double[][] errors) => new(Positive([.. errors.Select(MeanSquare)]), null);

    public static ErrorCovariance Shrunk(double[][] errors)
    {
        double[] variance = Positive([.. errors.Select(MeanSquare)]);
        double[] deviation = [.. variance.Select(Math.Sqrt)];
        double[][] standard = [.. errors.Select((e, i) => e.Select(v => v / deviation[i]).ToArray())];
        (double[,] correlation, double intensity) = Shrinkage.Of(standard);
        int n = errors.Length;
        var full = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                full[i, j] = i == j ? variance[i] * (1 + Ridge) : (1 - intensity) * correlation[i, j] * deviation[i] * deviation[j];
            }
        }

        return new ErrorCovariance(null, full);
    }

    public double Variance(int node) => _diagonal?[node] ?? _full![node, node];

    // C W, where C y is the gap of each group to the sum of its series.
    public double[,] Gaps(Hierarchy hierarchy)
    {
        int[][] members = hierarchy.Members;
        int m = members.Length, n = hierarchy.Nodes.Count;
        var gaps = new double[m, n];
        for (int a = 0; a < m; a++)
        {
            for (int i = 0; i < n; i++)
            {
                gaps[a, i] = At(a, i);
            }

            foreach (int j in members[a])
            {
                if (_diagonal is not null)
                {
                    gaps[a, m + j] -= _diagonal[m + j];
                    continue;
                }

                for (int i = 0; i < n; i++)
                {
                    gaps[a, i] -= _full![m + j, i];
                }
            }
        }

        return gaps;
    }

    private double At(int i, int j) => _full is not null ? _full[i, j] : i == j ? _diagonal![i] : 0;

    private static double MeanSquare(double[] errors) => errors.Sum(e => e * e) / errors.Length;

    // A node that never erred is trusted more than any other, but not for ever.
    private static double[] Positive(double[] variance)
    {
        double least = variance.Where(v => v > 0).DefaultIfEmpty(1).Min() / 1000;
        return [.. variance.Select(v => v > 0 ? v : least)];
    }
}
