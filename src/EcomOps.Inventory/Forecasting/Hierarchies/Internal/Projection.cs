using MathNet.Numerics.LinearAlgebra;

namespace EcomOps.Inventory.Forecasting.Hierarchies.Internal;

// A linear reconciliation y - K C y: every node takes a share of every group's gap. With K = W C' (C W C')^-1 this is the minimum
// trace, written so that no large or singular matrix is inverted.
internal sealed class Projection
{
    private readonly Hierarchy _hierarchy;
    private readonly Matrix<double> _shares;

    private Projection(Hierarchy hierarchy, Matrix<double> shares)
    {
        _hierarchy = hierarchy;
        _shares = shares;
    }

    public static Projection BottomUp(Hierarchy hierarchy) =>
        new(hierarchy, Matrix<double>.Build.Dense(hierarchy.Nodes.Count, hierarchy.Groups.Count, static (i, a) => i == a ? 1 : 0));

    public static Projection MinimumTrace(Hierarchy hierarchy, ErrorCovariance covariance)
    {
        double[,] gaps = covariance.Gaps(hierarchy);
        Matrix<double> right = Matrix<double>.Build.DenseOfArray(gaps);
        return new Projection(hierarchy, Square(hierarchy, gaps).Cholesky().Solve(right).Transpose());
    }

    public double[] Apply(double[] nodes)
    {
        int m = _hierarchy.Groups.Count;
        double[] result = [.. nodes];
        for (int a = 0; a < m; a++)
        {
            double gap = nodes[a] - _hierarchy.Members[a].Sum(j => nodes[m + j]);
            for (int i = 0; i < nodes.Length; i++)
            {
                result[i] -= _shares[i, a] * gap;
            }
        }

        return result;
    }

    // Error variance of each node after over before, if the errors have this covariance.
    public double[] VarianceRatios(ErrorCovariance covariance)
    {
        double[,] gaps = covariance.Gaps(_hierarchy);
        Matrix<double> both = _shares * Square(_hierarchy, gaps);
        var ratios = new double[_hierarchy.Nodes.Count];
        for (int i = 0; i < ratios.Length; i++)
        {
            double before = covariance.Variance(i), after = before;
            for (int a = 0; a < _hierarchy.Groups.Count; a++)
            {
                after += _shares[i, a] * (both[i, a] - (2 * gaps[a, i]));
            }

            ratios[i] = Math.Max(0, after / before);
        }

        return ratios;
    }

    // C W C'.
    private static Matrix<double> Square(Hierarchy hierarchy, double[,] gaps)
    {
        int m = hierarchy.Groups.Count;
        return Matrix<double>.Build.Dense(m, m, (a, b) => gaps[a, b] - hierarchy.Members[b].Sum(j => gaps[a, m + j]));
    }
}
