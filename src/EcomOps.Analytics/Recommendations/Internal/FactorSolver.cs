namespace EcomOps.Analytics.Recommendations.Internal;

// (Y'Y + lambda I + alpha sum y y') x = (1 + alpha) sum y over the items of one customer (or the customers of one item). Not thread-safe: one for a thread.
internal sealed class FactorSolver(int factors, double alpha)
{
    private readonly double[] _matrix = new double[factors * factors];

    public void Solve(FactorTable known, double[] gram, ReadOnlySpan<int> members, Span<double> x)
    {
        x.Clear();
        if (members.Length == 0)
        {
            return;
        }

        gram.CopyTo(_matrix, 0);
        foreach (int member in members)
        {
            ReadOnlySpan<double> y = known.Of(member);
            DenseVectors.AddScaled(1 + alpha, y, x);
            for (int f = 0; f < factors; f++)
            {
                DenseVectors.AddScaled(alpha * y[f], y[..(f + 1)], _matrix.AsSpan(f * factors, f + 1));
            }
        }

        Factor();
        Substitute(x);
    }

    private void Factor()
    {
        for (int i = 0; i < factors; i++)
        {
            Span<double> row = _matrix.AsSpan(i * factors, factors);
            for (int j = 0; j < i; j++)
            {
                row[j] = (row[j] - DenseVectors.Dot(row[..j], _matrix.AsSpan(j * factors, j))) / _matrix[(j * factors) + j];
            }

            row[i] = Math.Sqrt(row[i] - DenseVectors.Dot(row[..i], row[..i]));
        }
    }

    private void Substitute(Span<double> x)
    {
        for (int i = 0; i < factors; i++)
        {
            x[i] = (x[i] - DenseVectors.Dot(_matrix.AsSpan(i * factors, i), x[..i])) / _matrix[(i * factors) + i];
        }

        for (int i = factors - 1; i >= 0; i--)
        {
            x[i] /= _matrix[(i * factors) + i];
            DenseVectors.AddScaled(-x[i], _matrix.AsSpan(i * factors, i), x[..i]);
        }
    }
}
