using EcomOps.Core;
using EcomOps.Inventory.Purchasing;
using EcomOps.Operations.Documents;
using EcomOps.Operations.Runs;
using EcomOps.Operations.Settings;
using EcomOps.Operations.Steps;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>Artefact 3: safety stock, reorder point and forecast per SKU, and what to buy.</summary>
internal static class InventoryDocument
{
    internal const string Name = "03-inventory-configuration";
    internal const string ProposalsName = "03-purchase-proposals";

    internal static Document Build(RunResults results) => new(
        Name,
        "Inventory configuration",
        $"Safety stock, reorder point and forecast of {Count(results.Planning.Items.Count, "SKU")}, and what to order now. All SKUs are in {Name}.csv.",
        [
            .. Proposals(results),
            .. WhatIfBlocks.Of(results),
            new Heading(2, "Policy"),
            .. Policy(results),
            new Heading(2, "Demand"),
            .. Demand(results),
            new Heading(2, "Levels of the SKUs that bring most"),
            Levels(results),
            .. Overstock(results),
        ]);

    internal static IEnumerable<OutputTable> Tables(RunResults results)
    {
        yield return new(Name,
            ["sku", "title", "supplier", "class", "demand_pattern", "forecast_model", .. Enumerable.Range(1, PlanningResults.ShownWeeks).Select(w => $"forecast_week_{w}"), "lead_time_days", "lead_time_deviation_days", "service_level", "safety_stock", "reorder_point", "on_hand", "on_order", "claimed", "position"],
            [.. results.Planning.Items.Select(i => (IReadOnlyList<string>)
            [
                i.Product.Sku.Value, i.Product.Title, i.Supplier, i.Class.ToString(), i.Forecast.Profile!.Class.ToString(), i.Forecast.Model,
                .. i.Forecast.Mean.Take(PlanningResults.ShownWeeks).Select(m => Plain(Math.Round(m, 3))),
                Plain(Math.Round(i.LeadTime.Mean, 2)), Plain(Math.Round(i.LeadTime.StandardDeviation, 2)), Plain(i.Point.Service.Target), Plain(Math.Round(i.Point.SafetyStock, 2)), Plain(i.Point.Units),
                i.OnHand is { } h ? Plain(h) : string.Empty, Plain(i.OnOrder), Plain(i.Claimed), i.Position is { } p ? Plain(p) : string.Empty,
            ])]);
        yield return new(ProposalsName,
            ["sku", "supplier", "quantity", "order_on", "arrives_on", "cost", "currency", "reorder_point", "order_up_to", "position", "return_per_unit_of_cost", "explanation"],
            [.. (results.Planning.Plan?.Lines ?? []).Select(l => (IReadOnlyList<string>)
            [
                l.Item.Sku.Value, l.Item.Supplier.Supplier, Plain(l.Quantity), Iso(l.OrderOn), Iso(l.Arrives), Plain(l.Cost.Amount), l.Cost.Currency.Code,
                Plain(l.ReorderPoint.Units), Plain(l.OrderUpTo), Plain(l.Position), l.Return is { } r ? Plain(Math.Round(r, 4)) : string.Empty, l.Explanation,
            ])]);
    }

