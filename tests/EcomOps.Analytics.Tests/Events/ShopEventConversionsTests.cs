using EcomOps.Analytics.Events;
using EcomOps.Analytics.Metrics;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Tests.Events;

public sealed class ShopEventConversionsTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly ReportPeriod ThreeDays = new(new LocalDate(2026, 11, 26), new LocalDate(2026, 11, 28));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Declared_metrics_over_events_equal_those_over_session_facts(int seed)
    {
        ShopEvent[] events = Week(seed);
        ShopFacts facts = ShopFacts.Of(Berlin, Currency.Eur, [], sessions: events.ToSessions());
        IReadOnlyDictionary<string, ConversionReport> reports = MetricRegistry.Standard.Conversions(events, ThreeDays, Berlin, "channel");
        Metric[] declared = [.. MetricRegistry.Standard.Metrics.Where(m => m.Kind == MetricKind.Conversion)];
        Assert.Equal(declared.Select(m => m.Id), reports.Keys);
        Assert.Equal(7, declared.Length);
        foreach (Metric metric in declared)
        {
            ConversionReport report = reports[metric.Id];
            Assert.Equal(facts.Value(metric, ThreeDays), report.Value);
            Assert.InRange(report.Total.Conversions, 1, report.Total.Bases - 1);
            foreach (string channel in (string[])["google", "mail", FactFilter.Unknown])
            {
                Assert.Equal(facts.Value(metric, ThreeDays, FactFilter.Of(FactDimension.Channel, channel)), report.ValueOf(report.Groups[channel]));
            }
        }
    }

    [Fact]
    public void A_lost_step_is_implied_by_a_later_one()
    {
        EventVisit visit = new("anon-1", "s1");
        ShopEvent[] events = [ShopEvent.ProductViewed(visit, EventSamples.Noon, EventSamples.Item()), EventSamples.Purchase(visit: visit, at: EventSamples.Noon + Duration.FromMinutes(4))];
        IReadOnlyDictionary<string, ConversionReport> reports = MetricRegistry.Standard.Conversions(events, ThreeDays, Berlin);
        Assert.Equal(new ConversionCounts(1, 1, Duration.FromMinutes(4)), reports["view_to_cart"].Total);
        Assert.Equal(new ConversionCounts(1, 1, Duration.Zero), reports["payment_to_order"].Total);
        Assert.Equal(0m, reports["cart_abandonment"].Value);
    }

    [Fact]
    public void A_metric_of_the_shops_own_counts_visitors_across_sessions()
    {
        EventVisit first = new("anon-1", "s1"), second = new("anon-1", "s2", "c1"), other = new("anon-2", "s3");
        ShopEvent[] events =
        [
            ShopEvent.ProductViewed(first, EventSamples.Noon, EventSamples.Item()),
            EventSamples.Purchase(visit: second, at: EventSamples.Noon + Duration.FromDays(6)),
            ShopEvent.ProductViewed(other, EventSamples.Noon, EventSamples.Item()),
        ];
        MetricRegistry registry = MetricRegistry.Standard.With(
            Metric.OfConversion("view_to_order_7d", "View to order, 7 days", "Visitors who order within 7 days of a product view.", new("visitor", "view", "order", Duration.FromDays(7))),
            Metric.OfConversion("own_names", "Own names", "The same by the names of the events.", new("customer", "ProductViewed", "OrderCompleted", Duration.FromDays(5))));
        IReadOnlyDictionary<string, ConversionReport> reports = registry.Conversions(events, ThreeDays, Berlin);
        Assert.Equal(new ConversionCounts(2, 1, Duration.Zero), reports["view_to_order_7d"].Total with { MedianTime = Duration.Zero });
        Assert.Equal(Duration.FromDays(6), ConversionReport.Compute(events.ToConversionEvents("visitor"), new("visitor", "ProductViewed", "OrderCompleted")).Total.MedianTime);
        Assert.Equal(new ConversionCounts(1, 0, null), reports["own_names"].Total);
        Assert.Equal(0m, reports["conversion_rate"].Value);
        Assert.Null(registry["own_names"].Compute(new PeriodTotals()));
        Assert.Throws<ArgumentException>(() => events.ToConversionEvents("household"));
    }

    // A week of sessions, some past midnight, some without the events of steps between, robots among them.
    private static ShopEvent[] Week(int seed)
    {
        var random = new Random(seed);
        List<ShopEvent> events = [];
        for (int s = 0; s < 900; s++)
        {
            EventVisit visit = new($"anon-{random.Next(400)}", $"s{s}")
            {
                Context = new EventContext { IsBot = random.Next(20) == 0, Campaign = random.Next(3) switch { 0 => new EventCampaign("google"), 1 => new EventCampaign("mail"), _ => null } },
            };
            Instant at = Instant.FromUtc(2026, 11, 24, 0, 0) + Duration.FromMinutes(random.Next(7 * 24 * 60));
            int deepest = random.Next(7);
            events.Add(ShopEvent.ProductsSearched(visit, at, "kettle"));
            for (int step = 1; step <= deepest; step++)
            {
                at += Duration.FromMinutes(random.Next(20));
                if (step == deepest || random.Next(4) > 0)
                {
                    events.Add(Step(step, visit with { Context = random.Next(2) == 0 ? visit.Context : visit.Context with { Campaign = null } }, at, s));
                }
            }

            if (random.Next(3) == 0)
            {
                events.Add(ShopEvent.ProductAdded(visit, at + Duration.FromMinutes(1), EventSamples.Item(3)));
            }
        }

        return [.. events];
    }

    private static ShopEvent Step(int step, EventVisit visit, Instant at, int session) => step switch
    {
        1 => ShopEvent.ProductViewed(visit, at, EventSamples.Item()),
        2 => ShopEvent.ProductAdded(visit, at, EventSamples.Item()),
        3 => ShopEvent.Of(ShopEventKind.CheckoutStarted, visit, at, [EventSamples.Item()]),
        4 => ShopEvent.Of(ShopEventKind.ShippingInfoEntered, visit, at, [EventSamples.Item()]),
        5 => ShopEvent.Of(ShopEventKind.PaymentInfoEntered, visit, at, [EventSamples.Item()]),
        _ => EventSamples.Purchase(order: $"O-{session}", visit: visit, at: at),
    };
}
