namespace EcomOps.Inventory.Distributions;

/// <summary>Geometric demand: trials up to and with the first success (from 1), or failures before it (from 0).</summary>
public sealed record GeometricDemand : DiscreteDemand
{
    private GeometricDemand(double p, bool countsTrials)
    {
        P = p is > 0 and <= 1 ? p : throw new ArgumentOutOfRangeException(nameof(p), p, "The probability must lie in (0, 1].");
        CountsTrials = countsTrials;
    }

    /// <summary>Probability of success p.</summary>
    public double P { get; }

    /// <summary>Whether trials are counted (smallest value 1) and not failures (smallest value 0).</summary>
    public bool CountsTrials { get; }

    /// <inheritdoc />
    public override double Mean => (1 / P) - Shift;

    /// <inheritdoc />
    public override double Variance => (1 - P) / (P * P);

    private protected override long Lowest => CountsTrials ? 1 : 0;

    private long Shift => CountsTrials ? 0 : 1;

    /// <summary>Trials up to and with the first success: 1, 2, 3 ...</summary>
    /// <param name="p">Probability of success; in (0, 1].</param>
    /// <returns>The distribution with mean <c>1/p</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside its range.</exception>
    public static GeometricDemand Trials(double p) => new(p, countsTrials: true);

    /// <summary>Failures before the first success: 0, 1, 2 ...</summary>
    /// <param name="p">Probability of success; in (0, 1].</param>
    /// <returns>The distribution with mean <c>(1-p)/p</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside its range.</exception>
    public static GeometricDemand Failures(double p) => new(p, countsTrials: false);

    /// <inheritdoc />
    public override double Probability(long units) => units < Lowest ? 0 : P * Math.Pow(1 - P, units + Shift - 1);

    private protected override double CdfAt(long k) => k < Lowest ? 0 : 1 - Math.Pow(1 - P, k + Shift);

    private protected override double LossAt(long k)
    {
        long n = k + Shift;
        return n < 0 ? (1 / P) - n : Math.Pow(1 - P, n) / P;
    }

    private protected override double SecondLossAt(long k)
    {
        long n = k + Shift;
        double trials = 1 / P;
        return n < 0 ? 0.5 * (((n - trials) * (n - trials)) + Variance + (n - trials)) : Math.Pow(1 - P, n + 1) / (P * P);
    }
}
