using EcomOps.Analytics.Events.Delivery;
using EcomOps.Core;

namespace EcomOps.Analytics.Events.Internal;

/// <summary>Repetitions, and refunds that do not fit their orders.</summary>
internal static class StreamAudit
{
    internal static IReadOnlyList<Issue> Of(IEnumerable<ShopEvent> events)
    {
        List<Issue> issues = [];
        EventLog log = new();
        List<ShopEvent> refunds = [];
        Dictionary<string, ShopEvent> orders = new(StringComparer.Ordinal);
        foreach (ShopEvent e in events.Order(ShopEventOrder.Instance))
        {
            switch (log.Add(e))
            {
                case LogOutcome.Duplicate:
                    Warn(issues, "event_repeated", e, "An event of this id was told before; it counts once.");
                    continue;
                case LogOutcome.OrderAlreadyTold:
                    Warn(issues, "order_told_twice", e, "Another event told of this order before; it counts once.");
                    continue;
            }

            if (e is { Kind: ShopEventKind.OrderCompleted, Order: not null })
            {
                orders[e.Order.OrderId] = e;
            }
            else if (e is { Kind: ShopEventKind.OrderRefunded, Order: not null })
            {
                refunds.Add(e);
            }
        }

        Dictionary<string, decimal> refunded = new(StringComparer.Ordinal);
        foreach (ShopEvent refund in refunds)
        {
            if (orders.TryGetValue(refund.Order!.OrderId, out ShopEvent? order))
            {
                Fit(issues, refund, order, refunded);
            }
            else
            {
                Warn(issues, "refund_without_order", refund, refund.Items.Count > 0 ? "The order is not among the events; the refund is booked by its own items." : "The order is not among the events and the refund names no items: it cannot be booked.");
            }
        }

        return issues;
    }

    private static void Fit(List<Issue> issues, ShopEvent refund, ShopEvent order, Dictionary<string, decimal> refunded)
    {
        if (refund.OccurredAt < order.OccurredAt)
        {
            Warn(issues, "refund_before_order", refund, "The refund lies before its order; look at the clocks.");
        }

        Money? returned = refund.Items.Count > 0 ? ShopEventCheck.ValueOf(refund.Items) : ShopEventCheck.ValueOf(order.Items);
        if (returned is not { } value || ShopEventCheck.ValueOf(order.Items) is not { } bought)
        {
            return;
        }

        if (value.Currency != bought.Currency)
        {
            Warn(issues, "refund_currency_differs", refund, "Order and refund are in different currencies.");
            return;
        }

        string id = order.Order!.OrderId;
        decimal before = refunded.GetValueOrDefault(id);
        if (before > bought.Amount - value.Amount)
        {
            Warn(issues, "refund_exceeds_order", refund, "The refunds of this order add up to more than it was worth.");
        }

        // Never more than one order's worth over: sums stay in range.
        refunded[id] = Math.Min(bought.Amount, before) + Math.Min(bought.Amount, value.Amount);
    }

    private static void Warn(List<Issue> issues, string code, ShopEvent e, string message) => issues.Add(new Issue(code, e.EventId, message, Severity.Warning));
}
