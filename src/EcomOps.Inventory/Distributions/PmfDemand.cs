namespace EcomOps.Inventory.Distributions;

/// <summary>Demand given by its probabilities, value by value, over a finite range of whole units.</summary>
/// <remarks>The exact form for demand over a random lead time: convolve, mix, take the quantile. Equality is by reference, because the table may be long.</remarks>
public sealed record PmfDemand : DiscreteDemand
{
    private readonly double[] _pmf;
    private readonly double[] _cdf;
    private readonly double[] _loss;
    private readonly double[] _secondLoss;
    private readonly long _offset;

    private PmfDemand(long offset, double[] pmf)
    {
        _offset = offset;
        _pmf = pmf;
        int n = pmf.Length;
        _cdf = new double[n];
        _loss = new double[n];
        _secondLoss = new double[n];
        double sum = 0, mean = 0;
        for (int i = 0; i < n; i++)
        {
            sum += pmf[i];
            mean += pmf[i] * i;
            _cdf[i] = Math.Min(1, sum);
        }

        double variance = 0, tail = 0;
        for (int i = 0; i < n; i++)
        {
            variance += pmf[i] * (i - mean) * (i - mean);
        }

        for (int i = n - 1; i > 0; i--)
        {
            tail += pmf[i];
            _loss[i - 1] = _loss[i] + tail;
            _secondLoss[i - 1] = _secondLoss[i] + _loss[i];
        }

        Mean = offset + mean;
        Variance = variance;
    }

    /// <inheritdoc />
    public override double Mean { get; }

    /// <inheritdoc />
    public override double Variance { get; }

    /// <summary>Smallest value of the table.</summary>
    public long Minimum => _offset;

    /// <summary>Largest value of the table.</summary>
    public long Maximum => _offset + _pmf.Length - 1;

    private protected override long Lowest => _offset;

    /// <summary>Makes the distribution from consecutive probabilities.</summary>
    /// <param name="lowest">The value that the first probability belongs to.</param>
    /// <param name="probabilities">Probabilities; each 0 or more, with a sum of 1 within 1e-6 (the rest is scaled away).</param>
    /// <returns>The distribution.</returns>
    /// <exception cref="ArgumentException">No probability, a negative one or one that is no number, or a sum other than 1.</exception>
    public static PmfDemand FromProbabilities(long lowest, IReadOnlyList<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        double sum = 0;
        foreach (double p in probabilities)
        {
            sum += p >= 0 ? p : throw new ArgumentException("A probability must be 0 or more.", nameof(probabilities));
        }

        if (!(Math.Abs(sum - 1) <= 1e-6))
        {
            throw new ArgumentException("The probabilities must sum to 1.", nameof(probabilities));
        }

        return new PmfDemand(lowest, [.. probabilities.Select(p => p / sum)]);
    }

    /// <summary>Makes the distribution from values with their probabilities, in any order.</summary>
    /// <param name="probabilities">Value and probability; at most 10 million units between the smallest and the largest value.</param>
    /// <returns>The distribution.</returns>
    /// <exception cref="ArgumentException">As for <see cref="FromProbabilities"/>, or the range is too wide.</exception>
    public static PmfDemand FromTable(IReadOnlyDictionary<long, double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        if (probabilities.Count == 0 || probabilities.Keys.Max() - probabilities.Keys.Min() > 10_000_000)
        {
            throw new ArgumentException("A table of probabilities needs at least one value and a range below 10 million units.", nameof(probabilities));
        }

        long lowest = probabilities.Keys.Min();
        var dense = new double[(int)(probabilities.Keys.Max() - lowest + 1)];
        foreach ((long value, double p) in probabilities)
        {
            dense[(int)(value - lowest)] = p;
        }

        return FromProbabilities(lowest, dense);
    }

    /// <summary>Tabulates any discrete demand, or a continuous one rounded to whole units, up to a negligible tail.</summary>
    /// <param name="demand">The distribution.</param>
    /// <param name="tail">Probability that may be cut off above (and, for a continuous family, below 0 is counted as 0); in (0, 0.01].</param>
    /// <returns>The table, scaled to 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The tail is outside its range.</exception>
    public static PmfDemand Tabulate(DemandDistribution demand, double tail = 1e-10)
    {
        ArgumentNullException.ThrowIfNull(demand);
        if (!(tail is > 0 and <= 0.01))
        {
            throw new ArgumentOutOfRangeException(nameof(tail), tail, "The tail must lie in (0, 0.01].");
        }

        if (demand is PmfDemand already)
        {
            return already;
        }

        long top = Math.Max(0, (long)Math.Ceiling(demand.Quantile(1 - tail)));
        double half = demand.IsDiscrete ? 0 : 0.5;
        var pmf = new double[checked((int)top + 1)];
        double before = 0;
        for (int k = 0; k <= top; k++)
        {
            double upTo = k == top ? 1 : demand.Cdf(k + half);
            pmf[k] = Math.Max(0, upTo - before);
            before = upTo;
        }

        return FromProbabilities(0, pmf);
    }

    /// <inheritdoc />
    public override double Probability(long units) => units < _offset || units > Maximum ? 0 : _pmf[units - _offset];

    /// <summary>The distribution of the sum with another, independent demand (convolution).</summary>
    /// <param name="other">The other demand.</param>
    /// <returns>The sum; a tail below 1e-15 is cut.</returns>
    public PmfDemand Plus(PmfDemand other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var sum = new double[_pmf.Length + other._pmf.Length - 1];
        for (int i = 0; i < _pmf.Length; i++)
        {
            double p = _pmf[i];
            if (p > 0)
            {
                for (int j = 0; j < other._pmf.Length; j++)
                {
                    sum[i + j] += p * other._pmf[j];
                }
            }
        }

        int length = sum.Length;
        double tail = 0;
        while (length > 1 && tail + sum[length - 1] < 1e-15)
        {
            tail += sum[--length];
        }

        return new PmfDemand(_offset + other._offset, length == sum.Length ? sum : sum[..length]);
    }

    /// <summary>Demand over several independent periods with this distribution each.</summary>
    /// <param name="periods">Number of periods; 0 or more (0: certainly nothing).</param>
    /// <returns>The n-fold convolution.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public PmfDemand SumOver(int periods)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(periods);
        PmfDemand result = new(0, [1.0]);
        PmfDemand power = this;
        for (int n = periods; n > 0; n >>= 1)
        {
            result = (n & 1) == 1 ? result.Plus(power) : result;
            power = n > 1 ? power.Plus(power) : power;
        }

        return result;
    }

    /// <summary>Whether this is the same table.</summary>
    /// <param name="other">The other table.</param>
    /// <returns>True for the same instance.</returns>
    public bool Equals(PmfDemand? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_offset, _pmf.Length, Mean);

    private protected override double CdfAt(long k) => k < _offset ? 0 : k >= Maximum ? 1 : _cdf[k - _offset];

    private protected override double LossAt(long k) => k < _offset ? Mean - k : k >= Maximum ? 0 : _loss[k - _offset];

    private protected override double SecondLossAt(long k)
    {
        double gap = k - Mean;
        return k < _offset ? 0.5 * ((gap * gap) + Variance + gap) : k >= Maximum ? 0 : _secondLoss[k - _offset];
    }

    /// <inheritdoc />
    private protected override double QuantileCore(double probability)
    {
        int low = -1, high = _cdf.Length - 1;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            (low, high) = _cdf[middle] >= probability - 1e-12 ? (low, middle) : (middle, high);
        }

        return _offset + high;
    }
}
