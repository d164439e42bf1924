using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Experiments;
using EcomOps.Analytics.Ltv;
using EcomOps.Analytics.Segments;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Snippets.Packages;

public sealed class AnalyticsSnippets
{
    [Fact]
    public void Segments_and_lifetime_value()
    {
        LocalDate today = new(2026, 11, 24);
        DateTimeZone zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
        List<CustomerOrder> rows = Buying();
        #region Analytics
        CustomerOrders orders = CustomerOrders.From(rows, zone, Currency.Eur);
        RfmSegmentation segments = Rfm.Score(orders, asOf: today).Segment(RfmRuleSets.Shopify11);
        var chosen = ModelSelection.Run(orders, today);          // validation chooses, holdout reports, predictions rest on everything
        var value = new LifetimeValueModel(chosen.Model, GammaGammaModel.Fit(chosen.Histories));
        IReadOnlyList<CustomerValue> customers = value.ValueAll(chosen.Histories, LifetimeHorizon.PerYear(12, yearlyDiscount: 0.10));
        #endregion
        Assert.NotNull(segments);
        Assert.NotEmpty(customers);
        Assert.All(customers, customer => Assert.True(customer.LifetimeValue is { IsNegative: false } && customer.ProbabilityAlive is >= 0 and <= 1));
    }

    // Customers who buy at rates of their own and stay away after some purchase, as the model assumes.
    private static List<CustomerOrder> Buying()
    {
        Random random = new(7);
        List<CustomerOrder> rows = [];
        for (int customer = 0; customer < 400; customer++)
        {
            double daysBetween = 20 * Math.Exp(1.5 * random.NextDouble());
            double stays = 0.3 + (0.6 * random.NextDouble());
            double day = 60 * random.NextDouble();
            do
            {
                rows.Add(new CustomerOrder($"c{customer}", Instant.FromUtc(2025, 11, 1, 12, 0) + Duration.FromDays(day), Money.Eur(20 + random.Next(80))));
                day += -daysBetween * Math.Log(1 - random.NextDouble());
            }
            while (day < 380 && random.NextDouble() < stays);
        }

        return rows;
    }
}
