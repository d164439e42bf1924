using EcomOps.Analytics.Internal;

namespace EcomOps.Analytics.Recommendations.Internal;

internal sealed class FactorTable(int rows, int factors)
{
    private readonly double[] _values = new double[rows * factors];

    public int Rows => rows;

    // Uniform in +-0.1: small enough for the first round to be led by the data.
    public static FactorTable Random(int rows, int factors, Xoshiro random)
    {
        FactorTable table = new(rows, factors);
        for (int i = 0; i < table._values.Length; i++)
        {
            table._values[i] = 0.2 * (random.NextDouble() - 0.5);
        }

        return table;
    }

    public Span<double> Of(int row) => _values.AsSpan(row * factors, factors);

    // Lower triangle of F'F plus a diagonal.
    public double[] Gram(double diagonal)
    {
        double[] gram = new double[factors * factors];
        for (int row = 0; row < rows; row++)
        {
            Span<double> x = Of(row);
            for (int f = 0; f < factors; f++)
            {
                DenseVectors.AddScaled(x[f], x[..(f + 1)], gram.AsSpan(f * factors, f + 1));
            }
        }

        for (int f = 0; f < factors; f++)
        {
            gram[(f * factors) + f] += diagonal;
        }

        return gram;
    }
}
