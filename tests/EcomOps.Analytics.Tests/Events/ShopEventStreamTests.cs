using EcomOps.Analytics.Events;
using EcomOps.Analytics.Funnels;
using EcomOps.Analytics.Metrics;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Tests.Events;

public sealed class ShopEventStreamTests
{
    private static readonly EventVisit Guest = new("anon-1", "s1") { Context = new EventContext { Campaign = new EventCampaign("google"), Device = "mobile" } };

    [Fact]
    public void A_visitor_who_signs_in_stays_one_person_and_robots_do_not_count()
    {
        ShopEvent[] events =
        [
            EventSamples.Purchase(visit: Guest with { UserId = "c1" }, at: EventSamples.Noon + Duration.FromMinutes(9)),
            ShopEvent.ProductViewed(Guest, EventSamples.Noon, EventSamples.Item()),
            ShopEvent.ProductViewed(new EventVisit("bot-1", "s2") { Context = new EventContext { IsBot = true } }, EventSamples.Noon, EventSamples.Item()),
            EventSamples.Purchase(visit: Guest with { UserId = "c1", Source = EventSource.Server }, at: EventSamples.Noon + Duration.FromMinutes(10)),
        ];
        IReadOnlyList<FunnelEvent> steps = events.ToFunnelEvents();
        Assert.Equal([("c1", "ProductViewed"), ("c1", "OrderCompleted")], steps.Select(s => (s.PersonId, s.Name)));
        Assert.Equal("google", steps[0].Properties!["channel"]);
        Assert.Equal(4 - 1, events.ToFunnelEvents(withFlagged: true).Count);
    }

    [Fact]
    public void Sessions_reach_their_deepest_step()
    {
        ShopEvent[] events =
        [
            ShopEvent.ProductAdded(Guest, EventSamples.Noon + Duration.FromMinutes(1), EventSamples.Item()),
            ShopEvent.ProductViewed(Guest, EventSamples.Noon, EventSamples.Item()),
            ShopEvent.ProductsSearched(Guest with { SessionId = "s2" }, EventSamples.Noon, "kettle"),
        ];
        Assert.Equal(
            [new SessionFact("s1", EventSamples.Noon, SessionStep.Cart, "google"), new SessionFact("s2", EventSamples.Noon, SessionStep.Visit, "google")],
            events.ToSessions().OrderBy(s => s.Id, StringComparer.Ordinal));
    }

    [Fact]
    public void Orders_carry_price_before_discount_and_cost_and_a_whole_refund_returns_every_line()
    {
        EventItem item = new("K", Money.Eur(18), 2) { Discount = Money.Eur(2), Margin = Money.Eur(8), Categories = ["Kitchen"] };
        ShopEvent order = ShopEvent.OrderCompleted(Guest, EventSamples.Noon, new EventOrder("O1") { Shipping = Money.Eur(4) }, item);
        ShopEvent refund = ShopEvent.OrderRefunded(Guest, EventSamples.Noon + Duration.FromDays(3), new EventOrder("O1"));
        OrderFact fact = Assert.Single(new[] { refund, order }.ToOrders());
        Assert.Equal(new OrderLineFact("K", 2, Money.Eur(20)) { Discount = Money.Eur(4), UnitCost = Money.Eur(10), Category = "Kitchen" }, Assert.Single(fact.Lines));
        Assert.Null(fact.CustomerId);
        RefundFact back = Assert.Single(new[] { refund, order }.ToRefunds());
        Assert.Equal(("O1", "K", 2L, Money.Eur(36), refund.OccurredAt), (back.OrderId!, back.Sku, back.Quantity, back.Value, back.At));
    }
}
