namespace EcomOps.Inventory.Forecasting.Internal;

// Normal equations of one Newton step (an intercept and columns), solved by Cholesky.
internal sealed class SymmetricSystem(int size)
{
    private const double Ridge = 1e-3;
    private readonly double[,] _matrix = new double[size, size];
    private readonly double[] _right = new double[size];

    public void Clear()
    {
        Array.Clear(_matrix);
        Array.Clear(_right);
        _matrix[0, 0] = Ridge;
    }

    public void Add(double[] row, double curvature, double gradient)
    {
        _matrix[0, 0] += curvature;
        _right[0] += gradient;
        for (int k = 0; k < row.Length; k++)
        {
            double x = row[k];
            if (x != 0)
            {
                _right[k + 1] += gradient * x;
                double weighted = curvature * x;
                _matrix[k + 1, 0] += weighted;
                for (int j = 0; j <= k; j++)
                {
                    _matrix[k + 1, j + 1] += weighted * row[j];
                }
            }
        }
    }

    public void Prior(double[] at, double[] mean, double[] variance)
    {
        for (int k = 0; k < at.Length; k++)
        {
            _matrix[k + 1, k + 1] += 1 / variance[k];
            _right[k + 1] -= (at[k] - mean[k]) / variance[k];
        }
    }

    // The solution; the diagonal of the inverse without the intercept's goes into the argument.
    public double[] Solve(double[]? variances)
    {
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = _matrix[i, j];
                for (int k = 0; k < j; k++)
                {
                    sum -= _matrix[i, k] * _matrix[j, k];
                }

                _matrix[i, j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / _matrix[j, j];
            }
        }

        if (variances is not null)
        {
            for (int c = 1; c < size; c++)
            {
                var unit = new double[size];
                unit[c] = 1;
                variances[c - 1] = Forward(unit, c).Sum(v => v * v);
            }
        }

        return Back(Forward(_right, 0));
    }

    private double[] Forward(double[] right, int from)
    {
        var y = new double[size];
        for (int i = from; i < size; i++)
        {
            double sum = right[i];
            for (int k = from; k < i; k++)
            {
                sum -= _matrix[i, k] * y[k];
            }

            y[i] = sum / _matrix[i, i];
        }

        return y;
    }

    private double[] Back(double[] y)
    {
        for (int i = size - 1; i >= 0; i--)
        {
            double sum = y[i];
            for (int k = i + 1; k < size; k++)
            {
                sum -= _matrix[k, i] * y[k];
            }

            y[i] = sum / _matrix[i, i];
        }

        return y;
    }
}
