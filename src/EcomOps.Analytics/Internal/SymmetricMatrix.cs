namespace EcomOps.Analytics.Internal;

// Small dense symmetric positive definite matrices.
internal static class SymmetricMatrix
{
    // Inverse by Cholesky; null when the matrix is not positive definite.
    public static double[,]? Inverse(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        double[,] l = new double[n, n];
        for (int j = 0; j < n; j++)
        {
            for (int i = j; i < n; i++)
            {
                double sum = matrix[i, j];
                for (int k = 0; k < j; k++)
                {
                    sum -= l[i, k] * l[j, k];
                }

                if (i == j)
                {
                    if (!(sum > 0) || !double.IsFinite(sum))
                    {
                        return null;
                    }

                    l[i, j] = Math.Sqrt(sum);
                }
                else
                {
                    l[i, j] = sum / l[j, j];
                }
            }
        }

        double[,] inverse = new double[n, n];
        double[] column = new double[n];
        for (int c = 0; c < n; c++)
        {
            for (int i = 0; i < n; i++)
            {
                double sum = i == c ? 1 : 0;
                for (int k = 0; k < i; k++)
                {
                    sum -= l[i, k] * column[k];
                }

                column[i] = sum / l[i, i];
            }

            for (int i = n - 1; i >= 0; i--)
            {
                double sum = column[i];
                for (int k = i + 1; k < n; k++)
                {
                    sum -= l[k, i] * column[k];
                }

                column[i] = sum / l[i, i];
                inverse[i, c] = column[i];
            }
        }

        return inverse;
    }

    // Lower triangular factor; null when the matrix is not positive definite.
    public static double[,]? Cholesky(double[,] matrix)
    {
        int n = matrix.GetLength(0);
        double[,] l = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = matrix[i, j];
                for (int k = 0; k < j; k++)
                {
                    sum -= l[i, k] * l[j, k];
                }

                if (i == j && !(sum > 0))
                {
                    return null;
                }

                l[i, j] = i == j ? Math.Sqrt(sum) : sum / l[j, j];
            }
        }

        return l;
    }
}
