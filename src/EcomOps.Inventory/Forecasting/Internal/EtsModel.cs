namespace EcomOps.Inventory.Forecasting.Internal;

// The exponential smoothing family in its single-source-of-error form. Hyndman, Koehler, Snyder & Grose (2002), IJF 18(3).
internal sealed class EtsModel
{
    private const double Floor = 1e-10;

    private readonly double[] _y;
    private readonly int _m;
    private readonly EtsForm _form;
    private readonly double[] _startSeason;
    private readonly double[] _season;
    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly double[] _start;

    private EtsModel(double[] y, int m, EtsForm form, EtsStart start)
    {
        _y = y;
        _m = form.Season == 'N' ? 1 : m;
        _form = form;
        _startSeason = form.Season == 'N' ? [0] : start.Season;
        _season = new double[_m];
        bool trend = form.Trend != 'N', season = form.Season != 'N';
        double scale = Math.Max(Math.Abs(start.Level), 1e-6), spread = Math.Max(start.Spread, 1e-6 * scale);
        _start = [0.3, .. trend ? [0.15] : Array.Empty<double>(), .. season ? [0.1] : Array.Empty<double>(), .. form.Damped ? [0.95] : Array.Empty<double>(), start.Level, .. trend ? [start.Slope] : Array.Empty<double>()];
        double slope = Math.Max(Math.Abs(start.Slope), 0.1 * spread);
        _lower = [0.001, .. trend ? [0.0001] : Array.Empty<double>(), .. season ? [0.0001] : Array.Empty<double>(), .. form.Damped ? [0.8] : Array.Empty<double>(), start.Level - (3 * spread), .. trend ? [start.Slope - (2 * slope)] : Array.Empty<double>()];
        _upper = [0.9999, .. trend ? [0.9999] : Array.Empty<double>(), .. season ? [0.9999] : Array.Empty<double>(), .. form.Damped ? [0.98] : Array.Empty<double>(), start.Level + (3 * spread), .. trend ? [start.Slope + (2 * slope)] : Array.Empty<double>()];
    }

    // Number of free values: smoothing parameters, starting states (the seasonal ones but one) and the variance.
    private int Count => _start.Length + (_form.Season == 'N' ? 0 : _m - 1) + 1;

    public static ModelPath? Fit(double[] y, int season, EtsForm form, EtsStart start, int horizon, int evaluations = 300)
    {
        var model = new EtsModel(y, season, form, start);
        if (y.Length <= model.Count + 2)
        {
            return null;
        }

        (double[] point, double value) = NelderMead.Minimise(p => model.Run(p, null, out _, out _), model._start, model._lower, model._upper, evaluations, 1e-6);
        if (!double.IsFinite(value))
        {
            return null;
        }

        int n = y.Length, k = model.Count;
        double aicc = value + (2 * k) + (2.0 * k * (k + 1) / Math.Max(1, n - k - 1));
        return model.Path(point, horizon, aicc);
    }

    // -2 log likelihood but for a constant: n log of the mean squared error, plus twice the sum of log |fit| for relative errors.
    private double Run(double[] p, double[]? fitted, out double level, out double slope)
    {
        int at = 0;
        double alpha = p[at++];
        double beta = _form.Trend == 'N' ? 0 : alpha * p[at++];
        double gamma = _form.Season == 'N' ? 0 : (1 - alpha) * p[at++];
        double phi = _form.Damped ? p[at++] : 1;
        level = p[at++];
        slope = _form.Trend == 'N' ? 0 : p[at];
        bool relative = _form.Error == 'M', times = _form.Season == 'M', plus = _form.Season == 'A';
        Array.Copy(_startSeason, _season, _m);
        double sum = 0, logs = 1, logSum = 0;
        int s = 0;
        for (int t = 0; t < _y.Length; t++)
        {
            double baseline = level + (phi * slope), index = _season[s];
            double fit = times ? baseline * index : plus ? baseline + index : baseline;
            double e = _y[t] - fit;
            if (relative)
            {
                if (!(fit > Floor))
                {
                    return double.PositiveInfinity;
                }

                double r = e / fit;
                sum += r * r;
                logs *= fit;
                if (logs is > 1e200 or < 1e-200)
                {
                    logSum += Math.Log(logs);
                    logs = 1;
                }
            }
            else
            {
                sum += e * e;
            }

            if (fitted is not null)
            {
                fitted[t] = fit;
            }

            double shock = times ? (Math.Abs(index) > Floor ? e / index : 0) : e;
            level = baseline + (alpha * shock);
            slope = (phi * slope) + (beta * shock);
            _season[s] = times ? index + (gamma * (Math.Abs(baseline) > Floor ? e / baseline : 0)) : index + (gamma * e);
            s = s + 1 == _m ? 0 : s + 1;
        }

        int n = _y.Length;
        return (n * Math.Log(Math.Max(sum / n, 1e-30))) + (relative ? 2 * (logSum + Math.Log(logs)) : 0);
    }

    private ModelPath Path(double[] p, int horizon, double aicc)
    {
        var fitted = new double[_y.Length];
        Run(p, fitted, out double level, out double slope);
        double alpha = p[0], beta = _form.Trend == 'N' ? 0 : p[1];
        double phi = _form.Damped ? p[(_form.Trend == 'N' ? 1 : 2) + (_form.Season == 'N' ? 0 : 1)] : 1;
        var mean = new double[horizon];
        var impulse = new double[Math.Max(0, horizon - 1)];
        double reach = 0, power = 1;
        for (int h = 0; h < horizon; h++)
        {
            power *= phi;
            reach += power;
            double baseline = level + (reach * slope), index = _season[(_y.Length + h) % _m];
            mean[h] = _form.Season == 'M' ? baseline * index : _form.Season == 'A' ? baseline + index : baseline;
            if (h < impulse.Length)
            {
                impulse[h] = alpha * (1 + (_form.Trend == 'N' ? 0 : beta * reach));
            }
        }

        return new ModelPath(mean, fitted, impulse) { Aicc = aicc, Note = $"ETS({_form})" };
    }
}
