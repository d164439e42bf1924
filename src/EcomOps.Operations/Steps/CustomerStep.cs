using EcomOps.Analytics.Cohorts;
using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Segments;
using EcomOps.Core;
using EcomOps.Operations.History;
using NodaTime;

namespace EcomOps.Operations.Steps;

/// <summary>Segments, cohorts and repeat rate of the known customers.</summary>
internal static class CustomerStep
{
    internal static RfmRuleSet Rules { get; } = RfmRuleSets.Shopify11;

    /// <summary>Null when the history knows no customer.</summary>
    internal static CustomerResults? Run(ShopHistory history)
    {
        CustomerOrders orders = Collect(history);
        if (orders.CustomerCount == 0)
        {
            return null;
        }

        RfmScores fifths = Rfm.Score(orders, history.Until, new RfmOptions { Scoring = RfmScoring.Quantile });
        if (fifths.Count == 0)
        {
            return null;
        }

        // Both days by the cut points of the later one, so that nobody moves because others did.
        var options = new RfmOptions { Scoring = RfmScoring.Fixed, Cuts = fifths.QuantileCuts() };
        RfmSegmentation now = Rfm.Score(orders, history.Until, options).Segment(Rules);
        LocalDate monthBefore = history.Until.PlusMonths(-1);
        RfmSegmentation? before = monthBefore > history.From ? Rfm.Score(orders, monthBefore, options).Segment(Rules) : null;
        return new(
            orders,
            now,
            before is { Scores.Count: > 0 } ? before : null,
            before is { Scores.Count: > 0 } ? SegmentMigration.Between(before, now) : null,
            CohortTable.Compute(orders, new CohortOptions { DataUntil = history.Until.PlusDays(-1) }),
            orders.RepeatRate(),
            Returns(history, now));
    }

    private static CustomerOrders Collect(ShopHistory history)
    {
        bool numbers = history.Customers.All(c => long.TryParse(c.Id, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out _));
        var builder = new CustomerOrdersBuilder(history.Zone, history.Currency, numbers ? CustomerIdOrder.Number : CustomerIdOrder.Text);
        foreach (ShopOrder order in history.Orders)
        {
            if (order.CustomerId is { } customer)
            {
                builder.Add(new CustomerOrder(customer, order.PlacedAt, new(order.Lines.Sum(l => l.UnitPrice.Amount * l.Quantity), history.Currency)));
            }
        }

        return builder.Build();
    }

    private static Dictionary<string, Money> Returns(ShopHistory history, RfmSegmentation segments)
    {
        var returns = new Dictionary<string, Money>(StringComparer.Ordinal);
        foreach (ReturnedLine line in history.Returns)
        {
            if (line.CustomerId is { } customer && segments.SegmentOf(customer) is { } segment)
            {
                returns[segment] = returns.GetValueOrDefault(segment, Money.Zero(history.Currency)) + line.Value;
            }
        }

        return returns;
    }
}