    private static IEnumerable<Block> Proposals(RunResults results)
    {
        yield return new Heading(2, "Order now");
        if (results.Planning.Plan is not { } plan)
        {
            string subject = results.Stock.IsKnown ? "Costs" : "Receipts";
            yield return Gaps.Missing(results.History, subject, "Without stock on hand and unit costs nothing can be proposed; the levels below hold all the same.", "State them in `store.yaml`.");
            yield break;
        }

        if (results.Stock.IsAssumed)
        {
            yield return new Callout(Severity.Warning, $"The proposals rest on an assumed stock: {Assumption(results, "Stock")} Put counted stock in its place before ordering.");
        }

        var titles = results.History.Products.ToDictionary(p => p.Sku, p => p.Title);
        yield return new Paragraph($"**{Count(plan.Lines.Count, "order line")}** worth {Enumerate([.. plan.Cost.Select(c => WholeMoney(c))])} are due now, from {Count(plan.Lines.Select(l => l.Item.Supplier.Supplier).Distinct().Count(), "supplier")}; {Count(plan.Withheld.Count, "need")} withheld; {Count(plan.Ahead.Count, "further order")} expected within eight weeks. The ten with the highest expected gain (margin saved less holding cost, given demand as forecast):");
        yield return new BulletList([.. plan.Lines.OrderByDescending(l => (l.Return ?? 0) * (double)l.Cost.Amount).ThenBy(l => l.Item.Sku).Take(10).Select(l => $"**{titles.GetValueOrDefault(l.Item.Sku, l.Item.Sku.Value)}**, {WholeMoney(l.Cost)}: {l.Explanation}")], Ordered: true);
        if (plan.Lines.Count > 0)
        {
            yield return Table("Orders by supplier", "Supplier|Lines#|Units#|Cost#", plan.Lines.GroupBy(l => l.Item.Supplier.Supplier).OrderByDescending(g => g.Sum(l => l.Cost.Amount)).ThenBy(g => g.Key, StringComparer.Ordinal).Take(15).Select(g => (IReadOnlyList<string>)
                [g.Key, Number(g.Count()), Number(g.Sum(l => l.Quantity)), Money(new Money(g.Sum(l => l.Cost.Amount), results.History.Currency))]));
        }

        if (plan.Withheld.Count > 0)
        {
            yield return Table("Needed and withheld", "SKU|Need#|Why", plan.Withheld.OrderByDescending(w => w.Cost.Amount).ThenBy(w => w.Item.Sku).Take(10).Select(w => (IReadOnlyList<string>)[w.Item.Sku.Value, Number(w.Need), w.Explanation]));
        }
    }

    private static IEnumerable<Block> Policy(RunResults results)
    {
        ServiceLevels service = results.Settings.ServiceLevels;
        yield return new BulletList(
        [
            $"Order when on hand + on order − claimed is at or below the reorder point, looking every {Count(results.Settings.Supply.ReviewDays, "day")}.",
            "The reorder point is the quantile of demand over lead time and review period, from the forecast's own distribution and the spread of the lead time; safety stock is what it holds above the mean.",
            "ABC by value of forecast demand (A to 80 %, B to 95 %), XYZ by steadiness (coefficient of variation of weekly demand up to 0.5, up to 1, above).",
            results.Stock.IsAssumed || !results.Stock.IsKnown ? "Stock on hand is not known from data." : $"Stock on hand comes from the ledger: {Count(results.Stock.Movements, "movement")}, every balance {(results.Stock.IsProven ? "proven from them" : "**not** proven from them")}{(results.Stock.Refused > 0 ? $"; {Count(results.Stock.Refused, "document")} refused because more left than was there" : string.Empty)}. Returned goods wait in quarantine and do not count.",
            .. results.Stock.Reserved > 0 ? [$"{Count(results.Stock.Reserved, "order")} of the newest {RoutingResults.Newest} are reserved at the sites that send them; their units are claimed."] : Array.Empty<string>(),
            .. results.History.Assumptions.Where(a => a.Subject is "Supply" or "Costs" or "Stock").Select(a => $"Assumed (`{a.Setting}`): {a.Statement}"),
        ]);
        yield return Table("Classes", "Class|SKUs#|Share of forecast value#|Cycle service#", Enum.GetValues<Inventory.Replenishment.AbcClass>().Select(c =>
        {
            PlannedSku[] items = [.. results.Planning.Items.Where(i => i.Class.Abc == c)];
            double all = results.Planning.Items.Sum(Value);
            return (IReadOnlyList<string>)[c.ToString(), Number(items.Length), Percent(all == 0 ? null : items.Sum(Value) / all), Percent(c switch { Inventory.Replenishment.AbcClass.A => service.A, Inventory.Replenishment.AbcClass.B => service.B, _ => service.C }, 0)];
        }));
    }

    private static IEnumerable<Block> Demand(RunResults results)
    {
        WeeklyDemand demand = results.Planning.Demand;
        yield return new Paragraph($"{Count(demand.Weeks, "week")} of demand, counted back from {Day(results.History.Until.PlusDays(-1))}. {Count(demand.CancelledUnits, "unit")} are left out because the same customer cancelled the same quantity by the next day; later returns are not netted.");
        yield return Table("Patterns of demand", "Pattern|SKUs#|Meaning", results.Planning.Items.GroupBy(i => i.Forecast.Profile!.Class).OrderBy(g => g.Key).Select(g => (IReadOnlyList<string>)
            [g.Key.ToString(), Number(g.Count()), Meaning(g.Key)]));
        if (results.Planning.Items.MaxBy(Value) is { } top)
        {
            yield return TopChart(demand, top);
        }
    }

