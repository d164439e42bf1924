using EcomOps.Inventory.Distributions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace EcomOps.Inventory.Tests.Planning.Distributions;

public sealed class DistributionProperties
{
    private static DemandDistribution[] Families(double mean, double spread) =>
    [
        new NormalDemand(mean, spread),
        new LogNormalDemand(Math.Log(mean), 0.1 + (spread / (1 + spread))),
        new ExponentialDemand(mean),
        GammaDemand.FromMoments(mean, spread * spread),
        new UniformDemand(mean - spread, mean + spread),
        new PoissonDemand(mean),
        NegativeBinomialDemand.FromMoments(mean, mean + (spread * spread)),
        GeometricDemand.Trials(1 / (1 + mean)),
        GeometricDemand.Failures(1 / (1 + mean)),
        PmfDemand.Tabulate(new PoissonDemand(mean), 1e-13),
        new EmpiricalDemand([mean, mean + spread, mean / 2, 0, 3 * mean]),
        new MixtureDemand([(0.3, new PoissonDemand(mean)), (0.7, new PoissonDemand(mean + spread))]),
        new MixtureDemand([(0.3, new NormalDemand(mean, spread)), (0.7, new PoissonDemand(mean))]),
    ];

    [Property(MaxTest = 60)]
    public void Losses_differ_by_the_distance_to_the_mean_and_fall(PositiveInt a, PositiveInt b, PositiveInt at)
    {
        double mean = 1 + (a.Get % 400) / 10.0, spread = 0.5 + (b.Get % 100) / 10.0;
        double x = at.Get % 120;
        foreach (DemandDistribution d in Families(mean, spread))
        {
            Assert.Equal(d.Mean - x, d.Loss(x) - d.ComplementaryLoss(x), 1e-8 * (1 + d.Mean));
            Assert.True(d.Loss(x) >= d.Loss(x + 1) - 1e-9, d.ToString());
            Assert.InRange(d.Loss(x) - d.Loss(x + 1), 1 - d.Cdf(x + 1) - 1e-9, 1 - d.Cdf(x) + 1e-9);
        }
    }

    [Property(MaxTest = 60)]
    public void A_quantile_is_the_smallest_amount_that_reaches_its_probability(PositiveInt a, PositiveInt b, PositiveInt c)
    {
        double mean = 1 + (a.Get % 4000) / 10.0, spread = 0.5 + (b.Get % 100) / 10.0, p = (1 + (c.Get % 998)) / 1000.0;
        foreach (DemandDistribution d in Families(mean, spread))
        {
            double q = d.Quantile(p);
            Assert.True(d.Cdf(q) >= p - 1e-9, $"{d}: F({q}) = {d.Cdf(q)} < {p}");
            double below = d.IsDiscrete ? q - 1 : q - (1e-6 * (1 + Math.Abs(q)));
            Assert.True(d is EmpiricalDemand || d.Cdf(below) < p + 1e-9, $"{d}: F({below}) = {d.Cdf(below)} >= {p}");
        }
    }

    [Fact]
    public void A_gamma_of_small_shape_has_its_mass_close_to_zero()
    {
        // F(x) = (x / scale)^shape / Gamma(shape + 1) for small x, worked out apart: shape 0.154337, x / scale = 1.11e-15.
        GammaDemand demand = new(0.1543367346938776, 7.127272727272726);
        Assert.Equal(Math.Pow(1.1102230246251565e-15, demand.Shape) / MathNet.Numerics.SpecialFunctions.Gamma(demand.Shape + 1), demand.Cdf(1.1102230246251565e-15 * demand.Scale), 9);
        Assert.True(demand.Cdf(demand.Quantile(0.002)) >= 0.002 - 1e-9);
    }

    [Property(MaxTest = 40)]
    public void The_second_loss_is_the_sum_of_the_loss_above(PositiveInt a, PositiveInt at)
    {
        double mean = 1 + (a.Get % 200) / 10.0;
        long x = at.Get % 40;
        foreach (DemandDistribution d in Families(mean, 2).Where(d => d.IsDiscrete))
        {
            double sum = 0;
            for (long y = x + 1; y < x + 3000; y++)
            {
                sum += d.Loss(y);
            }

            Assert.Equal(sum, d.SecondLoss(x), 1e-6 * (1 + sum));
        }
    }

    [Property(MaxTest = 40)]
    public void Convolution_keeps_mean_and_variance(PositiveInt a, PositiveInt periods)
    {
        double mean = 0.2 + (a.Get % 50) / 10.0;
        int n = 1 + (periods.Get % 8);
        PmfDemand one = PmfDemand.Tabulate(NegativeBinomialDemand.FromMoments(mean, mean + 1), 1e-13);
        PmfDemand sum = one.SumOver(n);
        Assert.Equal(n * one.Mean, sum.Mean, 1e-8 * n * mean);
        Assert.Equal(n * one.Variance, sum.Variance, 1e-6 * n * (mean + 1));
    }

    [Fact]
    public void A_sum_of_Poissons_is_the_Poisson_of_the_sum()
    {
        PmfDemand sum = PmfDemand.Tabulate(new PoissonDemand(1.7), 1e-14).SumOver(5);
        var exact = new PoissonDemand(8.5);
        for (long k = 0; k < 30; k++)
        {
            Assert.Equal(exact.Probability(k), sum.Probability(k), 1e-12);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-0.2)]
    [InlineData(double.NaN)]
    public void Certainty_has_no_quantile(double probability)
    {
        foreach (DemandDistribution d in Families(5, 2))
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => d.Quantile(probability));
        }
    }

    [Fact]
    public void Certain_demand_is_a_normal_without_deviation()
    {
        var certain = new NormalDemand(10, 0);
        Assert.Equal((10.0, 0.0, 1.0, 2.0, 0.0), (certain.Quantile(0.99), certain.Cdf(9.99), certain.Cdf(10), certain.Loss(8), certain.Loss(12)));
    }
}
