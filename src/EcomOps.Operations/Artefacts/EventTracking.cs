using EcomOps.Operations.Documents;
using EcomOps.Operations.History;
using EcomOps.Operations.Steps;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>The tracking plan: which event each step of a visit sends, what it must carry, and how often it was seen.</summary>
internal static class EventTracking
{
    private static readonly (WebStep Step, string Canonical, string Google, string Required)[] Plan =
    [
        (WebStep.Visit, "session start", "session_start", "visitor, channel, device, consent"),
        (WebStep.ViewItem, "ProductViewed", "view_item", "items; currency and value"),
        (WebStep.AddToCart, "ProductAdded", "add_to_cart", "items; currency and value"),
        (WebStep.BeginCheckout, "CheckoutStarted", "begin_checkout", "items; currency and value"),
        (WebStep.AddShippingInfo, "ShippingInfoEntered", "add_shipping_info", "items, shipping_tier; currency and value"),
        (WebStep.AddPaymentInfo, "PaymentInfoEntered", "add_payment_info", "items, payment_type; currency and value"),
        (WebStep.Purchase, "OrderCompleted", "purchase", "transaction_id, currency, value, items"),
    ];

    internal static IEnumerable<Block> Blocks(RunResults results)
    {
        MonthVisits? month = results.Traffic.Of(results.Sales.Periods.Month);
        MonthVisits? prior = results.Traffic.Of(results.Sales.Periods.Prior);
        yield return Table("Events of a visit", "Step|Event|GA4 name|Must carry|Visits of the month#|Change on prior month#", Plan.Select(p => (IReadOnlyList<string>)
        [
            Name(p.Step), p.Canonical, p.Google, p.Required, month is null ? None : Number(month.Reached[p.Step]),
            Change(Growth(month?.Reached[p.Step], prior?.Reached[p.Step])),
        ]));
        yield return new BulletList(
        [
            "`value` is the sum of price times quantity, without tax and shipping, and never comes without `currency`.",
            "A refund sends `refund` with the order's `transaction_id`; it lowers the figures of the day of the refund.",
            "An order told by browser and server counts once, by its `transaction_id`; an event counts once, by its id.",
            "No event carries an e-mail address, a name, a postal address or a card number. Without consent to analytics nothing is sent.",
        ]);
        if (month is not null && results.Sales.Of(month.Month) is { } sales)
        {
            int web = results.History.Sessions.Count(s => s.OrderId is not null && Of(s, results) == month.Month);
            yield return new Paragraph($"Check of completeness: {Number(web)} visits of the month name the order they ended in; the month has {Number(sales.Orders)} orders over all channels.");
        }
    }

    internal static string Name(WebStep step) => step switch
    {
        WebStep.Visit => "Visit",
        WebStep.ViewItem => "Product viewed",
        WebStep.AddToCart => "Added to cart",
        WebStep.BeginCheckout => "Checkout begun",
        WebStep.AddShippingInfo => "Shipping chosen",
        WebStep.AddPaymentInfo => "Payment data given",
        _ => "Order placed",
    };

    private static NodaTime.YearMonth Of(WebSession session, RunResults results)
    {
        NodaTime.LocalDate day = session.StartedAt.InZone(results.History.Zone).Date;
        return new(day.Year, day.Month);
    }
}
