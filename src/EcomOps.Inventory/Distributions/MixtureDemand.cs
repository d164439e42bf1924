using EcomOps.Inventory.Distributions.Internal;

namespace EcomOps.Inventory.Distributions;

/// <summary>Demand that comes from one of several distributions, each with its probability: demand over a random lead time.</summary>
/// <remarks>Equality is by reference.</remarks>
public sealed record MixtureDemand : DemandDistribution
{
    private readonly (double Weight, DemandDistribution Part)[] _parts;

    /// <summary>Makes the mixture.</summary>
    /// <param name="parts">Weight and distribution; weights 0 or more with a sum above 0 (scaled to 1); parts without weight are left out.</param>
    /// <exception cref="ArgumentException">No part has a weight, or a weight is negative or not finite.</exception>
    public MixtureDemand(IEnumerable<(double Weight, DemandDistribution Part)> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        _parts = [.. parts.Where(p => p.Weight != 0)];
        double sum = _parts.Sum(p => p.Weight);
        if (_parts.Length == 0 || _parts.Any(p => !(p.Weight > 0) || !double.IsFinite(p.Weight)))
        {
            throw new ArgumentException("A mixture needs weights of 0 or more, at least one above 0.", nameof(parts));
        }

        for (int i = 0; i < _parts.Length; i++)
        {
            _parts[i].Weight /= sum;
        }

        double mean = _parts.Sum(p => p.Weight * p.Part.Mean);
        Mean = mean;
        Variance = _parts.Sum(p => p.Weight * (p.Part.Variance + ((p.Part.Mean - mean) * (p.Part.Mean - mean))));
        IsDiscrete = Array.TrueForAll(_parts, p => p.Part.IsDiscrete);
    }

    /// <inheritdoc />
    public override double Mean { get; }

    /// <inheritdoc />
    public override double Variance { get; }

    /// <inheritdoc />
    public override bool IsDiscrete { get; }

    /// <summary>Weights and distributions; the weights sum to 1.</summary>
    public IReadOnlyList<(double Weight, DemandDistribution Part)> Parts => _parts;

    /// <inheritdoc />
    public override double Cdf(double x) => Sum(p => p.Cdf(x));

    /// <inheritdoc />
    public override double Loss(double x) => Sum(p => p.Loss(x));

    /// <inheritdoc />
    public override double SecondLoss(double x) => Sum(p => p.SecondLoss(x));

    /// <summary>Whether this is the same mixture.</summary>
    /// <param name="other">The other mixture.</param>
    /// <returns>True for the same instance.</returns>
    public bool Equals(MixtureDemand? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_parts.Length, Mean, Variance);

    /// <inheritdoc />
    private protected override double QuantileCore(double probability)
    {
        double low = double.MaxValue, high = double.MinValue;
        foreach ((_, DemandDistribution part) in _parts)
        {
            double q = part.Quantile(probability);
            low = Math.Min(low, q);
            high = Math.Max(high, q);
        }

        if (high <= low)
        {
            return high;
        }

        return IsDiscrete ? Whole(probability, (long)low, (long)high) : RootFinding.SmallestReaching(Cdf, probability, low, high);
    }

    private double Whole(double probability, long low, long high)
    {
        while (low < high)
        {
            long middle = low + ((high - low) / 2);
            if (Cdf(middle) >= probability - 1e-12)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return high;
    }

    private double Sum(Func<DemandDistribution, double> of)
    {
        double sum = 0;
        foreach ((double weight, DemandDistribution part) in _parts)
        {
            sum += weight * of(part);
        }

        return sum;
    }
}
