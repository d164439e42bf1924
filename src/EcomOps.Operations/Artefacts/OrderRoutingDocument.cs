using EcomOps.Core;
using EcomOps.Operations.Documents;
using EcomOps.Operations.History;
using EcomOps.Operations.Runs;
using EcomOps.Operations.Settings;
using EcomOps.Operations.Steps;
using EcomOps.Routing;
using EcomOps.Routing.Eligibility;
using EcomOps.Routing.Plans;
using EcomOps.Routing.ServiceLevels;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>Artefact 4: which site ships what, what is promised, and how the newest orders were routed.</summary>
internal static class OrderRoutingDocument
{
    internal static Document Build(RunResults results) => new(
        "04-order-routing",
        "Order routing and fulfilment SLAs",
        "Sites, what each shipping tier promises in each region and how well it was kept, the routing rules in force, and the routing of the newest orders.",
        [
            new Heading(2, "Newest orders"),
            .. Newest(results),
            new Heading(2, "SLAs by shipping tier and region"),
            .. Promises(results),
            new Heading(2, "How the promises were kept"),
            .. FulfilmentBlocks.Month(results),
            new Heading(2, "Sites"),
            .. Sites(results),
            new Heading(2, "Routing rules in force"),
            .. Rules(results),
        ]);

    internal static IEnumerable<OutputTable> Tables(RunResults results)
    {
        yield return new("04-routed-orders", ["order_id", "placed_at", "country", "tier", "units", "outcome", "parcels", "sites", "arrives_on", "cost", "currency", "unfilled_units", "reason"],
            [.. results.Routing.Orders.Select(o =>
            {
                RoutingPlan? plan = RoutingStep.PlanOf(o.Outcome);
                return (IReadOnlyList<string>)
                [
                    o.Order.Id, NodaTime.Text.InstantPattern.General.Format(o.Order.PlacedAt), o.Order.Country!.Value.Value, o.Tier, Plain(o.Order.Lines.Sum(l => l.Quantity)), Outcome(o.Outcome),
                    Plain(plan?.Parcels.Count ?? 0), string.Join(' ', plan?.Parcels.Select(p => p.LocationId) ?? []), plan?.ArrivesOn is { } day ? Iso(day) : string.Empty,
                    plan is null ? string.Empty : Plain(Sent(plan).Amount), results.History.Currency.Code, Plain(plan?.Unfilled.Sum(l => l.Units) ?? o.Order.Lines.Sum(l => l.Quantity)), Why(o, results),
                ];
            })]);
        yield return new("04-service-levels", ["tier", "region", "business_days", "target", "kept", "missed", "open", "kept_share"],
            [.. (results.Routing.Network?.ServiceLevels?.Levels ?? []).Select(l =>
            {
                ServiceLevelCount? count = KeptOf(results, l.Tier, l.Region);
                return (IReadOnlyList<string>)[l.Tier, l.Region, Plain(l.BusinessDays), Plain(l.Target), Plain(count?.Kept ?? 0), Plain(count?.Missed ?? 0), Plain(count?.Open ?? 0), count?.KeptShare is { } share ? Plain(decimal.Round(share, 4)) : string.Empty];
            })]);
    }

    private static IEnumerable<Block> Newest(RunResults results)
    {
        RoutingResults routing = results.Routing;
        if (routing.Network is null)
        {
            yield return Gaps.Missing(results.History, "Sites", "Without sites and shipping tiers no order can be routed.", "List `sites` and `shipping` in `store.yaml`.");
            yield break;
        }

        if (results.Stock.IsAssumed || !results.Stock.IsKnown)
        {
            yield return new Callout(Severity.Warning, results.Stock.IsAssumed
                ? "Stock on hand is an assumption of `store.yaml` (`supply.stockCoverWeeks`), split over the sites by their share; the routing shows how the rules work, not where goods really lie."
                : "Stock on hand is not known, so nothing can be sent.");
        }

        int single = routing.Orders.Count(o => o.Outcome is Routed { Plan.Parcels.Count: 1 }), split = routing.Orders.Count(o => o.Outcome is Routed { Plan.Parcels.Count: > 1 });
        int later = routing.Orders.Count(o => o.Outcome is Backordered), none = routing.Orders.Count(o => o.Outcome is Unroutable);
        Money cost = routing.Orders.Select(o => RoutingStep.PlanOf(o.Outcome)).OfType<RoutingPlan>().Aggregate(Core.Money.Zero(results.History.Currency), (sum, p) => sum + Sent(p));
        yield return new Paragraph(
            $"Of the newest {Count(routing.Orders.Count + routing.NotRouted, "order")}, {Number(single)} leave in one parcel, {Number(split)} are split, {Number(later)} wait for goods in part or whole, {Number(none)} have no plan{(routing.NotRouted > 0 ? $", and {Number(routing.NotRouted)} name no country of destination" : string.Empty)}. Parcels and handling cost {Money(cost)} together. All are in 04-routed-orders.csv.");
        yield return Table("The newest twenty", "Order|Country|Tier|Units#|Outcome|From|Arrives|Cost#|Why", routing.Orders.Reverse().Take(20).Select(o =>
        {
            RoutingPlan? plan = RoutingStep.PlanOf(o.Outcome);
            return (IReadOnlyList<string>)
            [
                o.Order.Id, o.Order.Country!.Value.Value, o.Tier, Number(o.Order.Lines.Sum(l => l.Quantity)), Outcome(o.Outcome),
                plan is null || plan.Parcels.Count == 0 ? None : Enumerate([.. plan.Parcels.Select(p => FulfilmentBlocks.SiteName(results, p.LocationId))]), plan?.ArrivesOn is { } day ? Iso(day) : None,
                plan is null ? None : Money(Sent(plan)), Why(o, results),
            ];
        }));
    }

