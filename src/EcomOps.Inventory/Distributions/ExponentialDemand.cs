namespace EcomOps.Inventory.Distributions;

/// <summary>Exponential demand with a given mean; the rate is 1 / mean.</summary>
public sealed record ExponentialDemand : DemandDistribution
{
    /// <summary>Makes the distribution.</summary>
    /// <param name="mean">Mean, in units; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mean is not above 0.</exception>
    public ExponentialDemand(double mean) => Mean = AboveZero(mean, nameof(mean));

    /// <inheritdoc />
    public override double Mean { get; }

    /// <inheritdoc />
    public override double Variance => Mean * Mean;

    /// <inheritdoc />
    public override bool IsDiscrete => false;

    /// <inheritdoc />
    public override double Cdf(double x) => x <= 0 ? 0 : -double.ExpM1(-x / Mean);

    /// <inheritdoc />
    public override double Loss(double x) => x <= 0 ? Mean - x : Mean * Math.Exp(-x / Mean);

    /// <inheritdoc />
    public override double SecondLoss(double x) =>
        x <= 0 ? 0.5 * (((x - Mean) * (x - Mean)) + Variance) : Variance * Math.Exp(-x / Mean);

    /// <inheritdoc />
    private protected override double QuantileCore(double probability) => -Mean * double.LogP1(-probability);
}
