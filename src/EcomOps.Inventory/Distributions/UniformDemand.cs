namespace EcomOps.Inventory.Distributions;

/// <summary>Uniform demand between two end points.</summary>
public sealed record UniformDemand : DemandDistribution
{
    /// <summary>Makes the distribution.</summary>
    /// <param name="lower">Lower end a, in units; finite.</param>
    /// <param name="upper">Upper end b, in units; above the lower end. An end point, not a width.</param>
    /// <exception cref="ArgumentOutOfRangeException">An end is not finite, or the upper one is not above the lower one.</exception>
    public UniformDemand(double lower, double upper)
    {
        Lower = Finite(lower, nameof(lower));
        Upper = Finite(upper, nameof(upper)) > lower ? upper : throw new ArgumentOutOfRangeException(nameof(upper), upper, "The upper end must lie above the lower end.");
    }

    /// <summary>Lower end a.</summary>
    public double Lower { get; }

    /// <summary>Upper end b.</summary>
    public double Upper { get; }

    /// <inheritdoc />
    public override double Mean => 0.5 * (Lower + Upper);

    /// <inheritdoc />
    public override double Variance => (Upper - Lower) * (Upper - Lower) / 12;

    /// <inheritdoc />
    public override bool IsDiscrete => false;

    /// <inheritdoc />
    public override double Cdf(double x) => Math.Clamp((x - Lower) / (Upper - Lower), 0, 1);

    /// <inheritdoc />
    public override double Loss(double x)
    {
        double rest = Math.Max(0, Upper - x);
        return x <= Lower ? Mean - x : rest * rest / (2 * (Upper - Lower));
    }

    /// <inheritdoc />
    public override double SecondLoss(double x)
    {
        double rest = Math.Max(0, Upper - x);
        return x <= Lower ? 0.5 * (((x - Mean) * (x - Mean)) + Variance) : rest * rest * rest / (6 * (Upper - Lower));
    }

    /// <inheritdoc />
    private protected override double QuantileCore(double probability) => Lower + (probability * (Upper - Lower));
}