    private static Chart TopChart(WeeklyDemand demand, PlannedSku top)
    {
        long[] weeks = demand.Units[top.Product.Sku];
        int shown = Math.Min(26, weeks.Length), horizon = PlanningResults.ShownWeeks, from = weeks.Length - shown;
        double?[] Past(IEnumerable<double?> values) => [.. values, .. Enumerable.Repeat((double?)null, horizon)];
        double?[] Ahead(Func<int, double?> value) => [.. Enumerable.Repeat((double?)null, shown), .. Enumerable.Range(1, horizon).Select(value)];
        return new("top-sku", $"Weekly units of {top.Product.Title} ({top.Product.Sku}) and forecast with its 90 % upper bound", ChartKind.Line,
            [.. Enumerable.Range(0, shown + horizon).Select(i => Iso(demand.From.PlusWeeks(from + i)))],
            [
                new("Sold", Past(weeks[from..].Select(w => (double?)w))),
                new("Forecast", Ahead(w => top.Forecast.Mean[w - 1])),
                new("90 % bound", Ahead(w => top.Forecast.Quantile(w, 0.9))),
            ]);
    }

    private static Table Levels(RunResults results) => Table("Forty SKUs by value of forecast demand", "SKU|Product|Class|Forecast a week#|Lead time, days#|Safety stock#|Reorder point#|On hand#|Position#",
        results.Planning.Items.OrderByDescending(Value).ThenBy(i => i.Product.Sku).Take(40).Select(i => (IReadOnlyList<string>)
        [
            i.Product.Sku.Value, i.Product.Title, i.Class.ToString(), Number(i.Forecast.Mean.Take(PlanningResults.ShownWeeks).Average()), Number(i.LeadTime.Mean), Number(i.Point.SafetyStock, 0), Number(i.Point.Units),
            i.OnHand is { } h ? Number(h) : None, i.Position is { } p ? Number(p) : None,
        ]));

    private static IEnumerable<Block> Overstock(RunResults results)
    {
        if (results.Planning.Plan is not { Overstock.Count: > 0 } plan || results.Stock.IsAssumed)
        {
            yield break;
        }

        Money value = plan.Overstock.Aggregate(Core.Money.Zero(results.History.Currency), (sum, o) => sum + o.Value);
        yield return new Heading(2, "Overstock");
        yield return new Paragraph($"{Count(plan.Overstock.Count, "SKU")} hold {WholeMoney(value)} (at cost) beyond what will be needed; {(plan.Liquidation.Count == 0 ? "each of them sold at least once" : $"{Number(plan.Liquidation.Count)} of them did not sell in the whole history")}.");
        OverstockLine[] slow = [.. plan.Overstock.Where(o => !o.IsDead)];
        if (slow.Length > 0)
        {
            yield return Table("Most capital beyond need", "SKU|Excess units#|Value at cost#|Holding a year#|Sell now above#|Why", slow.Take(10).Select(o => (IReadOnlyList<string>)
                [o.Item.Sku.Value, Number(o.Excess), Money(o.Value), Money(o.HoldingPerYear), Money(o.ClearancePrice), o.Explanation]));
            yield return new Paragraph("*Sell now above* is the price a unit from which selling the excess today beats waiting for its turn: the usual price less the cost of holding it until then.");
        }

        if (plan.Liquidation.Count > 0)
        {
            yield return Table("To liquidate: in stock and never sold", "SKU|Units#|Value at cost#|Holding a year#", plan.Liquidation.Take(10).Select(o => (IReadOnlyList<string>)
                [o.Item.Sku.Value, Number(o.Excess), Money(o.Value), Money(o.HoldingPerYear)]));
        }
    }

    internal static double Value(PlannedSku item) => item.Forecast.Mean.Take(PlanningResults.ShownWeeks).Sum() * (double)item.Product.Price.Amount;

    private static string Assumption(RunResults results, string subject) => results.History.Assumptions.FirstOrDefault(a => a.Subject == subject)?.Statement ?? "it is stated in `store.yaml`.";

    private static string Meaning(Inventory.Demand.DemandClass pattern) => pattern switch
    {
        Inventory.Demand.DemandClass.Smooth => "sells in most weeks in even quantities",
        Inventory.Demand.DemandClass.Erratic => "sells in most weeks in uneven quantities",
        Inventory.Demand.DemandClass.Intermittent => "sells now and then in even quantities",
        Inventory.Demand.DemandClass.Lumpy => "sells now and then in uneven quantities",
        _ => "did not sell",
    };
}
