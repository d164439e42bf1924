using EcomOps.Core;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Forecasting;
using EcomOps.Inventory.Purchasing;
using EcomOps.Inventory.Replenishment;
using NodaTime;

namespace EcomOps.Inventory.Tests.Planning.Purchasing;

public sealed class WhatIfTests
{
    private static readonly LocalDate Today = new(2026, 11, 23);
    private static readonly WhatIf Curves = new(new PlanningOptions(Today));

    // Independent Poisson weeks, so that the steady state can be simulated.
    private static PlanningItem Item(string sku, double weekly, decimal price, double leadWeeks = 2)
    {
        DemandDistribution[] weeks = [.. Enumerable.Repeat((DemandDistribution)new PoissonDemand(weekly), 8)];
        DemandDistribution[] totals = [.. Enumerable.Range(1, 8).Select(n => (DemandDistribution)new PoissonDemand(n * weekly))];
        return new PlanningItem(sku, Forecast.FromDistributions("Poisson", weeks, totals, DemandPeriod.Week), new SupplierTerms("Acme", LeadTime.Days(7 * leadWeeks)), Money.Eur(4)) { UnitPrice = Money.Eur(price) };
    }

    [Fact]
    public void Fill_rate_and_stock_by_service_agree_with_a_simulation()
    {
        ServicePoint point = Assert.Single(Curves.ByService([Item("MUG", 9, 10)], [0.9]));
        var random = new Random(7);
        long level = (long)new PoissonDemand(27).Quantile(0.9), net = level;
        var pipeline = new Queue<long>([0L, 0L]);
        double demand = 0, served = 0, stock = 0;
        const int weeks = 200_000;
        for (int t = 0; t < weeks; t++)
        {
            pipeline.Enqueue(level - net - pipeline.Sum());
            net += pipeline.Dequeue();
            double after = Math.Max(0, net);
            int d = 0;
            for (double product = random.NextDouble(); product > Math.Exp(-9); product *= random.NextDouble())
            {
                d++;
            }

            demand += d;
            served += Math.Min(d, Math.Max(0, net));
            net -= d;
            stock += (after + Math.Max(0, net)) / 2;
        }

        Assert.Equal(served / demand, point.FillRate, 0.002);
        Assert.Equal(stock / weeks, point.MeanStock, 0.1);
        Assert.Equal((1 - (served / demand)) * 9 * 365 / 7, point.ShortPerYear, 1.5);
        Assert.Equal((double)(point.StockValue.Amount / 4), point.MeanStock, 0.01);
    }

    [Theory]
    [InlineData(0.8, 3)]
    [InlineData(40, 2.5)]
    [InlineData(2_500, 60)]
    public void A_curve_over_many_levels_gives_the_figures_of_each_level_alone(double weekly, double overdispersion)
    {
        DemandDistribution Over(double weeks) => NegativeBinomialDemand.FromMoments(weekly * weeks, weekly * weeks * overdispersion);
        PlanningItem item = new("MUG", Forecast.FromDistributions("negative binomial", [.. Enumerable.Repeat(Over(1), 30)], [.. Enumerable.Range(1, 30).Select(n => Over(n))], DemandPeriod.Week), new SupplierTerms("Acme", LeadTime.Of(21, 9)), Money.Eur(4)) { UnitPrice = Money.Eur(9) };
        double[] levels = [0.99, 0.5, 0.9999, 0.8, 0.95, 0.9];
        IReadOnlyList<ServicePoint> together = Curves.ByService([item], levels);
        for (int i = 0; i < levels.Length; i++)
        {
            ServicePoint alone = Assert.Single(Curves.ByService([item], [levels[i]]));
            Assert.Equal(alone.SafetyStock, together[i].SafetyStock);
            Assert.Equal(alone.MeanStock, together[i].MeanStock, 1e-7 * alone.MeanStock);
            Assert.Equal(alone.ShortPerYear, together[i].ShortPerYear, 1e-7 * Math.Max(1, weekly));
            Assert.Equal(alone.StockValue, together[i].StockValue);
        }
    }

    [Fact]
    public void More_service_costs_more_stock_and_misses_less()
    {
        IReadOnlyList<ServicePoint> points = Curves.ByService([Item("MUG", 9, 10), Item("TEE", 3, 25)]);
        Assert.Equal(points.OrderBy(p => p.Service), points);
        Assert.Equal(points.OrderBy(p => p.StockValue.Amount), points);
        Assert.Equal(points.OrderBy(p => p.FillRate), points);
    }

    [Fact]
    public void A_longer_lead_time_needs_a_higher_reorder_point()
    {
        IReadOnlyList<LeadTimePoint> points = Curves.ByLeadTime(Item("MUG", 9, 10), [0, 7, 14, 28]);
        Assert.Equal([0.0, 7, 14, 28], points.Select(p => p.Days));

        // Class C and Y: 90 % of demand over lead time and the review week.
        Assert.Equal([13L, 24, 34, 54], points.Select(p => p.ReorderPoint));
    }

    [Fact]
    public void More_budget_gains_more_and_never_spends_more_than_there_is()
    {
        IReadOnlyList<BudgetPoint> points = Curves.ByBudget([Item("MUG", 9, 10), Item("TEE", 3, 25)]);
        Assert.Equal(11, points.Count);
        Assert.All(points, p => Assert.True(p.Spent <= p.Budget));
        Assert.Equal(points.OrderBy(p => p.ExpectedGain.Amount), points);
        Assert.Equal(points.OrderBy(p => p.FillRate), points);
        Assert.Equal((0m, 0), (points[0].ExpectedGain.Amount, points[0].Lines));
        Assert.InRange(points[^1].FillRate, 0.97, 1);
    }

    [Fact]
    public void Money_of_two_currencies_has_no_curve() =>
        Assert.Throws<ArgumentException>(() => Curves.ByService([Item("MUG", 9, 10), Item("TEE", 3, 25) with { UnitCost = Money.Usd(4), UnitPrice = null }]));

    [Fact]
    public void No_item_no_point() => Assert.Empty(Curves.ByService([]));
}
