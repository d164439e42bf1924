using EcomOps.Analytics.Events.Delivery;
using EcomOps.Analytics.Events.Internal;
using EcomOps.Analytics.Funnels;
using EcomOps.Analytics.Metrics;
using EcomOps.Core;

namespace EcomOps.Analytics.Events;

/// <summary>Canonical events as the input of funnels and metrics.</summary>
/// <remarks>
/// Repeats of an event id, and a second event that tells of the same order, are dropped (<see cref="EventLog"/>); robots and own staff are left out unless asked for. A person is the user id where one
/// of the visitor's events knows it, else the anonymous id. Pure and thread-safe.
/// </remarks>
public static class ShopEventStream
{
    /// <summary>Events for <see cref="FunnelReport"/>, named as <see cref="ShopEvent.Name"/>, with the properties <c>channel</c>, <c>device</c>, <c>source</c> and the shop's own.</summary>
    /// <param name="events">Events in any order.</param>
    /// <param name="withFlagged">Whether robots and own staff count.</param>
    /// <returns>Events by time, then by id.</returns>
    public static IReadOnlyList<FunnelEvent> ToFunnelEvents(this IEnumerable<ShopEvent> events, bool withFlagged = false)
    {
        EventPeople people = EventPeople.Of(events, withFlagged);
        return [.. people.Events.Select(e => new FunnelEvent(people.PersonOf(e), e.OccurredAt, e.Name(), e.EventId, EventFacts.Properties(e)))];
    }

    /// <summary>Sessions with the deepest step that each reached.</summary>
    /// <param name="events">Events in any order.</param>
    /// <param name="withFlagged">Whether robots and own staff count.</param>
    /// <returns>Sessions by their beginning; the channel is that of the first event that names one.</returns>
    public static IReadOnlyList<SessionFact> ToSessions(this IEnumerable<ShopEvent> events, bool withFlagged = false) =>
    [
        .. EventPeople.Of(events, withFlagged).Events.GroupBy(e => e.Visit.SessionId, StringComparer.Ordinal)
            .Select(s => new SessionFact(s.Key, s.First().OccurredAt, s.Max(EventFacts.StepOf), s.Select(EventFacts.ChannelOf).FirstOrDefault(c => c is not null))),
    ];

    /// <summary>Orders.</summary>
    /// <param name="events">Events in any order.</param>
    /// <param name="withFlagged">Whether robots and own staff count.</param>
    /// <returns>Orders by time; the unit cost is the price less the margin where that is known.</returns>
    public static IReadOnlyList<OrderFact> ToOrders(this IEnumerable<ShopEvent> events, bool withFlagged = false)
    {
        EventPeople people = EventPeople.Of(events, withFlagged);
        return [.. people.Events.Where(e => e is { Kind: ShopEventKind.OrderCompleted, Order: not null }).Select(e => EventFacts.Order(e, people.PersonOf(e)))];
    }

    /// <summary>Refunds of orders, one for each returned item, booked when they were made.</summary>
    /// <param name="events">Events in any order; a refund without items returns all items of its order, where that is among them. What cannot be booked so is told by <see cref="Audit"/>.</param>
    /// <param name="withFlagged">Whether refunds by, or of orders by, robots and own staff count.</param>
    /// <returns>Refunds by time.</returns>
    public static IReadOnlyList<RefundFact> ToRefunds(this IEnumerable<ShopEvent> events, bool withFlagged = false)
    {
        EventPeople people = EventPeople.Of(events, withFlagged: true);
        Dictionary<string, ShopEvent> orders = people.Orders();
        return
        [
            .. people.Events.Where(e => e is { Kind: ShopEventKind.OrderRefunded, Order: not null })
                .Select(e => (Refund: e, Order: orders.GetValueOrDefault(e.Order!.OrderId)))
                .Where(r => withFlagged || !(EventPeople.IsFlagged(r.Refund) || (r.Order is { } order && EventPeople.IsFlagged(order))))
                .SelectMany(r => EventFacts.Refunds(r.Refund, r.Order)),
        ];
    }

    /// <summary>What the events leave open or say twice, before figures are made of them.</summary>
    /// <param name="events">Events in any order.</param>
    /// <returns>
    /// Warnings by time, their path the event's id: <c>event_repeated</c> and <c>order_told_twice</c> (counted once), <c>refund_without_order</c> (booked by its own items; without items it cannot be booked),
    /// <c>refund_before_order</c>, <c>refund_currency_differs</c>, <c>refund_exceeds_order</c>.
    /// </returns>
    public static IReadOnlyList<Issue> Audit(this IEnumerable<ShopEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return StreamAudit.Of(events);
    }
}
