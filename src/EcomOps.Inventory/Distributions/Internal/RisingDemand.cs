namespace EcomOps.Inventory.Distributions.Internal;

/// <summary>
/// Quantiles and losses at rising levels: between two levels near each other the probabilities of a discrete demand are stepped up by
/// their ratio, which costs a multiplication where the incomplete beta and gamma functions cost a hundred. Equal to the distribution's
/// own functions but for rounding. Not thread-safe.
/// </summary>
internal sealed class RisingDemand
{
    private const double Slack = 1e-12;
    private const long MostSteps = 2048;

    private readonly DemandDistribution _demand;
    private readonly (double Weight, DiscreteDemand Part)[] _parts;
    private readonly double[] _mass;
    private long _at = long.MinValue;
    private double _cdf;
    private double _loss;

    public RisingDemand(DemandDistribution demand)
    {
        _demand = demand;
        List<(double, DiscreteDemand)> parts = [];
        _parts = Flatten(demand, 1, parts) ? [.. parts] : [];
        _mass = new double[_parts.Length];
    }

    public double Quantile(double probability)
    {
        if (_parts.Length == 0 || _at == long.MinValue || !(_cdf < probability - Slack))
        {
            return Exact(_demand.Quantile(probability));
        }

        for (int steps = 0; steps < MostSteps; steps++)
        {
            Step();
            if (_cdf >= probability - Slack)
            {
                return _at;
            }
        }

        return Exact(_demand.Quantile(probability));
    }

    public double Loss(long level)
    {
        if (_parts.Length == 0)
        {
            return _demand.Loss(level);
        }

        if (level < _at || _at == long.MinValue || level - _at > MostSteps)
        {
            Start(level);
        }

        while (_at < level)
        {
            Step();
        }

        return _loss;
    }

    public double ComplementaryLoss(long level) => Math.Max(0, level - _demand.Mean + Loss(level));

    private double Exact(double level)
    {
        if (_parts.Length > 0 && Math.Abs(level) < 9e15)
        {
            Start((long)level);
        }

        return level;
    }

    private void Start(long level)
    {
        (_at, _cdf, _loss) = (level, _demand.Cdf(level), _demand.Loss(level));
        for (int i = 0; i < _parts.Length; i++)
        {
            _mass[i] = _parts[i].Part.Probability(level);
        }
    }

    private void Step()
    {
        _loss = Math.Max(0, _loss - (1 - _cdf));
        double mass = 0;
        for (int i = 0; i < _parts.Length; i++)
        {
            _mass[i] = _parts[i].Part.ProbabilityAfter(_at, _mass[i]);
            mass += _parts[i].Weight * _mass[i];
        }

        _cdf = Math.Min(1, _cdf + mass);
        _at++;
    }

    private static bool Flatten(DemandDistribution demand, double weight, List<(double, DiscreteDemand)> parts)
    {
        switch (demand)
        {
            case DiscreteDemand discrete:
                parts.Add((weight, discrete));
                return true;
            case MixtureDemand mixture:
                return mixture.Parts.All(p => Flatten(p.Part, weight * p.Weight, parts));
            default:
                return false;
        }
    }
}
