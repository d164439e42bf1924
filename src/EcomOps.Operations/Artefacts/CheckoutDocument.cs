using EcomOps.Analytics.Funnels;
using EcomOps.Operations.Documents;
using EcomOps.Operations.History;
using EcomOps.Operations.Runs;
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
            new Heading(2, "Experiments"),
            .. Experiments(results),
            new Heading(2, "Bought together"),
            .. BoughtTogether(results),
            new Heading(2, "Guests"),
            Guests(results),
        ]);

    internal static OutputTable Pairs(RunResults results) => new("06-bought-together", ["sku", "with_sku", "orders", "support", "confidence", "lift"],
        [.. results.Baskets.Rules.Select(r => (IReadOnlyList<string>)
            [r.Antecedent[0], r.Consequent, Plain(r.Count), Plain(Math.Round(r.Support, 6)), Plain(Math.Round(r.Confidence, 6)), Plain(Math.Round(r.Lift, 4))])]);

    private static IEnumerable<Block> BoughtTogether(RunResults results)
    {
        BasketResults baskets = results.Baskets;
        string rule = $"A pair counts when at least {Count(baskets.LeastOrders, "order")} hold both, at least {Percent(baskets.LeastConfidence)} of the first item's orders hold the second, and that is at least 1.5 times what the second item's popularity alone would give.";
        if (baskets.Rules.Count == 0)
        {
            yield return new Paragraph($"None of the {Count(baskets.Baskets, "order")} with several items shows a pair that is bought together often enough to suggest one with the other. {rule}");
            yield break;
        }

        Dictionary<string, string> titles = results.History.Products.ToDictionary(p => p.Sku.Value, p => p.Title, StringComparer.Ordinal);
        string Named(string sku) => $"{titles.GetValueOrDefault(sku, sku)} ({sku})";
        yield return new Paragraph($"What the cart page may suggest, from {Count(baskets.Baskets, "order")} with several items. {rule} All {Number(baskets.Rules.Count)} pairs are in 06-bought-together.csv.");
        yield return Table("The twenty strongest pairs", "Whoever buys|also buys|Orders#|Of the first item's orders#|Times as often as by popularity#", baskets.Rules.Take(20).Select(r => (IReadOnlyList<string>)
            [Named(r.Antecedent[0]), Named(r.Consequent), Number(r.Count), Percent(r.Confidence), Number(r.Lift)]));
    }

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
        if (results.Funnel is not { } funnel)
        {
            yield return Gaps.Missing(results.History, "Sessions", "There are no visits, so nobody can tell where visitors leave.", "Connect web events.");
            yield break;
        }

        IReadOnlyList<FunnelStepResult> steps = funnel.Report.Steps;
        FunnelStepResult Of(WebStep step) => steps[(int)step];
        yield return FunnelBlocks.Chart(funnel);
        int worst = Enumerable.Range((int)WebStep.AddShippingInfo, steps.Count - (int)WebStep.AddShippingInfo).MinBy(s => steps[s].StepRate ?? 1);
        yield return new Paragraph(
            $"{Percent(steps[^1].OverallRate, 2)} of {Number(steps[0].Persons)} visits ended in an order, and {Percent(Ratio(steps[^1].Persons, Of(WebStep.BeginCheckout).Persons))} of those that began the checkout. Inside the checkout most is lost before **{steps[worst].Step.ToLowerInvariant()}**: {Number(steps[worst - 1].Persons - steps[worst].Persons)} visits, {Percent(1 - steps[worst].StepRate)} of those that had come so far.");
        foreach (Block block in FunnelBlocks.Why(funnel))
        {
            yield return block;
        }
    }

    private static IEnumerable<Block> Experiments(RunResults results)
    {
        if (results.Experiments.Count == 0)
        {
            yield return Gaps.Missing(results.History, "Experiments", "There is no A/B test to judge.", "Record experiments and which variant each visit saw.");
            yield break;
        }

        yield return new Paragraph("The unit is the visitor. Differences are relative to the control with 95 % intervals (Welch); revenue counts visitors who bought nothing as zero. A visitor who saw two variants is left out. When the split is not the planned one (p below 0.001), nothing is decided.");
        foreach (ExperimentResult result in results.Experiments.Judged)
        {
            yield return new Heading(3, result.Experiment.Name);
            yield return new Paragraph($"**{Decision(result)}** Hypothesis: {result.Experiment.Hypothesis} Ran from {Day(result.Experiment.From)} to {Day(result.Experiment.Until.PlusDays(-1))}{(result.Mixed > 0 ? $"; {Count(result.Mixed, "visitor")} saw more than one variant" : string.Empty)}; split as planned: {(result.Split.IsMismatch ? "**no**" : "yes")} ({PValue(result.Split.PValue)}).");
            yield return Table("Variants", "Variant|Visitors#|Ordered#|Share#|Difference|Revenue a visitor#|Difference", result.Variants.Select(v => (IReadOnlyList<string>)
            [
                v.Variant, Number(v.Visitors), Number(v.Orders), Percent((double)v.Orders / v.Visitors, 2), Interval(v.Conversion), $"{Number(v.RevenuePerVisitor, 2)} {results.History.Currency}", Interval(v.Revenue),
            ]));
        }

        foreach (UnjudgedExperiment left in results.Experiments.Unjudged)
        {
            yield return new Heading(3, left.Experiment.Name);
            yield return new Paragraph($"**Not judged: {left.Reason}** Hypothesis: {left.Experiment.Hypothesis} Planned from {Day(left.Experiment.From)} to {Day(left.Experiment.Until.PlusDays(-1))}.");
        }
    }

    internal static string Decision(ExperimentResult result)
    {
        if (result.Split.IsMismatch)
        {
            return "Decide nothing: the split is not the planned one, so assignment or tracking is broken. Mend it and run again.";
        }

        VariantResult best = result.Variants.Skip(1).MaxBy(v => v.Conversion!.Effect)!;
        string effect = $"“{best.Variant}” changes the share that orders by {Interval(best.Conversion)}";
        string verdict = best.Conversion!.IsSignificant && best.Conversion.Effect > 0
            ? best.Revenue is { IsSignificant: true, Effect: < 0 } ? $"Do not ship: {effect}, but revenue a visitor falls by {Interval(best.Revenue)}." : $"Ship: {effect}, and revenue a visitor is not shown to fall ({Interval(best.Revenue)})."
            : best.Conversion.IsSignificant ? $"Stop: {effect}." : $"Keep the control: {effect}, so no difference is shown.";
        return result.IsRunning ? $"Still running, no decision yet; so far: {verdict}" : verdict;
    }

    private static string Interval(Analytics.Experiments.TwoSampleResult? difference) => difference switch
    {
        null => "control",
        { Error: not null } => "cannot be told",
        _ => $"{Change(difference.Effect)} ({Change(difference.Low)} to {Change(difference.High)})",
    };

    private static Paragraph Guests(RunResults results)
    {
        PeriodSales month = results.Sales.Reported;
        return new($"{Number(month.GuestOrders)} of {Number(month.Orders)} orders of the month ({Percent(Ratio(month.GuestOrders, month.Orders))}) were placed without a customer number. They count in revenue and demand, not in customer figures.");
    }
}
