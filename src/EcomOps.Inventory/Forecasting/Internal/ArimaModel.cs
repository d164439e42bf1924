namespace EcomOps.Inventory.Forecasting.Internal;

// Seasonal ARIMA by conditional least squares. The polynomials are searched over partial autocorrelations, so that every point of the
// box is stationary and invertible (Monahan 1984, Biometrika 71(2)).
internal sealed class ArimaModel
{
    private const double Edge = 0.985;

    private readonly double[] _w;
    private readonly ArimaOrder _order;
    private readonly int _conditioned;
    private readonly double[] _errors;

    private ArimaModel(double[] differenced, ArimaOrder order, int conditioned)
    {
        _w = differenced;
        _order = order;
        _conditioned = conditioned;
        _errors = new double[differenced.Length];
    }

    public static double[] Difference(ReadOnlySpan<double> y, int lag)
    {
        var result = new double[Math.Max(0, y.Length - lag)];
        for (int t = 0; t < result.Length; t++)
        {
            result[t] = y[t + lag] - y[t];
        }

        return result;
    }

    // `conditioned` values at the start are not judged, so that orders are compared over the same errors.
    public static ArimaModel? Fit(double[] differenced, ArimaOrder order, int conditioned, out double[] point, out double aicc, int evaluations)
    {
        var model = new ArimaModel(differenced, order, conditioned);
        int n = differenced.Length - conditioned, k = order.Parameters;
        point = [];
        aicc = double.PositiveInfinity;
        if (n < k + 4)
        {
            return null;
        }

        double mean = IntermittentModels.Mean(differenced), spread = Math.Sqrt(IntermittentModels.SampleVariance(differenced));
        double[] start = new double[k], lower = new double[k], upper = new double[k];
        for (int i = 0; i < k; i++)
        {
            bool constant = order.Constant && i == k - 1;
            start[i] = constant ? mean : 0.1;
            lower[i] = constant ? mean - spread : -Edge;
            upper[i] = constant ? mean + spread : Edge;
        }

        double value;
        if (k == 0)
        {
            value = model.SumOfSquares([]);
        }
        else
        {
            (point, value) = NelderMead.Minimise(model.SumOfSquares, start, lower, upper, evaluations, 1e-5);
        }

        aicc = (n * Math.Log(Math.Max(value / n, 1e-30))) + (2 * (k + 1)) + (2.0 * (k + 1) * (k + 2) / Math.Max(1, n - k - 2));
        return model;
    }

    public ModelPath Path(double[] y, double[] point, int horizon, double aicc)
    {
        SumOfSquares(point);
        (double[] ar, double[] ma, double constant) = Polynomials(point);
        int n = _w.Length, lost = y.Length - n;
        double[] full = Expand(ar);
        var mean = new double[horizon];
        var past = new List<double>(y);
        double shift = constant;
        foreach (double a in ar)
        {
            shift -= a * constant;
        }

        for (int h = 0; h < horizon; h++)
        {
            double value = shift;
            for (int i = 1; i < full.Length; i++)
            {
                value -= past.Count - i >= 0 ? full[i] * past[past.Count - i] : 0;
            }

            for (int j = 1; j <= ma.Length; j++)
            {
                int t = n + h - j;
                value += t < n && t >= 0 ? ma[j - 1] * _errors[t] : 0;
            }

            past.Add(value);
            mean[h] = value;
        }

        var fitted = new double[y.Length];
        for (int t = 0; t < y.Length; t++)
        {
            fitted[t] = t < lost + _conditioned ? double.NaN : y[t] - _errors[t - lost];
        }

        return new ModelPath(mean, fitted, Impulse(full, ma, horizon)) { Aicc = aicc, Note = _order.ToString() };
    }

    // Coefficients of (AR polynomial)(1 - B)^d (1 - B^m)^D, the first 1.
    private double[] Expand(double[] ar)
    {
        double[] full = [1, .. ar.Select(a => -a)];
        for (int i = 0; i < _order.D; i++)
        {
            full = Multiply(full, [1, -1]);
        }

        for (int i = 0; i < _order.SeasonalD; i++)
        {
            var season = new double[_order.Season + 1];
            (season[0], season[^1]) = (1, -1);
            full = Multiply(full, season);
        }

        return full;
    }

    private static double[] Impulse(double[] full, double[] ma, int horizon)
    {
        var psi = new double[Math.Max(0, horizon - 1)];
        for (int j = 1; j <= psi.Length; j++)
        {
            double value = j <= ma.Length ? ma[j - 1] : 0;
            for (int i = 1; i < full.Length && i <= j; i++)
            {
                value -= full[i] * (i == j ? 1 : psi[j - i - 1]);
            }

            psi[j - 1] = value;
        }

        return psi;
    }

    private double SumOfSquares(double[] point)
    {
        (double[] ar, double[] ma, double constant) = Polynomials(point);
        double sum = 0;
        for (int t = 0; t < _w.Length; t++)
        {
            if (t < ar.Length)
            {
                _errors[t] = 0;
                continue;
            }

            double value = _w[t] - constant;
            for (int i = 1; i <= ar.Length; i++)
            {
                value -= ar[i - 1] == 0 ? 0 : ar[i - 1] * (_w[t - i] - constant);
            }

            for (int j = 1; j <= ma.Length && j <= t; j++)
            {
                value -= ma[j - 1] == 0 ? 0 : ma[j - 1] * _errors[t - j];
            }

            _errors[t] = value;
            sum += t >= _conditioned ? value * value : 0;
        }

        return sum;
    }

    private (double[] Ar, double[] Ma, double Constant) Polynomials(double[] point)
    {
        ReadOnlySpan<double> p = point;
        double[] ar = Combine(Levinson(p[.._order.P]), Levinson(p.Slice(_order.P + _order.Q, _order.SeasonalP)), -1);
        double[] ma = Combine(Levinson(p.Slice(_order.P, _order.Q)), Levinson(p.Slice(_order.P + _order.Q + _order.SeasonalP, _order.SeasonalQ)), 1);
        return (ar, ma, _order.Constant ? point[^1] : 0);
    }

    // Partial autocorrelations to coefficients.
    private static double[] Levinson(ReadOnlySpan<double> partial)
    {
        var a = new double[partial.Length];
        for (int k = 0; k < partial.Length; k++)
        {
            double[] before = a[..k];
            a[k] = partial[k];
            for (int i = 0; i < k; i++)
            {
                a[i] = before[i] - (partial[k] * before[k - 1 - i]);
            }
        }

        return a;
    }

    // (1 + sign a B ...)(1 + sign A B^m ...) as coefficients of the same sign convention.
    private double[] Combine(double[] plain, double[] seasonal, int sign)
    {
        if (seasonal.Length == 0)
        {
            return plain;
        }

        var wide = new double[(_order.Season * seasonal.Length) + 1];
        wide[0] = 1;
        for (int i = 0; i < seasonal.Length; i++)
        {
            wide[_order.Season * (i + 1)] = sign * seasonal[i];
        }

        double[] product = Multiply([1, .. plain.Select(v => sign * v)], wide);
        return [.. product.Skip(1).Select(v => sign * v)];
    }

    private static double[] Multiply(double[] a, double[] b)
    {
        var product = new double[a.Length + b.Length - 1];
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 0; j < b.Length; j++)
            {
                product[i + j] += a[i] * b[j];
            }
        }

        return product;
    }
}
