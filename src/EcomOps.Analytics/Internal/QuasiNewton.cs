namespace EcomOps.Analytics.Internal;

// BFGS with a line search that meets the strong Wolfe conditions; robust far from the optimum because steps are
// limited to two units in each (logarithmic) parameter.
internal static class QuasiNewton
{
    private const double MaxStep = 2;

    public static (double[] At, double Value, double[,] InverseHessian, int Evaluations) Minimise(
        Objective objective, double[] start, double tolerance = 1e-9, int iterations = 500, double[,]? inverseHessian = null)
    {
        int n = start.Length;
        double[] x = [.. start], g = new double[n], next = new double[n], nextG = new double[n], direction = new double[n];
        double f = objective(x, g);
        int evaluations = 1;
        double[,] h = inverseHessian ?? Identity(n, 1 / Math.Max(1, Norm(g)));
        bool first = inverseHessian is null;
        for (int iteration = 0; iteration < iterations; iteration++)
        {
            if (MaxAbs(g) <= tolerance * Math.Max(1, Math.Abs(f)))
            {
                break;
            }

            Multiply(h, g, direction);
            double slope = Dot(direction, g);
            if (!(slope < 0))
            {
                h = Identity(n, 1 / Math.Max(1, Norm(g)));
                first = true;
                Multiply(h, g, direction);
                slope = Dot(direction, g);
            }

            double largest = MaxAbs(direction);
            double cap = largest > MaxStep ? MaxStep / largest : double.PositiveInfinity;
            (double step, double value, int used) = Search(objective, x, direction, f, slope, Math.Min(1, cap), cap, next, nextG);
            evaluations += used;
            if (step == 0)
            {
                if (first)
                {
                    break;
                }

                h = Identity(n, 1 / Math.Max(1, Norm(g)));
                first = true;
                continue;
            }

            first = Update(h, x, next, g, nextG, first);
            double gain = f - value;
            next.CopyTo(x, 0);
            nextG.CopyTo(g, 0);
            f = value;
            if (gain <= 1e-15 * Math.Abs(f) && MaxAbs(g) <= 1e-6 * Math.Max(1, Math.Abs(f)))
            {
                break;
            }
        }

        return (x, f, h, evaluations);
    }

    private static (double Step, double Value, int Evaluations) Search(
        Objective objective, double[] x, double[] direction, double f0, double slope0, double step, double cap, double[] next, double[] gradient)
    {
        double low = 0, high = double.PositiveInfinity, best = 0, bestValue = f0;
        double[]? bestG = null;
        int used = 0;
        while (used < 40)
        {
            for (int i = 0; i < x.Length; i++)
            {
                next[i] = x[i] + (step * direction[i]);
            }

            double value = objective(next, gradient);
            used++;
            double slope = double.IsFinite(value) ? Dot(gradient, direction) : double.NaN;
            if (!double.IsFinite(slope) || value > f0 + (1e-4 * step * slope0))
            {
                high = step;
                step = double.IsFinite(slope) && low == 0 ? Math.Clamp(-slope0 * step * step / (2 * (value - f0 - (slope0 * step))), 0.1 * step, 0.5 * step) : (low + high) / 2;
            }
            else
            {
                if (value < bestValue || best == 0)
                {
                    (best, bestValue) = (step, value);
                    bestG = [.. gradient];
                }

                if (Math.Abs(slope) <= 0.9 * -slope0 || step >= cap)
                {
                    break;
                }

                if (slope > 0)
                {
                    high = step;
                    step = (low + high) / 2;
                }
                else
                {
                    low = step;
                    step = double.IsPositiveInfinity(high) ? Math.Min(2 * step, cap) : (low + high) / 2;
                }
            }

            if (high - low < 1e-14 * Math.Max(1, low))
            {
                break;
            }
        }

        if (bestG is null)
        {
            return (0, f0, used);
        }

        for (int i = 0; i < x.Length; i++)
        {
            next[i] = x[i] + (best * direction[i]);
        }

        bestG.CopyTo(gradient, 0);
        return (best, bestValue, used);
    }

    private static bool Update(double[,] h, double[] x, double[] next, double[] g, double[] nextG, bool first)
    {
        int n = x.Length;
        Span<double> s = stackalloc double[n], y = stackalloc double[n], hy = stackalloc double[n];
        double sy = 0, yy = 0;
        for (int i = 0; i < n; i++)
        {
            s[i] = next[i] - x[i];
            y[i] = nextG[i] - g[i];
            sy += s[i] * y[i];
            yy += y[i] * y[i];
        }

        if (!(sy > 1e-300))
        {
            return first;
        }

        if (first)
        {
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++)
                {
                    h[i, j] = i == j ? sy / yy : 0;
                }
            }
        }

        double yhy = 0;
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                hy[i] += h[i, j] * y[j];
            }

            yhy += hy[i] * y[i];
        }

        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < n; j++)
            {
                h[i, j] += (((1 + (yhy / sy)) * s[i] * s[j]) - (hy[i] * s[j]) - (s[i] * hy[j])) / sy;
            }
        }

        return false;
    }

    private static double[,] Identity(int n, double scale)
    {
        double[,] h = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            h[i, i] = scale;
        }

        return h;
    }

    private static void Multiply(double[,] h, double[] g, double[] direction)
    {
        for (int i = 0; i < g.Length; i++)
        {
            double sum = 0;
            for (int j = 0; j < g.Length; j++)
            {
                sum -= h[i, j] * g[j];
            }

            direction[i] = sum;
        }
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

    private static double Norm(double[] a) => Math.Sqrt(Dot(a, a));

    private static double MaxAbs(double[] a)
    {
        double max = 0;
        foreach (double v in a)
        {
            max = Math.Max(max, Math.Abs(v));
        }

        return max;
    }
}
