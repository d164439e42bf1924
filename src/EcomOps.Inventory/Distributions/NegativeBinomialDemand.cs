using MathNet.Numerics;

namespace EcomOps.Inventory.Distributions;

/// <summary>
/// Negative binomial demand: failures before the r-th success of probability p; a Poisson whose rate varies (gamma), so its variance
/// exceeds its mean. The standard family for slow and erratic items.
/// </summary>
public sealed record NegativeBinomialDemand : DiscreteDemand
{
    // Below, a ratio would carry on the rounding of a number that has lost its digits.
    private const double SmallestRatioBase = 1e-290;

    private readonly double _odds;

    /// <summary>Makes the distribution.</summary>
    /// <param name="r">Number of successes r; above 0, may be fractional.</param>
    /// <param name="p">Probability of success p; in (0, 1), both ends excluded.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public NegativeBinomialDemand(double r, double p)
    {
        R = AboveZero(r, nameof(r));
        P = p is > 0 and < 1 ? p : throw new ArgumentOutOfRangeException(nameof(p), p, "The probability must lie between 0 and 1, both excluded.");
        _odds = (1 - p) / p;
    }

    /// <summary>Number of successes r.</summary>
    public double R { get; }

    /// <summary>Probability of success p.</summary>
    public double P { get; }

    /// <inheritdoc />
    public override double Mean => R * _odds;

    /// <inheritdoc />
    public override double Variance => R * _odds / P;

    private protected override long Lowest => 0;

    /// <summary>The negative binomial with a given mean and variance.</summary>
    /// <param name="mean">Mean, in units; above 0.</param>
    /// <param name="variance">Variance, in units squared; above the mean.</param>
    /// <returns><c>r = mean^2 / (variance - mean)</c>, <c>p = mean / variance</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The variance does not exceed the mean: use a Poisson there.</exception>
    public static NegativeBinomialDemand FromMoments(double mean, double variance)
    {
        AboveZero(mean, nameof(mean));
        return Finite(variance, nameof(variance)) > mean
            ? new(mean * mean / (variance - mean), mean / variance)
            : throw new ArgumentOutOfRangeException(nameof(variance), variance, "A negative binomial has a variance above its mean.");
    }

    /// <inheritdoc />
    public override double Probability(long units) => units < 0 ? 0
        : Math.Exp(SpecialFunctions.GammaLn(units + R) - SpecialFunctions.GammaLn(R) - SpecialFunctions.GammaLn(units + 1.0) + (R * Math.Log(P)) + (units * double.LogP1(-P)));

    internal override double ProbabilityAfter(long units, double probability) =>
        units >= 0 && probability > SmallestRatioBase ? probability * ((units + R) / (units + 1.0)) * (1 - P) : Probability(units + 1);

    private protected override double CdfAt(long k) => k < 0 ? 0 : SpecialFunctions.BetaRegularized(R, k + 1.0, P);

    private protected override double LossAt(long k) => (Mean * Tail(k - 1, 1)) - (k * Tail(k, 0));

    private protected override double SecondLossAt(long k) =>
        0.5 * ((R * (R + 1) * _odds * _odds * Tail(k - 2, 2)) - (2.0 * k * Mean * Tail(k - 1, 1)) + ((((double)k * k) + k) * Tail(k, 0)));

    /// <inheritdoc />
    private protected override double QuantileCore(double probability)
    {
        if (Mean > 300 || R * Math.Log(P) < -600)
        {
            return base.QuantileCore(probability);
        }

        double term = Math.Exp(R * Math.Log(P)), sum = term;
        long k = 0;
        while (sum < probability - 1e-12 && k < 100_000)
        {
            k++;
            term *= (k - 1 + R) / k * (1 - P);
            sum += term;
        }

        return k < 100_000 ? k : base.QuantileCore(probability);
    }

    // P(D > k) with r raised by some successes.
    private double Tail(long k, int above) => k < 0 ? 1 : SpecialFunctions.BetaRegularized(k + 1.0, R + above, 1 - P);
}
