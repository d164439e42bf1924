using EcomOps.Analytics.Internal;

namespace EcomOps.Analytics.Promotions.Internal;

// Quasi-Poisson regression with log link by iteratively reweighted least squares; the dispersion scales all errors.
internal sealed record CountRegression(double[] Coefficients, double[,] Covariance, double Dispersion)
{
    public static CountRegression Fit(double[][] rows, double[] counts)
    {
        int n = rows.Length, k = rows[0].Length;
        double[] beta = new double[k], mu = new double[n];
        double mean = Math.Max(counts.Average(), 0.1);
        for (int i = 0; i < n; i++)
        {
            mu[i] = Math.Max((counts[i] + mean) / 2, 0.05);
        }

        double[,] inverse = new double[k, k];
        for (int turn = 0; turn < 50; turn++)
        {
            double[,] xx = new double[k, k];
            double[] xz = new double[k];
            for (int i = 0; i < n; i++)
            {
                double z = Math.Log(mu[i]) + ((counts[i] - mu[i]) / mu[i]);
                for (int a = 0; a < k; a++)
                {
                    xz[a] += mu[i] * rows[i][a] * z;
                    for (int b = 0; b < k; b++)
                    {
                        xx[a, b] += mu[i] * rows[i][a] * rows[i][b];
                    }
                }
            }

            for (int a = 0; a < k; a++)
            {
                // A hair of ridge keeps a constant column (an all-equal control) from making the system singular.
                xx[a, a] *= 1 + 1e-10;
                xx[a, a] += 1e-10;
            }

            inverse = SymmetricMatrix.Inverse(xx) ?? throw new InvalidOperationException("The normal equations are singular in spite of the ridge.");
            double change = 0;
            for (int a = 0; a < k; a++)
            {
                double next = 0;
                for (int b = 0; b < k; b++)
                {
                    next += inverse[a, b] * xz[b];
                }

                change = Math.Max(change, Math.Abs(next - beta[a]));
                beta[a] = next;
            }

            for (int i = 0; i < n; i++)
            {
                mu[i] = Math.Clamp(Math.Exp(Math.Min(Dot(rows[i], beta), 40)), 1e-6, 1e15);
            }

            if (change < 1e-10)
            {
                break;
            }
        }

        double pearson = 0;
        for (int i = 0; i < n; i++)
        {
            pearson += (counts[i] - mu[i]) * (counts[i] - mu[i]) / mu[i];
        }

        double dispersion = n > k ? Math.Max(pearson / (n - k), 1e-9) : 1;
        for (int a = 0; a < k; a++)
        {
            for (int b = 0; b < k; b++)
            {
                inverse[a, b] *= dispersion;
            }
        }

        return new CountRegression(beta, inverse, dispersion);
    }

    // Sum of expected counts and the variance of that sum from the coefficients.
    public (double Sum, double Variance) Expect(IEnumerable<double[]> rows)
    {
        double sum = 0;
        double[] gradient = new double[Coefficients.Length];
        foreach (double[] row in rows)
        {
            double mu = Math.Exp(Math.Min(Dot(row, Coefficients), 40));
            sum += mu;
            for (int a = 0; a < gradient.Length; a++)
            {
                gradient[a] += mu * row[a];
            }
        }

        double variance = 0;
        for (int a = 0; a < gradient.Length; a++)
        {
            for (int b = 0; b < gradient.Length; b++)
            {
                variance += gradient[a] * gradient[b] * Covariance[a, b];
            }
        }

        return (sum, variance);
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
