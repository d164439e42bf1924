using EcomOps.Inventory.Distributions.Internal;
using MathNet.Numerics;

namespace EcomOps.Inventory.Distributions;

/// <summary>Gamma demand with shape a and scale b: positive, skewed to the right, mean <c>a b</c>, variance <c>a b^2</c>.</summary>
public sealed record GammaDemand : DemandDistribution
{
    /// <summary>Makes the distribution.</summary>
    /// <param name="shape">Shape a; above 0.</param>
    /// <param name="scale">Scale b, in units; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is not above 0.</exception>
    public GammaDemand(double shape, double scale)
    {
        Shape = AboveZero(shape, nameof(shape));
        Scale = AboveZero(scale, nameof(scale));
    }

    /// <summary>Shape a.</summary>
    public double Shape { get; }

    /// <summary>Scale b, in units.</summary>
    public double Scale { get; }

    /// <inheritdoc />
    public override double Mean => Shape * Scale;

    /// <inheritdoc />
    public override double Variance => Shape * Scale * Scale;

    /// <inheritdoc />
    public override bool IsDiscrete => false;

    /// <summary>The gamma distribution with a given mean and variance.</summary>
    /// <param name="mean">Mean, in units; above 0.</param>
    /// <param name="variance">Variance, in units squared; above 0.</param>
    /// <returns>Shape <c>mean^2 / variance</c>, scale <c>variance / mean</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A moment is not above 0.</exception>
    public static GammaDemand FromMoments(double mean, double variance) =>
        new(AboveZero(mean, nameof(mean)) * mean / AboveZero(variance, nameof(variance)), variance / mean);

    /// <inheritdoc />
    public override double Cdf(double x) => x <= 0 ? 0 : Lower(x / Scale);

    /// <inheritdoc />
    public override double Loss(double x) => x <= 0 ? Mean - x : Math.Max(0, (Mean * Tail(1, x)) - (x * Tail(0, x)));

    /// <inheritdoc />
    public override double SecondLoss(double x) => x <= 0
        ? 0.5 * (((x - Mean) * (x - Mean)) + Variance)
        : Math.Max(0, 0.5 * ((Mean * Scale * (Shape + 1) * Tail(2, x)) - (2 * x * Mean * Tail(1, x)) + (x * x * Tail(0, x))));

    /// <inheritdoc />
    private protected override double QuantileCore(double probability)
    {
        // Wilson-Hilferty as a start; bisection with Newton steps does the rest.
        double c = 1 / (9 * Shape);
        double cube = 1 - c + (StandardNormal.Quantile(probability) * Math.Sqrt(c));
        double start = cube > 0.1 ? Mean * cube * cube * cube : Mean * 0.01;
        return RootFinding.Quantile(Cdf, probability, start, Math.Max(StandardDeviation, Scale));
    }

    // Close to zero the library gives 0; the first term of the series is exact there (Abramowitz and Stegun 6.5.29).
    private double Lower(double z) =>
        z < 1e-10 ? Math.Exp((Shape * Math.Log(z)) - SpecialFunctions.GammaLn(Shape + 1)) : SpecialFunctions.GammaLowerRegularized(Shape, z);

    private double Tail(int above, double x) => SpecialFunctions.GammaUpperRegularized(Shape + above, x / Scale);
}
