using MathNet.Numerics;

namespace EcomOps.Inventory.Distributions;

/// <summary>Poisson demand: independent single units at a constant rate.</summary>
public sealed record PoissonDemand : DiscreteDemand
{
    /// <summary>Makes the distribution.</summary>
    /// <param name="mean">Mean lambda, in units; 0 or more (0: no demand).</param>
    /// <exception cref="ArgumentOutOfRangeException">The mean is negative or not finite.</exception>
    public PoissonDemand(double mean) => Mean = AtLeastZero(mean, nameof(mean));

    /// <inheritdoc />
    public override double Mean { get; }

    /// <inheritdoc />
    public override double Variance => Mean;

    private protected override long Lowest => 0;

    /// <inheritdoc />
    public override double Probability(long units) => units < 0 ? 0
        : Mean == 0 ? (units == 0 ? 1 : 0)
        : Math.Exp((units * Math.Log(Mean)) - Mean - SpecialFunctions.GammaLn(units + 1.0));

    internal override double ProbabilityAfter(long units, double probability) =>
        units >= 0 && probability > 1e-290 ? probability * (Mean / (units + 1.0)) : Probability(units + 1);

    private protected override double CdfAt(long k) => k < 0 ? 0 : Mean == 0 ? 1 : SpecialFunctions.GammaUpperRegularized(k + 1.0, Mean);

    private protected override double LossAt(long k) => ((Mean - k) * Tail(k)) + (Mean * Probability(k));

    private protected override double SecondLossAt(long k) =>
        0.5 * (((((k - Mean) * (k - Mean)) + k) * Tail(k)) - (Mean * (k - Mean) * Probability(k)));

    /// <inheritdoc />
    private protected override double QuantileCore(double probability)
    {
        if (Mean > 200)
        {
            return base.QuantileCore(probability);
        }

        double term = Math.Exp(-Mean), sum = term;
        long k = 0;
        while (sum < probability - 1e-12 && term > 0)
        {
            k++;
            term *= Mean / k;
            sum += term;
        }

        return k;
    }

    private double Tail(long k) => k < 0 ? 1 : Mean == 0 ? 0 : SpecialFunctions.GammaLowerRegularized(k + 1.0, Mean);
}
