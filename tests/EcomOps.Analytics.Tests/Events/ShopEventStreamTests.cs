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

    [Fact]
    public void A_refund_of_an_order_by_staff_or_robots_counts_as_little_as_the_order()
    {
        EventVisit staff = Guest with { Context = Guest.Context with { IsInternal = true } };
        ShopEvent order = EventSamples.Purchase(order: "T1", visit: staff), other = EventSamples.Purchase(order: "O1");
        ShopEvent refund = Refund("T1", 1), real = Refund("O1", 2);
        Assert.Equal(["O1", "O1"], new[] { order, refund, other, real }.ToRefunds().Select(r => r.OrderId!));
        Assert.Equal(["T1", "T1", "O1", "O1"], new[] { order, refund, other, real }.ToRefunds(withFlagged: true).Select(r => r.OrderId!));
    }

    [Fact]
    public void A_refund_without_its_order_is_booked_by_its_items_and_told()
    {
        ShopEvent[] events = [Refund("GONE", 1, EventSamples.Item()), Refund("GONE2", 2)];
        RefundFact fact = Assert.Single(events.ToRefunds());
        Assert.Equal(("GONE", Money.Eur(19.99m)), (fact.OrderId!, fact.Value));
        Assert.Equal([("refund_without_order", events[0].EventId), ("refund_without_order", events[1].EventId)], events.Audit().Select(i => (i.Code, i.Path)));
    }

    [Fact]
    public void What_is_told_twice_or_does_not_fit_is_told()
    {
        ShopEvent order = EventSamples.Purchase(order: "O1"), twice = EventSamples.Purchase(order: "O1", visit: EventSamples.Visit with { Source = EventSource.Server }, at: EventSamples.Noon + Duration.FromSeconds(1));
        ShopEvent half = Refund("O1", 1, EventSamples.Item()), tooMuch = Refund("O1", 2, EventSamples.Item(quantity: 2)), early = Refund("O1", -1, EventSamples.Item());
        ShopEvent dollars = Refund("O1", 3, new EventItem("K", Money.Usd(1)));
        Assert.Empty(new[] { order, half }.Audit());
        Assert.Equal(["event_repeated", "order_told_twice"], new[] { order, order, twice }.Audit().Select(i => i.Code));
        Assert.Equal(["refund_exceeds_order"], new[] { order, half, tooMuch }.Audit().Select(i => i.Code));
        Assert.Equal(["refund_before_order"], new[] { order, early }.Audit().Select(i => i.Code));
        Assert.Equal(["refund_currency_differs"], new[] { dollars, order }.Audit().Select(i => i.Code));
        Assert.All(new[] { order, order, dollars }.Audit(), i => Assert.Equal(Severity.Warning, i.Severity));
        Assert.Empty(Array.Empty<ShopEvent>().Audit());
    }

    private static ShopEvent Refund(string order, int hours, params IReadOnlyList<EventItem> items) =>
        ShopEvent.OrderRefunded(EventSamples.Visit, EventSamples.Noon + Duration.FromHours(hours), new EventOrder(order), items);
}
