namespace EcomOps.Inventory.Forecasting.Internal;

// Exponential smoothing without season: level only, with trend, with damped trend. Given the smoothing parameters, the one-step
// errors are linear in the starting level and trend, so these are solved by least squares and only the parameters are searched.
internal static class Smoothing
{
    public static ModelPath Simple(ReadOnlySpan<double> y, int horizon, double? fixedAlpha = null)
    {
        double[] data = y.ToArray();
        double alpha = fixedAlpha ?? BestAlpha(data);
        (_, double level) = SimpleErrors(data, alpha);
        var fitted = new double[data.Length];
        for (int t = 0; t < data.Length; t++)
        {
            fitted[t] = level;
            level += alpha * (data[t] - level);
        }

        var mean = new double[horizon];
        Array.Fill(mean, level);
        var impulse = new double[Math.Max(0, horizon - 1)];
        Array.Fill(impulse, alpha);
        return new ModelPath(mean, fitted, impulse) { Note = FormattableString.Invariant($"alpha {alpha:0.00}") };
    }

    public static double BestAlpha(double[] y)
    {
        double best = 0.5, low = double.PositiveInfinity;
        for (int i = 0; i <= 20; i++)
        {
            double alpha = Math.Clamp(i * 0.05, 0.005, 0.9999);
            double value = SimpleErrors(y, alpha).Sse;
            if (value < low)
            {
                (best, low) = (alpha, value);
            }
        }

        return Distributions.Internal.RootFinding.Minimise(a => SimpleErrors(y, a).Sse, Math.Max(0.0001, best - 0.05), Math.Min(0.9999, best + 0.05), 1e-4);
    }

    // e_t = a_t - (1 - alpha)^t l0: least squares for the starting level.
    public static (double Sse, double Start) SimpleErrors(double[] y, double alpha)
    {
        double level = 0, weight = 1, aa = 0, ab = 0, bb = 0;
        foreach (double value in y)
        {
            double a = value - level;
            aa += a * a;
            ab += a * weight;
            bb += weight * weight;
            level += alpha * a;
            weight *= 1 - alpha;
        }

        double start = ab / bb;
        return (Math.Max(0, aa - (ab * start)), start);
    }

    public static ModelPath Trend(ReadOnlySpan<double> y, int horizon, bool damped)
    {
        double[] data = y.ToArray();
        double[] lower = damped ? [0.0001, 0.0001, 0.8] : [0.0001, 0.0001];
        double[] upper = damped ? [0.9999, 0.9999, 0.98] : [0.9999, 0.9999];
        (double[] Point, double Value) best = (lower, double.PositiveInfinity);
        foreach (double alpha in (ReadOnlySpan<double>)[0.1, 0.6])
        {
            double[] start = damped ? [alpha, 0.1, 0.94] : [alpha, 0.1];
            (double[] Point, double Value) found = NelderMead.Minimise(p => TrendErrors(data, p[0], p[1], damped ? p[2] : 1).Sse, start, lower, upper, 160, 1e-6);
            best = found.Value < best.Value ? found : best;
        }

        double a = best.Point[0], b = best.Point[1], phi = damped ? best.Point[2] : 1;
        (_, double level, double slope) = TrendErrors(data, a, b, phi);
        var fitted = new double[data.Length];
        for (int t = 0; t < data.Length; t++)
        {
            double ahead = level + (phi * slope);
            fitted[t] = ahead;
            double e = data[t] - ahead;
            level = ahead + (a * e);
            slope = (phi * slope) + (a * b * e);
        }

        var mean = new double[horizon];
        var impulse = new double[Math.Max(0, horizon - 1)];
        double reach = 0, power = 1;
        for (int h = 0; h < horizon; h++)
        {
            power *= phi;
            reach += power;
            mean[h] = level + (reach * slope);
            if (h < impulse.Length)
            {
                impulse[h] = a * (1 + (b * reach));
            }
        }

        return new ModelPath(mean, fitted, impulse) { Note = FormattableString.Invariant($"alpha {a:0.00}, beta {b:0.00}, phi {phi:0.00}") };
    }

    // Here beta is a share of alpha (trend update alpha * beta * e), so that the box [0, 1] is admissible.
    private static (double Sse, double Level, double Slope) TrendErrors(double[] y, double alpha, double beta, double phi)
    {
        double gain = alpha * beta;
        double l = 0, b = 0, l1 = 1, b1 = 0, l2 = 0, b2 = 1;
        double yy = 0, y1 = 0, y2 = 0, s11 = 0, s12 = 0, s22 = 0;
        foreach (double value in y)
        {
            double f = l + (phi * b), f1 = l1 + (phi * b1), f2 = l2 + (phi * b2);
            double e = value - f;
            yy += e * e;
            y1 += e * f1;
            y2 += e * f2;
            s11 += f1 * f1;
            s12 += f1 * f2;
            s22 += f2 * f2;
            (l, b) = (f + (alpha * e), (phi * b) + (gain * e));
            (l1, b1) = (f1 - (alpha * f1), (phi * b1) - (gain * f1));
            (l2, b2) = (f2 - (alpha * f2), (phi * b2) - (gain * f2));
        }

        double det = (s11 * s22) - (s12 * s12);
        if (det <= 1e-12 * s11 * s22)
        {
            double only = s11 > 0 ? y1 / s11 : 0;
            return (Math.Max(0, yy - (only * y1)), only, 0);
        }

        double level = ((y1 * s22) - (y2 * s12)) / det;
        double slope = ((y2 * s11) - (y1 * s12)) / det;
        return (Math.Max(0, yy - (level * y1) - (slope * y2)), level, slope);
    }
}
