namespace EcomOps.Inventory.Distributions;

/// <summary>
/// A probability distribution of demand over some stretch of time: the centre of the planning API. Every reorder point is a
/// quantile of one, every shortage a loss function of one.
/// </summary>
/// <remarks>
/// Immutable and thread-safe; equality is by family and parameters. Closed: the families are the derived types of this package.
/// Loss functions follow Snyder and Shen, Fundamentals of Supply Chain Theory, 2nd edition, appendix C.
/// </remarks>
public abstract record DemandDistribution
{
    private protected DemandDistribution()
    {
    }

    /// <summary>Expected demand, in units; finite.</summary>
    public abstract double Mean { get; }

    /// <summary>Variance of demand, in units squared; 0 or more.</summary>
    public abstract double Variance { get; }

    /// <summary>Standard deviation of demand, in units; 0 or more.</summary>
    public double StandardDeviation => Math.Sqrt(Variance);

    /// <summary>Whether demand takes whole units only. Quantiles of such a distribution are whole numbers.</summary>
    public abstract bool IsDiscrete { get; }

    /// <summary>Probability that demand is at most <paramref name="x"/>: <c>F(x) = P(D &lt;= x)</c>, the end included.</summary>
    /// <param name="x">Units; any finite number.</param>
    /// <returns>A number from 0 to 1.</returns>
    public abstract double Cdf(double x);

    /// <summary>The smallest amount that covers demand with at least the given probability: the smallest x with <c>F(x) &gt;= p</c>.</summary>
    /// <param name="probability">Probability p, in (0, 1), both ends excluded.</param>
    /// <returns>Units; whole for a discrete family (a cumulative probability within 1e-12 of p counts as reaching it).</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not inside (0, 1).</exception>
    public double Quantile(double probability)
    {
        if (!(probability > 0 && probability < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "A quantile needs a probability between 0 and 1, both excluded; certainty has no finite stock.");
        }

        return QuantileCore(probability);
    }

    /// <summary>Expected shortage when x units are there: <c>n(x) = E(D - x)+</c>.</summary>
    /// <param name="x">Units; any finite number.</param>
    /// <returns>Units; 0 or more.</returns>
    public abstract double Loss(double x);

    /// <summary>Expected leftover when x units are there: <c>E(x - D)+ = x - mean + n(x)</c>.</summary>
    /// <param name="x">Units; any finite number.</param>
    /// <returns>Units; 0 or more.</returns>
    public virtual double ComplementaryLoss(double x) => Math.Max(0, x - Mean + Loss(x));

    /// <summary>
    /// Second-order loss: <c>1/2 E((D - x)+)^2</c> for a continuous family, <c>1/2 E(D - x)+(D - x - 1)+</c> for a discrete one;
    /// the integral (the sum) of the loss function above x.
    /// </summary>
    /// <param name="x">Units; any finite number.</param>
    /// <returns>Units squared; 0 or more.</returns>
    public abstract double SecondLoss(double x);

    /// <summary>
    /// Complementary second-order loss: <c>1/2 E((x - D)+)^2</c> for a continuous family, <c>1/2 E(x - D)+(x - D + 1)</c> for a
    /// discrete one (x whole).
    /// </summary>
    /// <param name="x">Units; any finite number.</param>
    /// <returns>Units squared; 0 or more.</returns>
    public virtual double ComplementarySecondLoss(double x)
    {
        double gap = x - Mean;
        return Math.Max(0, (0.5 * ((gap * gap) + Variance + (IsDiscrete ? gap : 0))) - SecondLoss(x));
    }

    /// <summary>Quantile for a probability that was checked.</summary>
    private protected abstract double QuantileCore(double probability);

    private protected static double Finite(double value, string name) =>
        double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, "A parameter of a distribution must be a finite number.");

    private protected static double AtLeastZero(double value, string name) =>
        value >= 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, "This parameter must be 0 or more and finite.");

    private protected static double AboveZero(double value, string name) =>
        value > 0 && double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, "This parameter must be above 0 and finite.");
}
