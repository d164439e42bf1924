using System.Numerics;

namespace EcomOps.Analytics.Recommendations.Internal;

// Inverse of a large symmetric positive definite matrix, row by row, by way of its Cholesky factor. All three passes are dot products of
// eight rows with one, so that a row read from memory serves eight.
internal static class SpdInverse
{
    private const int Group = 8;

    // The lower triangle goes in, the whole inverse comes out. The caller has added enough to the diagonal for it to be positive definite.
    public static void InPlace(double[] matrix, int n)
    {
        Factor(matrix, n);
        double[] rows = InverseRows(matrix, n);
        Multiply(rows, matrix, n);
    }

    // L with A = L L', over the lower triangle.
    private static void Factor(double[] a, int n)
    {
        Span<double> dots = stackalloc double[Group];
        for (int from = 0; from < n; from += Group)
        {
            int count = Math.Min(Group, n - from);
            for (int j = 0; j < from + count; j++)
            {
                Dots(a, from, count, a, j, 0, Math.Min(j, from), n, dots);
                for (int r = Math.Max(0, j - from); r < count; r++)
                {
                    double sum = a[((from + r) * n) + j] - dots[r];
                    for (int k = from; k < j; k++)
                    {
                        sum -= a[((from + r) * n) + k] * a[(j * n) + k];
                    }

                    a[((from + r) * n) + j] = from + r == j ? Math.Sqrt(sum) : sum / a[(j * n) + j];
                }
            }
        }
    }

    // Row j holds column j of the inverse of L: entry i is 0 for i < j.
    private static double[] InverseRows(double[] l, int n)
    {
        double[] y = new double[n * n];
        Span<double> dots = stackalloc double[Group];
        for (int from = 0; from < n; from += Group)
        {
            int count = Math.Min(Group, n - from);
            for (int i = from; i < n; i++)
            {
                Dots(y, from, count, l, i, from, i, n, dots);
                for (int r = 0; r < count && from + r <= i; r++)
                {
                    y[((from + r) * n) + i] = ((from + r == i ? 1 : 0) - dots[r]) / l[(i * n) + i];
                }
            }
        }

        return y;
    }

    private static void Multiply(double[] y, double[] inverse, int n)
    {
        Span<double> dots = stackalloc double[Group];
        for (int from = 0; from < n; from += Group)
        {
            int count = Math.Min(Group, n - from);
            for (int j = from; j < n; j++)
            {
                Dots(y, from, count, y, j, j < from + Group ? from : j, n, n, dots);
                for (int r = 0; r < count; r++)
                {
                    inverse[((from + r) * n) + j] = dots[r];
                    inverse[(j * n) + from + r] = dots[r];
                }
            }
        }
    }

    // Dot products, over columns start..end, of rows first..first + count of a with one row of b.
    private static void Dots(double[] a, int first, int count, double[] b, int row, int start, int end, int n, Span<double> dots)
    {
        int length = Math.Max(0, end - start);
        ReadOnlySpan<double> with = b.AsSpan((row * n) + start, length);
        if (count < Group)
        {
            for (int r = 0; r < count; r++)
            {
                dots[r] = DenseVectors.Dot(a.AsSpan(((first + r) * n) + start, length), with);
            }

            return;
        }

        int at = (first * n) + start;
        DenseVectors.Dots(
            a.AsSpan(at, length), a.AsSpan(at + n, length), a.AsSpan(at + (2 * n), length), a.AsSpan(at + (3 * n), length),
            a.AsSpan(at + (4 * n), length), a.AsSpan(at + (5 * n), length), a.AsSpan(at + (6 * n), length), a.AsSpan(at + (7 * n), length), with, dots);
    }
}
