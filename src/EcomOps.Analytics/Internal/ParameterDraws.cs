namespace EcomOps.Analytics.Internal;

internal static class ParameterDraws
{
    // Log-normal draws about the estimates; factor is the Cholesky factor of the covariance of the logarithms.
    public static IEnumerable<double[]> Draw(IReadOnlyList<double> values, double[,] factor, int count, int seed)
    {
        var random = new NormalRandom(seed);
        for (int k = 0; k < count; k++)
        {
            double[] z = [.. values.Select(_ => random.Next())];
            double[] draw = new double[values.Count];
            for (int i = 0; i < draw.Length; i++)
            {
                double log = Math.Log(values[i]);
                for (int j = 0; j <= i; j++)
                {
                    log += factor[i, j] * z[j];
                }

                draw[i] = Math.Exp(Math.Clamp(log, -30, 30));
            }

            yield return draw;
        }
    }
}
