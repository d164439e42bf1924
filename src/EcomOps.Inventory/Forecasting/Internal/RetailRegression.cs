namespace EcomOps.Inventory.Forecasting.Internal;

// Regression of one item's demand on its rows with logarithmic link, by Newton steps on the penalised quasi-likelihood. "Counts" weighs
// periods as a negative binomial does; without it, as a quasi-Poisson does, where days of large sales count for more.
internal sealed class RetailRegression
{
    private const double LargestLog = 60;
    private readonly RetailHistory _history;
    private readonly double[] _weights;
    private readonly bool _counts;
    private readonly double[] _demand;
    private readonly double[] _mean;

    public RetailRegression(RetailHistory history, int columns, double halfLife, bool counts)
    {
        _history = history;
        _weights = history.Weights(halfLife);
        _counts = counts;
        _demand = [.. history.Sales];
        _mean = new double[history.Length];
        Effects = new double[columns];
        EffectVariance = new double[columns];
        Informed = new bool[columns];
        TotalWeight = _weights.Sum();
        double sum = 0;
        for (int t = 0; t < _weights.Length; t++)
        {
            sum += _weights[t] * _demand[t];
        }

        Level = Math.Log((TotalWeight > 0 ? sum / TotalWeight : 0) + 1e-3);
        for (int k = 0; k < columns; k++)
        {
            double[] seen = [.. Enumerable.Range(0, history.Length).Where(t => history.Known[t]).Select(t => history.Rows[t][k]).Distinct().Take(2)];
            Informed[k] = seen.Length > 1;
        }
    }

    public double Level { get; private set; }

    public double[] Effects { get; }

    public double[] EffectVariance { get; }

    // Whether the item's history can tell anything about a column.
    public bool[] Informed { get; }

    public double TotalWeight { get; }

    // a of the variance m + a m^2.
    public double Dispersion { get; private set; } = 1;

    // Sales, lifted to the expected demand where stock was out.
    public IReadOnlyList<double> Demand => _demand;

    public double MeanAt(int t)
    {
        double log = Level;
        double[] row = _history.Rows[t];
        for (int k = 0; k < row.Length; k++)
        {
            log += row[k] * Effects[k];
        }

        return Math.Exp(Math.Clamp(log, -LargestLog, LargestLog));
    }

    public void Improve(double[] priorMean, double[] priorVariance, int steps)
    {
        int size = Effects.Length + 1;
        var system = new SymmetricSystem(size);
        for (int step = 0; step < steps; step++)
        {
            double scale = Moments();
            system.Clear();
            for (int t = 0; t < _demand.Length; t++)
            {
                if (_weights[t] > 0)
                {
                    double weight = _weights[t] / (_counts ? 1 + (Dispersion * _mean[t]) : scale);
                    system.Add(_history.Rows[t], weight * _mean[t], weight * (_demand[t] - _mean[t]));
                }
            }

            system.Prior(Effects, priorMean, priorVariance);
            double[] change = system.Solve(step == steps - 1 ? EffectVariance : null);
            double largest = change.Max(Math.Abs);
            double damping = largest > 1 ? 1 / largest : 1;
            Level += damping * change[0];
            for (int k = 0; k < Effects.Length; k++)
            {
                Effects[k] += damping * change[k + 1];
            }
        }

        Moments();
    }

    // Means, dispersion and expected demand at the present effects; the answer is the quasi-Poisson scale.
    private double Moments()
    {
        double pearson = 0;
        for (int t = 0; t < _demand.Length; t++)
        {
            _mean[t] = MeanAt(t);
            if (_history.Censored[t])
            {
                _demand[t] = CensoredDemand.Expected(_mean[t], Dispersion, _history.Sales[t]);
            }

            double error = _demand[t] - _mean[t];
            pearson += _weights[t] * error * error / _mean[t];
        }

        Dispersion = SpreadOf();
        return TotalWeight > 0 ? Math.Max(1, pearson / TotalWeight) : 1;
    }

    // The dispersion at which the squared errors are as large as expected.
    private double SpreadOf()
    {
        double low = 0, high = 20;
        for (int i = 0; i < 25; i++)
        {
            double middle = (low + high) / 2, sum = 0;
            for (int t = 0; t < _demand.Length; t++)
            {
                double error = _demand[t] - _mean[t], mean = _mean[t];
                sum += _weights[t] * error * error / (mean + (middle * mean * mean));
            }

            (low, high) = sum > TotalWeight ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
