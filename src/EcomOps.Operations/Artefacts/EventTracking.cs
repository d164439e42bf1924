using EcomOps.Analytics.Events;
using EcomOps.Analytics.Events.Projections;
using EcomOps.Operations.Documents;
using EcomOps.Operations.History;
using EcomOps.Operations.Steps;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>The tracking plan: which event each step of a visit sends, what it must carry, and how often it was seen.</summary>
internal static class EventTracking
{
    private static readonly (WebStep Step, ShopEventKind Kind)[] Plan =
    [
        (WebStep.ViewItem, ShopEventKind.ProductViewed),
        (WebStep.AddToCart, ShopEventKind.ProductAdded),
        (WebStep.BeginCheckout, ShopEventKind.CheckoutStarted),
        (WebStep.AddShippingInfo, ShopEventKind.ShippingInfoEntered),
        (WebStep.AddPaymentInfo, ShopEventKind.PaymentInfoEntered),
        (WebStep.Purchase, ShopEventKind.OrderCompleted),
    ];

    internal static IEnumerable<Block> Blocks(RunResults results)
    {
        MonthVisits? month = results.Traffic.Of(results.Sales.Periods.Month);
        MonthVisits? prior = results.Traffic.Of(results.Sales.Periods.Prior);
        IReadOnlyList<string> Row(WebStep step, string canonical, string google, string required) =>
            [Name(step), canonical, google, required, month is null ? None : Number(month.Reached[step]), Change(Growth(month?.Reached[step], prior?.Reached[step]))];
        yield return Table(
            "Events of a visit",
            "Step|Event|GA4 name|Must carry|Visits of the month#|Change on prior month#",
            [
                // GA4 begins sessions itself and reserves the name.
                Row(WebStep.Visit, "begins by itself", "session_start", "visitor, channel, device, consent"),
                .. Plan.Select(p => (p.Step, Event: TrackingPlan.Of(p.Kind))).Select(p => Row(p.Step, p.Event.Kind.ToString(), p.Event.Ga4Name ?? None, p.Event.MustCarry)),
            ]);
        yield return new BulletList(
        [
            "`value` is the sum of price times quantity, without tax and shipping, and never comes without `currency`.",
            "A refund sends `refund` with the order's `transaction_id`; it lowers the figures of the day of the refund.",
            "An order told by browser and server counts once, by its `transaction_id`; an event counts once, by its id.",
            "No event carries an e-mail address, a name, a postal address or a card number. Without consent to analytics nothing is sent.",
        ]);
        yield return new BulletList([.. TrackingPlan.Events.Where(e => Plan.All(p => p.Kind != e.Kind)).GroupBy(e => e.Ga4Name is null ? "Not known to GA4" : e.IsCustomAtGa4 ? "Own events at GA4" : "Also sent where they happen")
            .Select(g => $"{g.Key}: {string.Join(", ", g.Select(e => e.Ga4Name ?? e.SpecName))}.")]);
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
