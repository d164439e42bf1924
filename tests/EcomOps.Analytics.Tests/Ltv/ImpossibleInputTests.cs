using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv;
using EcomOps.Core;

namespace EcomOps.Analytics.Tests.Ltv;

/// <summary>What cannot be is refused with a message, and what can be gives no NaN.</summary>
public sealed class ImpossibleInputTests
{
    private static readonly PurchaseModel[] Models = [new NbdModel(0.8, 6), new BgNbdModel(0.8, 6, 0.9, 2.5), new MbgNbdModel(0.8, 6, 0.9, 2.5), new ParetoNbdModel(0.8, 6, 0.9, 12), new BgBbModel(1.2, 0.75, 0.66, 2.8)];

    public static TheoryData<int, double, double> Impossible => new()
    {
        { 1, 11, 10 }, { 1, 5, -1 }, { 0, -1, 10 }, { -1, 0, 10 }, { 1, double.NaN, 10 }, { 1, 5, double.NaN }, { 1, 5, double.PositiveInfinity }, { 1, double.PositiveInfinity, double.PositiveInfinity },
    };

    [Theory]
    [MemberData(nameof(Impossible))]
    public void Histories_that_cannot_be_are_refused_everywhere(int frequency, double recency, double age)
    {
        var row = new RepeatSummary(frequency, recency, age);
        var message = Assert.Throws<ArgumentException>(() => RepeatSummaries.Of(TimeUnit.Week, [new(0, 0, 1), row])).Message;
        Assert.Contains("Row 1", message, StringComparison.Ordinal);
        Assert.Contains("0 <= recency <= age", message, StringComparison.Ordinal);
        foreach (PurchaseModel model in Models)
        {
            Assert.Throws<ArgumentException>(() => model.LogLikelihood(row));
            Assert.Throws<ArgumentException>(() => model.ProbabilityAlive(row));
            Assert.Throws<ArgumentException>(() => model.ExpectedPurchases(row, 13));
        }

        var value = new LifetimeValueModel(Models[1], new GammaGammaModel(6, 4, 15));
        Assert.Throws<ArgumentException>(() => value.LifetimeValue(row, Money.Eur(20), new(12)));
        Assert.Throws<ArgumentException>(() => value.PredictiveInterval(row, Money.Eur(20), new(12), seed: 1));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.PositiveInfinity)]
    public void Weights_parameters_and_spend_that_cannot_be_are_refused(double bad)
    {
        Assert.Throws<ArgumentException>(() => RepeatSummaries.Of(TimeUnit.Week, [new(0, 0, 1, bad)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GammaGammaModel(bad, 4, 15));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GammaGammaModel(6, bad, 15));
        Assert.Throws<ArgumentOutOfRangeException>(() => new GammaGammaModel(6, 4, bad));
        Assert.Throws<ArgumentException>(() => GammaGammaModel.Fit([new SpendObservation(2, bad)]));
        Assert.Throws<ArgumentException>(() => GammaGammaModel.Fit([new SpendObservation(2, 20, bad)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SbgModel(bad, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SbgModel(1, 1).DiscountedExpectedLifetime(bad));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ParetoNbdModel(1, 1, 1, bad));
        Assert.Throws<ArgumentException>(() => BgNbdModel.Fit(RepeatSummaries.Of(TimeUnit.Week, [new(1, 2, 3)]), [1, 1, 1, bad]));
    }

    [Theory]
    [InlineData(0, 0.01, 4.345)]
    [InlineData(12, -0.01, 4.345)]
    [InlineData(12, double.NaN, 4.345)]
    [InlineData(12, double.PositiveInfinity, 4.345)]
    [InlineData(12, 0.01, double.NaN)]
    [InlineData(12, 0.01, -1)]
    public void Horizons_that_cannot_be_are_refused(int months, double discount, double weeks)
    {
        var value = new LifetimeValueModel(Models[1], new GammaGammaModel(6, 4, 15));
        var horizon = new LifetimeHorizon(months, discount, weeks);
        Assert.Throws<ArgumentOutOfRangeException>(() => value.DiscountedPurchases(new(1, 5, 10), horizon));
        Assert.Throws<ArgumentOutOfRangeException>(() => value.PredictiveInterval(new(1, 5, 10), Money.Eur(20), horizon, seed: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => value.Interval(new(1, 5, 10), Money.Eur(20), horizon, seed: 1));
        foreach (double bad in (double[])[-1, double.NaN, double.PositiveInfinity])
        {
            Assert.All(Models, m => Assert.Throws<ArgumentOutOfRangeException>(() => m.ExpectedPurchases(bad)));
        }
    }

    [Fact]
    public void Shops_of_one_customer_and_of_equal_customers_have_values_and_intervals_without_NaN()
    {
        foreach ((string name, RepeatSummary[] rows, SpendObservation[] spends) in ((string, RepeatSummary[], SpendObservation[])[])
            [("one", [new(2, 8, 30)], [new(2, 20)]), ("equal", [.. Enumerable.Repeat(new RepeatSummary(3, 20, 26), 50)], [.. Enumerable.Repeat(new SpendObservation(3, 20), 50)]),
             ("bought to the last day", [.. Enumerable.Range(1, 40).Select(i => new RepeatSummary(i, i, i))], [.. Enumerable.Range(1, 40).Select(i => new SpendObservation(i, i))])])
        {
            RepeatSummaries data = RepeatSummaries.Of(TimeUnit.Week, rows);
            foreach (PurchaseModel purchases in (PurchaseModel[])[NbdModel.Fit(data), BgNbdModel.Fit(data), MbgNbdModel.Fit(data), ParetoNbdModel.Fit(data)])
            {
                var model = new LifetimeValueModel(purchases, GammaGammaModel.Fit(spends));
                Assert.InRange(model.DiscountedPurchases(rows[0], new(12, 0.01)), 0, 1e6);
                Money? value = model.LifetimeValue(rows[0], Money.Eur(20), new(12, 0.01));
                Assert.True(value is null || value.Value.Amount >= 0, $"{name} {purchases.Name} {value}");
                (Money low, Money high)? interval = model.Interval(rows[0], Money.Eur(20), new(12, 0.01), seed: 1, draws: 50);
                Assert.True(interval is null || interval.Value.low <= interval.Value.high, $"{name} {purchases.Name}");
                (Money least, Money most) = model.PredictiveInterval(rows[0], Money.Eur(20), new(12, 0.01), seed: 1, draws: 50);
                Assert.True(least.Amount >= 0 && least <= most, $"{name} {purchases.Name}");
            }
        }
    }
}
