using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Forecasting;
using EcomOps.Inventory.Replenishment;
using FsCheck;
using FsCheck.Xunit;
using NodaTime;

namespace EcomOps.Inventory.Tests.Planning.Replenishment;

public sealed class SafetyStockTests
{
    private static readonly Forecast Weekly = Forecaster.Automatic.Forecast(
        DemandSeries.Weekly(new LocalDate(2026, 1, 5), Enumerable.Range(0, 60).Select(i => 20.0 + (7 * i % 11))), 8);

    [Fact]
    public void A_promise_costs_stock_in_one_line()
    {
        ReorderPoint point = SafetyStock.For(Weekly).Over(LeadTime.Days(14)).Reaching(ServiceLevel.Cycle(0.97));
        Assert.True(point.Units > Weekly.Total(2).Mean);
        Assert.True(point.CycleService >= 0.97);
        Assert.Equal(point.Level - Weekly.Total(2).Mean, point.SafetyStock, 9);
    }

    [Fact]
    public void A_random_lead_time_is_the_mixture_of_its_cases()
    {
        // L is 1 or 3 weeks; Poisson(2) a week: P(D <= 5) = (F_2(5) + F_6(5)) / 2, tables of the Poisson distribution.
        PmfDemand week = PmfDemand.Tabulate(new PoissonDemand(2), 1e-13);
        DemandDistribution demand = LeadTimeDemand.Over(week, new Dictionary<int, double> { [1] = 0.5, [3] = 0.5 });
        Assert.Equal((0.98344 + 0.44568) / 2, demand.Cdf(5), 1e-5);
        Assert.Equal(4, demand.Mean, 1e-9);

        // Variance: mean L times variance plus mean squared times variance of L = 2 * 2 + 4 * 1.
        Assert.Equal(8, demand.Variance, 1e-8);
    }

    [Property(MaxTest = 50)]
    public void More_service_longer_or_less_certain_delivery_never_need_less(PositiveInt a, PositiveInt b)
    {
        double low = 0.5 + (a.Get % 40) / 100.0, high = low + 0.05, days = b.Get % 40;
        double Level(LeadTime time, double service) => SafetyStock.For(Weekly).Over(time).Reaching(ServiceLevel.Cycle(service)).Level;
        Assert.True(Level(LeadTime.Days(days), low) <= Level(LeadTime.Days(days), high) + 1e-6);
        Assert.True(Level(LeadTime.Days(days), high) <= Level(LeadTime.Days(days + 7), high) + 1e-6);
    }

    [Fact]
    public void A_random_lead_time_needs_more_than_its_mean()
    {
        double Level(double deviation) => SafetyStock.For(Weekly).Over(LeadTime.Of(14, deviation)).Reaching(ServiceLevel.Cycle(0.95)).Level;
        Assert.True(Level(7) > Level(3) && Level(3) > Level(0));
    }

    [Fact]
    public void A_fill_rate_needs_less_stock_than_the_same_cycle_service_when_orders_are_large()
    {
        ProtectedDemand demand = SafetyStock.ForDemand(new NormalDemand(5000, 707));
        Assert.True(demand.Reaching(ServiceLevel.FillRate(0.975), 10_000).Level < demand.Reaching(ServiceLevel.Cycle(0.975)).Level - 1000);
        Assert.Equal(0.975, demand.FillRate(demand.Reaching(ServiceLevel.FillRate(0.975), 10_000).Level, 10_000), 1e-9);
    }

    [Fact]
    public void Lead_time_zero_with_continuous_review_needs_nothing() =>
        Assert.Equal(0, SafetyStock.For(Weekly).Over(LeadTime.Days(0)).Reaching(ServiceLevel.Cycle(0.99)).Level);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1.2)]
    [InlineData(double.NaN)]
    public void Impossible_promises_are_refused_with_the_reason(double target) =>
        Assert.Contains("infinite stock", Assert.Throws<ArgumentOutOfRangeException>(() => ServiceLevel.FillRate(target)).Message, StringComparison.Ordinal);

    [Fact]
    public void Days_need_a_calendar()
    {
        Forecast bare = Forecaster.Automatic.Forecast(DemandSeries.Of([3, 4, 5, 3, 4, 5, 6]), 4);
        Assert.Throws<InvalidOperationException>(() => SafetyStock.For(bare).Over(LeadTime.Days(14)));
        Assert.True(SafetyStock.For(bare).Over(LeadTime.Periods(2)).Reaching(ServiceLevel.Cycle(0.9)).Level > 8);
    }
}
