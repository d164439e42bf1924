using EcomOps.Inventory.Distributions.Internal;

namespace EcomOps.Inventory.Distributions;

/// <summary>Normal demand with mean mu and standard deviation sigma. A deviation of 0 is certain demand.</summary>
/// <remarks>Takes negative values with a probability that matters when sigma exceeds about a third of mu; use a gamma or negative binomial there.</remarks>
public sealed record NormalDemand : DemandDistribution
{
    /// <summary>Makes the distribution.</summary>
    /// <param name="mean">Mean mu, in units; finite.</param>
    /// <param name="standardDeviation">Standard deviation sigma, in units; 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public NormalDemand(double mean, double standardDeviation)
    {
        Mean = Finite(mean, nameof(mean));
        Sigma = AtLeastZero(standardDeviation, nameof(standardDeviation));
    }

    /// <inheritdoc />
    public override double Mean { get; }

    /// <summary>Standard deviation sigma as given.</summary>
    public double Sigma { get; }

    /// <inheritdoc />
    public override double Variance => Sigma * Sigma;

    /// <inheritdoc />
    public override bool IsDiscrete => false;

    /// <inheritdoc />
    public override double Cdf(double x) => Sigma > 0 ? StandardNormal.Cdf((x - Mean) / Sigma) : x >= Mean ? 1 : 0;

    /// <inheritdoc />
    public override double Loss(double x) => Sigma > 0 ? Sigma * StandardNormal.Loss((x - Mean) / Sigma) : Math.Max(0, Mean - x);

    /// <inheritdoc />
    public override double ComplementaryLoss(double x) => Sigma > 0 ? Sigma * StandardNormal.Loss((Mean - x) / Sigma) : Math.Max(0, x - Mean);

    /// <inheritdoc />
    public override double SecondLoss(double x)
    {
        double gap = Math.Max(0, Mean - x);
        return Sigma > 0 ? Variance * StandardNormal.SecondLoss((x - Mean) / Sigma) : 0.5 * gap * gap;
    }

    /// <inheritdoc />
    public override double ComplementarySecondLoss(double x)
    {
        double gap = Math.Max(0, x - Mean);
        return Sigma > 0 ? Variance * StandardNormal.SecondLoss((Mean - x) / Sigma) : 0.5 * gap * gap;
    }

    /// <inheritdoc />
    private protected override double QuantileCore(double probability) => Mean + (Sigma * StandardNormal.Quantile(probability));
}
