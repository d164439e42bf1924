namespace EcomOps.Inventory.Distributions;

/// <summary>Demand as it was seen: each value of a sample has the same probability. The family of the newsvendor from data and of bootstraps.</summary>
/// <remarks>Discrete when every value is whole. Equality is by reference.</remarks>
public sealed record EmpiricalDemand : DemandDistribution
{
    private readonly double[] _sorted;
    private readonly double[] _tailSum;
    private readonly bool _whole;

    /// <summary>Makes the distribution.</summary>
    /// <param name="sample">Observed demands in any order; finite, at least one.</param>
    /// <exception cref="ArgumentException">The sample is empty or holds a value that is no finite number.</exception>
    public EmpiricalDemand(IEnumerable<double> sample)
    {
        ArgumentNullException.ThrowIfNull(sample);
        _sorted = [.. sample];
        if (_sorted.Length == 0 || !Array.TrueForAll(_sorted, double.IsFinite))
        {
            throw new ArgumentException("A sample of demand needs at least one value, and finite values only.", nameof(sample));
        }

        Array.Sort(_sorted);
        int n = _sorted.Length;
        _tailSum = new double[n + 1];
        for (int i = n - 1; i >= 0; i--)
        {
            _tailSum[i] = _tailSum[i + 1] + _sorted[i];
        }

        Mean = _tailSum[0] / n;
        double mean = Mean;
        Variance = _sorted.Sum(v => (v - mean) * (v - mean)) / n;
        _whole = Array.TrueForAll(_sorted, v => v == Math.Floor(v));
    }

    /// <inheritdoc />
    public override double Mean { get; }

    /// <summary>Variance of the sample as a population (divided by n).</summary>
    public override double Variance { get; }

    /// <inheritdoc />
    public override bool IsDiscrete => _whole;

    /// <summary>The sample in ascending order.</summary>
    public IReadOnlyList<double> Sample => _sorted;

    /// <inheritdoc />
    public override double Cdf(double x) => (double)Above(x) / _sorted.Length;

    /// <inheritdoc />
    public override double Loss(double x)
    {
        int first = Above(x);
        return Math.Max(0, (_tailSum[first] - ((_sorted.Length - first) * x)) / _sorted.Length);
    }

    /// <inheritdoc />
    public override double SecondLoss(double x)
    {
        double sum = 0;
        for (int i = Above(x); i < _sorted.Length; i++)
        {
            double gap = _sorted[i] - x;
            sum += gap * (_whole ? Math.Max(0, gap - 1) : gap);
        }

        return 0.5 * sum / _sorted.Length;
    }

    /// <summary>Whether this is the same sample.</summary>
    /// <param name="other">The other sample.</param>
    /// <returns>True for the same instance.</returns>
    public bool Equals(EmpiricalDemand? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_sorted.Length, Mean);

    /// <inheritdoc />
    private protected override double QuantileCore(double probability) =>
        _sorted[Math.Clamp((int)Math.Ceiling((probability * _sorted.Length) - 1e-9) - 1, 0, _sorted.Length - 1)];

    // Index of the first value above x.
    private int Above(double x)
    {
        int low = 0, high = _sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_sorted[middle] > x)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
