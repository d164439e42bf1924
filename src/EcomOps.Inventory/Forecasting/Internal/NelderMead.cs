namespace EcomOps.Inventory.Forecasting.Internal;

// Minimises a function of a few variables inside a box. Deterministic: the start and the steps are given.
internal static class NelderMead
{
    public static (double[] Point, double Value) Minimise(Func<double[], double> f, double[] start, double[] lower, double[] upper, int evaluations = 400, double tolerance = 1e-7)
    {
        int n = start.Length;
        var points = new double[n + 1][];
        var values = new double[n + 1];
        var scratch = new double[n];
        double Value(double[] p)
        {
            for (int i = 0; i < n; i++)
            {
                scratch[i] = Math.Clamp(p[i], lower[i], upper[i]);
            }

            double v = f(scratch);
            return double.IsNaN(v) ? double.PositiveInfinity : v;
        }

        for (int k = 0; k <= n; k++)
        {
            points[k] = (double[])start.Clone();
            if (k > 0)
            {
                double span = upper[k - 1] - lower[k - 1];
                points[k][k - 1] += start[k - 1] + (0.2 * span) <= upper[k - 1] ? 0.2 * span : -0.2 * span;
            }

            values[k] = Value(points[k]);
        }

        int used = n + 1;
        var centre = new double[n];
        double[] Along(double factor)
        {
            var p = new double[n];
            for (int i = 0; i < n; i++)
            {
                p[i] = Math.Clamp(centre[i] + (factor * (points[n][i] - centre[i])), lower[i], upper[i]);
            }

            return p;
        }

        while (used < evaluations)
        {
            Array.Sort(values, points);
            if (Math.Abs(values[n] - values[0]) <= tolerance * (Math.Abs(values[0]) + tolerance))
            {
                break;
            }

            Array.Clear(centre);
            for (int k = 0; k < n; k++)
            {
                for (int i = 0; i < n; i++)
                {
                    centre[i] += points[k][i] / n;
                }
            }

            double[] reflected = Along(-1);
            double value = Value(reflected);
            used++;
            if (value < values[0])
            {
                double[] expanded = Along(-2);
                double better = Value(expanded);
                used++;
                (points[n], values[n]) = better < value ? (expanded, better) : (reflected, value);
            }
            else if (value < values[n - 1])
            {
                (points[n], values[n]) = (reflected, value);
            }
            else
            {
                double[] contracted = value < values[n] ? Along(-0.5) : Along(0.5);
                double inside = Value(contracted);
                used++;
                if (inside < Math.Min(value, values[n]))
                {
                    (points[n], values[n]) = (contracted, inside);
                }
                else
                {
                    for (int k = 1; k <= n; k++)
                    {
                        for (int i = 0; i < n; i++)
                        {
                            points[k][i] = points[0][i] + (0.5 * (points[k][i] - points[0][i]));
                        }

                        values[k] = Value(points[k]);
                        used++;
                    }
                }
            }
        }

        Array.Sort(values, points);
        for (int i = 0; i < n; i++)
        {
            points[0][i] = Math.Clamp(points[0][i], lower[i], upper[i]);
        }

        return (points[0], values[0]);
    }
}
