using EcomOps.Analytics.Ltv;

namespace EcomOps.Analytics.Tests.Degenerate;

/// <summary>Currencies whose unit is worth little: the same shop in rupiah gives the same shapes and a scale in rupiah.</summary>
public sealed class SpendInSmallUnitsTests
{
    [Theory]
    [InlineData(17_000)]
    [InlineData(100_000_000)]
    [InlineData(1e-9)]
    public void The_unit_of_the_currency_changes_the_scale_only(double rate)
    {
        // Drawn from the model itself (p = 2, q = 4, v = 60), so that its parameters are well determined.
        Random random = new(5);
        double Gamma(int shape) => Enumerable.Range(0, shape).Sum(_ => -Math.Log(1 - random.NextDouble()));
        List<SpendObservation> euros = [];
        for (int i = 0; i < 2000; i++)
        {
            int x = random.Next(1, 6);
            euros.Add(new SpendObservation(x, Gamma(2 * x) / (Gamma(4) / 60) / x, 1 + (i % 2)));
        }

        GammaGammaModel inEuro = GammaGammaModel.Fit(euros), inOther = GammaGammaModel.Fit(euros.Select(e => e with { Average = e.Average * rate }));
        Assert.InRange(inEuro.Q, 3, 5.5);
        Assert.Equal(1, inOther.P / inEuro.P, 2);
        Assert.Equal(1, inOther.Q / inEuro.Q, 2);
        Assert.Equal(1, inOther.V / inEuro.V / rate, 2);
        Assert.Equal(1, inOther.Estimate!.Parameters[2].StandardError!.Value / inEuro.Estimate!.Parameters[2].StandardError!.Value / rate, 2);

        // A density over z in other units is divided by the rate for each customer.
        double weight = euros.Sum(e => e.Weight);
        Assert.Equal(inEuro.Estimate.LogLikelihood - (weight * Math.Log(rate)), inOther.Estimate.LogLikelihood, 3);
    }
}
