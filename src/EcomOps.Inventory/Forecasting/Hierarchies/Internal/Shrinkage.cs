namespace EcomOps.Inventory.Forecasting.Hierarchies.Internal;

// Correlation of standardised errors around zero and the intensity with which to shrink it to the identity: Schaefer and Strimmer,
// A shrinkage approach to large-scale covariance matrix estimation (2005), target D; sum of the variances of the correlations over the
// sum of their squares.
internal static class Shrinkage
{
    public static (double[,] Correlation, double Intensity) Of(double[][] standard)
    {
        int n = standard.Length, t = standard[0].Length;
        var correlation = new double[n, n];
        double noise = 0, signal = 0;
        for (int i = 0; i < n; i++)
        {
            correlation[i, i] = 1;
            for (int j = 0; j < i; j++)
            {
                double sum = 0, squares = 0;
                for (int k = 0; k < t; k++)
                {
                    double product = standard[i][k] * standard[j][k];
                    sum += product;
                    squares += product * product;
                }

                double r = Math.Clamp(sum / t, -1, 1);
                correlation[i, j] = correlation[j, i] = r;
                noise += Math.Max(0, squares - (sum * sum / t)) / (t * (t - 1.0));
                signal += r * r;
            }
        }

        return (correlation, signal > 0 ? Math.Min(1, noise / signal) : 1);
    }
}