    private static string Outcome(RoutingOutcome outcome) => outcome switch
    {
        Routed { Plan.Parcels.Count: 1 } => "one parcel",
        Routed => "split",
        Backordered { Plan.Parcels.Count: 0 } => "waits",
        Backordered => "part waits",
        _ => "no plan",
    };

    /// <summary>What is paid for sending, without the penalties that stand for waiting.</summary>
    private static Money Sent(RoutingPlan plan) => plan.Cost.Total - plan.Cost.Backorders;

    private static string Why(RoutedOrder order, RunResults results) => order.Outcome switch
    {
        Unroutable unroutable => unroutable.Message,
        Backordered later => $"{Number(later.Plan.Unfilled.Sum(l => l.Units))} units of {Wording.Count(later.Plan.Unfilled.Select(l => l.Sku).Distinct().Count(), "SKU")} are out of stock everywhere or cost more to send than they are worth.",
        _ => string.Join(" ", order.Outcome.Decision.Candidates.Where(c => c.Status != CandidateStatus.Used).Select(c => $"{FulfilmentBlocks.SiteName(results, c.LocationId)}: {(c.Margin is { } margin ? $"{Money(margin)} dearer" : c.Reasons.Count > 0 ? c.Reasons[0].Message.TrimEnd('.') : "not cheaper")}.")),
    };

    private static IEnumerable<Block> Sites(RunResults results)
    {
        if (results.History.Sites.Count == 0)
        {
            yield return Gaps.Missing(results.History, "Sites", "No fulfilment site is known, so orders cannot be routed.", "List the sites under `sites` in `store.yaml`.");
            yield break;
        }

        yield return Table("Sites in order of preference", "Site|Country|Cut-off|Orders a day#|Handling an order#|Share of stock#", results.History.Sites.Select(s => (IReadOnlyList<string>)
            [$"{s.Name} ({s.Id})", s.Country.Value, $"{s.CutOff:HH':'mm} {s.Zone.Id}", Number(s.OrdersPerDay), Money(s.HandlingCost), Percent((double)s.StockShare, 0)]));
    }

    private static IEnumerable<Block> Promises(RunResults results)
    {
        IReadOnlyList<ShippingTierSettings> tiers = results.Settings.Shipping;
        if (tiers.Count == 0)
        {
            yield return new Callout(Severity.Warning, "**Not in the settings: shipping tiers.** Nothing is promised to customers. List tiers by region under `shipping` in `store.yaml`.");
            yield break;
        }

        yield return Table($"Promises in working days, and how they were kept in {Month(results.Sales.Periods.Month)}", "Tier|Region|Countries|Days|Price#|Carrier cost#|Target#|Delivered#|Kept#|Judgement", tiers.Select(t =>
        {
            ServiceLevelCount? count = KeptOf(results, t.Tier, t.Region);
            return (IReadOnlyList<string>)
            [
                t.Tier, t.Region, t.Countries.Count == 0 ? "all others" : string.Join(", ", t.Countries.Select(c => c.Value)),
                t.FastestDays == t.SlowestDays ? Number(t.SlowestDays) : $"{t.FastestDays} to {t.SlowestDays}", Money(t.Price), Money(t.Cost),
                results.Routing.Network?.ServiceLevels?.Find(t.Tier, t.Region) is { } level ? Percent((double)level.Target, 0) : None,
                count is null ? None : Number(count.Kept + count.Missed), Percent((double?)count?.KeptShare),
                count?.IsReached switch { true => "reached", false => "**missed**", null => "no deliveries recorded" },
            ];
        }));
        yield return new Paragraph("An order that arrives by the site's cut-off on a working day leaves the same day, a later one on the next working day; days are counted from hand-over to the carrier, Monday to Friday.");
    }

    private static IEnumerable<Block> Rules(RunResults results) =>
    [
        new Paragraph($"Among the sites that the rules allow, the plan with the least cost is taken: carrier and handling for each parcel, so that a second parcel is used only when it pays. A line may wait; each unit that waits counts as its price. {Proof(results)}"),
        .. RuleWording.Sentences(EligibilityRules.Default),
    ];

    private static string Proof(RunResults results)
    {
        RoutingPlan[] plans = [.. results.Routing.Orders.Select(o => RoutingStep.PlanOf(o.Outcome)).OfType<RoutingPlan>()];
        int proven = plans.Count(p => p.IsOptimal);
        return plans.Length == 0 ? "Every site that loses says why."
            : $"{Number(proven)} of {Number(plans.Length)} plans are proven to be the cheapest{(proven < plans.Length ? $"; orders of more than {RoutingStep.LinesOfLargeOrders} lines are searched for a short time only" : string.Empty)}.";
    }

    private static ServiceLevelCount? KeptOf(RunResults results, string tier, string region) =>
        results.Routing.Kept.ByTierAndRegion.FirstOrDefault(c => c.Group == $"{tier}/{region}");
}
