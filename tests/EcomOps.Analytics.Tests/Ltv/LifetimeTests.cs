using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv;
using EcomOps.Core;

namespace EcomOps.Analytics.Tests.Ltv;

public sealed class LifetimeTests
{
    [Fact]
    public void All_equal_data_give_finite_results_and_a_warning()
    {
        RepeatSummaries equal = RepeatSummaries.Of(TimeUnit.Week, Enumerable.Repeat(new RepeatSummary(0, 0, 10), 40));
        foreach (PurchaseModel model in (PurchaseModel[])[NbdModel.Fit(equal), BgNbdModel.Fit(equal), MbgNbdModel.Fit(equal), ParetoNbdModel.Fit(equal)])
        {
            Assert.True(model.Estimate!.IsDegenerate, model.Name);
            Assert.True(double.IsFinite(model.Estimate.LogLikelihood), model.Name);
            Assert.True(double.IsFinite(model.ExpectedPurchases(equal.Items[0], 12)), model.Name);
            Assert.InRange(model.ProbabilityAlive(equal.Items[0]), 0, 1);
        }
    }

    [Fact]
    public void One_customer_is_fitted_with_a_warning()
    {
        ModelFit fit = BgNbdModel.Fit(RepeatSummaries.Of(TimeUnit.Week, [new RepeatSummary(3, 8, 10)])).Estimate!;
        Assert.Contains(fit.Warnings, w => w.Code == "few_customers");
        Assert.DoesNotContain(fit.Parameters, p => double.IsNaN(p.Value) || p.StandardError is double.NaN);
    }

    [Fact]
    public void Another_time_unit_is_refused()
    {
        var model = new BgNbdModel(0.24, 4.4, 0.8, 2.4);
        Assert.Throws<ArgumentException>(() => model.ExpectedPurchases(RepeatSummaries.Of(TimeUnit.Day, [new RepeatSummary(1, 2, 3)]), 10));
    }

    [Fact]
    public void Impossible_histories_and_spend_are_refused()
    {
        Assert.Throws<ArgumentException>(() => RepeatSummaries.Of(TimeUnit.Week, [new RepeatSummary(1, 5, 3)]));
        Assert.Throws<ArgumentException>(() => GammaGammaModel.Fit([new SpendObservation(2, 0)]));
        Assert.Throws<ArgumentException>(() => NbdModel.Fit(RepeatSummaries.Of(TimeUnit.Week, [])));
        Assert.Throws<ArgumentException>(() => SbgModel.Fit([1000, 900, 950]));
    }

    [Fact]
    public void Spend_that_does_not_vary_is_foretold_as_it_is_and_spend_of_zero_is_left_out_with_a_warning()
    {
        var builder = new CustomerOrdersBuilder(NodaTime.DateTimeZone.Utc, Currency.Eur);
        var day = new NodaTime.LocalDate(2024, 1, 1);
        for (int c = 0; c < 40; c++)
        {
            for (int k = 0; k < 3; k++)
            {
                builder.Add($"{c}", day.PlusDays(k), Money.Eur(c == 7 ? 0 : 20));
            }
        }

        GammaGammaModel model = GammaGammaModel.Fit(builder.Build().ToRepeatSummaries(day.PlusDays(30)));
        Assert.Contains("1 customers", Assert.Single(model.Estimate!.Warnings, w => w.Code == "spend_not_positive").Message, StringComparison.Ordinal);
        Assert.True(model.Estimate.IsDegenerate);
        Assert.Equal(20, (double)model.ExpectedAverageSpend(2, Money.Eur(20))!.Value.Amount, 1);
        Assert.Null(model.SpendFrequencyCorrelation);
    }

    [Fact]
    public void Expected_purchases_pass_smoothly_through_a_equal_to_one()
    {
        double At(double a) => new BgNbdModel(0.3, 5, a, 2.5).ExpectedPurchases(new RepeatSummary(3, 20, 30), 39);
        Assert.Equal((At(0.999) + At(1.001)) / 2, At(1), 5);
    }

    [Fact]
    public void Pareto_time_alive_has_its_limit_at_s_equal_to_one()
    {
        double At(double s) => new ParetoNbdModel(0.5, 10, s, 12).ExpectedPurchases(39);
        Assert.Equal((At(0.9999) + At(1.0001)) / 2, At(1), 7);
    }

    [Property(MaxTest = 200)]
    public void Every_history_gives_finite_results(NonNegativeInt frequency, PositiveInt age, NonNegativeInt early)
    {
        double t = age.Get % 500, last = frequency.Get == 0 ? 0 : Math.Max(0, t - (early.Get % 50));
        var history = new RepeatSummary(frequency.Get % 1000, last, t);
        foreach (PurchaseModel model in (PurchaseModel[])[new BgNbdModel(0.24, 4.4, 0.8, 2.4), new MbgNbdModel(0.52, 6.2, 0.9, 1.6), new ParetoNbdModel(0.55, 10.6, 0.6, 11.7), new ParetoNbdModel(0.55, 11.7, 0.6, 0.01)])
        {
            Assert.True(double.IsFinite(model.LogLikelihood(history)), model.Name);
            Assert.InRange(model.ProbabilityAlive(history), 0, 1);
            Assert.InRange(model.ExpectedPurchases(history, 39), 0, 1e6);
        }
    }

    [Fact]
    public void The_interval_of_a_value_holds_the_value_and_repeats_with_its_seed()
    {
        var random = new Random(3);
        RepeatSummaries data = RepeatSummaries.Of(TimeUnit.Week, Enumerable.Range(0, 600).Select(_ =>
        {
            int x = random.NextDouble() < 0.5 ? 0 : random.Next(1, 6);
            return new RepeatSummary(x, x == 0 ? 0 : 5 + (20 * random.NextDouble()), 30);
        }));
        var model = new LifetimeValueModel(NbdModel.Fit(data), new GammaGammaModel(6.2, 3.7, 15.4));
        var history = new RepeatSummary(2, 20, 30);
        var horizon = LifetimeHorizon.PerYear(12, 0.1);
        Money value = model.LifetimeValue(history, Money.Eur(25), horizon)!.Value;
        (Money Low, Money High)? interval = model.Interval(history, Money.Eur(25), horizon, seed: 1);
        Assert.True(interval!.Value.Low < value && value < interval.Value.High);
        Assert.Equal(interval, model.Interval(history, Money.Eur(25), horizon, seed: 1));
    }
}
