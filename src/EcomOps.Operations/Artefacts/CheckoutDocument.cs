using EcomOps.Operations.Documents;
using EcomOps.Operations.History;
using EcomOps.Operations.Steps;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>Artefact 6: the checkout step by step, where visitors leave it, and what the experiments say.</summary>
internal static class CheckoutDocument
{
    internal static Document Build(RunResults results) => new(
        "06-checkout",
        "Checkout flow and experiments",
        "What happens at each step of the checkout, how many visitors go on, and the result of each A/B test with a decision in words.",
        [
            new Heading(2, "Flow"),
            Flow(),
            Steps(),
            new Heading(2, "Where visitors leave"),
            .. Funnel(results),
            new Heading(2, "Guests"),
            Guests(results),
        ]);

    private static Diagram Flow() => new("flow", "From cart to order, with the ways out",
    [
        new("Customer", ["Cart", "Shipping", "Payment", "Confirmation"]),
        new("Platform", ["Reserve stock", "Promise a day", "Screen for fraud", "Place order"]),
        new("Partners", ["Primary gateway", "Fallback gateway"]),
    ],
    [
        new("Cart", "Reserve stock", "begin checkout"),
        new("Shipping", "Promise a day", "address, tier"),
        new("Payment", "Screen for fraud", "token"),
        new("Screen for fraud", "Primary gateway", "allowed"),
        new("Primary gateway", "Fallback gateway", "declined"),
        new("Fallback gateway", "Place order", "approved"),
        new("Place order", "Confirmation", "order number"),
    ]);

    private static Table Steps() => Table("Steps", "Step|The customer|The platform|When it fails",
    [
        ["Cart", "sees lines, discounts and an estimate of shipping", "prices the cart, holds stock for a limited time", "a line without stock is marked and offered for later"],
        ["Contact", "gives an e-mail address or signs in; an account is never required", "links the order to a customer number", "a guest goes on as guest"],
        ["Shipping", "gives the address, chooses a tier", "shows price and promised day per tier from the sites that have the stock", "no tier for the address: says so before payment"],
        ["Payment", "chooses a method, enters card data in the gateway's own fields", "screens the order, then authorises; asks for authentication where a rule or the issuer wants it", "declined: another gateway where the decline allows it, else another method; the cart stays"],
        ["Confirmation", "sees number, day and total", "commits the reservation, routes the order, sends `purchase` once", "an unknown payment shows *being confirmed*, never a second charge"],
    ]);

    private static IEnumerable<Block> Funnel(RunResults results)
    {
        if (results.Traffic.Of(results.Sales.Periods.Month) is not { } month)
        {
            yield return Gaps.Missing(results.History, "Sessions", "There are no visits, so nobody can tell where visitors leave.", "Connect web events.");
            yield break;
        }

        WebStep[] steps = [.. Enum.GetValues<WebStep>()];
        yield return new Chart("funnel", "Visits of the month by the step they reached", ChartKind.Funnel, [.. steps.Select(EventTracking.Name)], [new("Visits", [.. steps.Select(s => (double?)month.Reached[s])])]);
        (WebStep Step, double Rate, int Lost) worst = steps.Skip(4).Select(s => (s, (double)month.Reached[s] / Math.Max(1, month.Reached[s - 1]), month.Reached[s - 1] - month.Reached[s])).MinBy(x => x.Item2);
        yield return new Paragraph(
            $"{Percent(Ratio(month.Purchases, month.Visits), 2)} of {Number(month.Visits)} visits ended in an order, and {Percent(Ratio(month.Purchases, month.Reached[WebStep.BeginCheckout]))} of those that began the checkout. Inside the checkout most is lost before **{EventTracking.Name(worst.Step).ToLowerInvariant()}**: {Number(worst.Lost)} visits, {Percent(1 - worst.Rate)} of those that had come so far.");
    }

    private static Paragraph Guests(RunResults results)
    {
        PeriodSales month = results.Sales.Reported;
        return new($"{Number(month.GuestOrders)} of {Number(month.Orders)} orders of the month ({Percent(Ratio(month.GuestOrders, month.Orders))}) were placed without a customer number. They count in revenue and demand, not in customer figures.");
    }
}
