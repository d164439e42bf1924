using EcomOps.Inventory.Distributions.Internal;

namespace EcomOps.Inventory.Distributions;

/// <summary>Log-normal demand: its logarithm is normal with mean mu and standard deviation sigma.</summary>
public sealed record LogNormalDemand : DemandDistribution
{
    /// <summary>Makes the distribution.</summary>
    /// <param name="mu">Mean of the logarithm of demand; finite.</param>
    /// <param name="sigma">Standard deviation of the logarithm of demand; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is outside its range.</exception>
    public LogNormalDemand(double mu, double sigma)
    {
        Mu = Finite(mu, nameof(mu));
        Sigma = AboveZero(sigma, nameof(sigma));
    }

    /// <summary>Mean of the logarithm.</summary>
    public double Mu { get; }

    /// <summary>Standard deviation of the logarithm.</summary>
    public double Sigma { get; }

    /// <inheritdoc />
    public override double Mean => Math.Exp(Mu + (0.5 * Sigma * Sigma));

    /// <inheritdoc />
    public override double Variance => Math.Exp((2 * Mu) + (Sigma * Sigma)) * double.ExpM1(Sigma * Sigma);

    /// <inheritdoc />
    public override bool IsDiscrete => false;

    /// <inheritdoc />
    public override double Cdf(double x) => x <= 0 ? 0 : StandardNormal.Cdf((Math.Log(x) - Mu) / Sigma);

    /// <inheritdoc />
    public override double Loss(double x)
    {
        if (x <= 0)
        {
            return Mean - x;
        }

        double z = (Math.Log(x) - Mu) / Sigma;
        return Math.Max(0, (Mean * StandardNormal.Tail(z - Sigma)) - (x * StandardNormal.Tail(z)));
    }

    /// <inheritdoc />
    public override double SecondLoss(double x)
    {
        double square = Variance + (Mean * Mean);
        if (x <= 0)
        {
            return 0.5 * (square - (2 * x * Mean) + (x * x));
        }

        double z = (Math.Log(x) - Mu) / Sigma;
        return Math.Max(0, 0.5 * ((square * StandardNormal.Tail(z - (2 * Sigma))) - (2 * x * Mean * StandardNormal.Tail(z - Sigma)) + (x * x * StandardNormal.Tail(z))));
    }

    /// <inheritdoc />
    private protected override double QuantileCore(double probability) => Math.Exp(Mu + (Sigma * StandardNormal.Quantile(probability)));
}
