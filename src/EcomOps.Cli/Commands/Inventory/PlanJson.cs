using EcomOps.Core;
using EcomOps.Formats.Planning;
using EcomOps.Inventory.Purchasing;

namespace EcomOps.Cli.Commands.Inventory;

internal static class PlanJson
{
    public static object Of(PlanWork work, PurchasePlan plan, WhatIfCurves? curves) => new
    {
        Today = PlanOutput.Iso(work.Options.Today),
        Files = Files(work),
        Budget = work.Budget?.Amount,
        Cost = plan.Cost.Select(c => new { c.Amount, Currency = c.Currency.Code }),
        Lines = plan.Lines.Select(Line),
        Ahead = plan.Ahead.Select(Line),
        Withheld = plan.Withheld.Select(w => new { Sku = w.Item.Sku.Value, Location = Place(w.Item), w.Need, w.Reason, Cost = w.Cost.Amount, w.Explanation }),
        Overstock = plan.Overstock.Select(o => new
        {
            Sku = o.Item.Sku.Value,
            Location = Place(o.Item),
            o.Excess,
            Value = o.Value.Amount,
            Currency = o.Value.Currency.Code,
            o.DaysOfCover,
            Liquidate = o.IsDead,
            HoldingPerYear = o.HoldingPerYear.Amount,
            ClearancePrice = o.ClearancePrice?.Amount,
            o.Explanation,
        }),
        Levels = plan.Levels.Select(l => new
        {
            Sku = l.Item.Sku.Value,
            Location = Place(l.Item),
            Class = l.Class.ToString(),
            Velocity = l.Class.Velocity.ToString().ToLowerInvariant(),
            Service = l.ReorderPoint.Service.ToString(),
            ReorderPoint = l.ReorderPoint.Units,
            SafetyStock = Math.Round(l.ReorderPoint.SafetyStock, 2),
            l.OrderUpTo,
            l.Position,
            OrderOn = PlanOutput.Iso(l.OrderOn),
        }),
        Containers = plan.Containers.Select(c => new { c.Limit.Supplier, Fill = Math.Round(c.Fill, 4), Kilograms = c.Weight.InKilograms, Litres = c.VolumeInLitres, Pallets = Math.Round(c.Pallets, 2) }),
        WhatIf = curves?.ToJson(),
        Issues = plan.Issues.Select(i => new { i.Code, i.Path, i.Message, Severity = i.Severity.ToString().ToLowerInvariant() }),
        plan.Excluded,
        work.Notes,
    };

    private static IEnumerable<object> Files(PlanWork work)
    {
        yield return PlanningFileInput.ToJson(work.Sales);
        yield return PlanningFileInput.ToJson(work.Supply);
        if (work.OpenOrders is { } open)
        {
            yield return PlanningFileInput.ToJson(open);
        }

        if (work.Promotions is { } promotions)
        {
            yield return PlanningFileInput.ToJson(promotions);
        }

        if (work.Containers is { } containers)
        {
            yield return PlanningFileInput.ToJson(containers);
        }
    }

    private static object Line(PurchaseProposal l) => new
    {
        Sku = l.Item.Sku.Value,
        Location = Place(l.Item),
        l.Item.Supplier.Supplier,
        l.Quantity,
        OrderOn = PlanOutput.Iso(l.OrderOn),
        Arrives = PlanOutput.Iso(l.Arrives),
        Cost = l.Cost.Amount,
        Currency = l.Cost.Currency.Code,
        ReorderPoint = l.ReorderPoint.Units,
        l.OrderUpTo,
        l.Position,
        Return = l.Return is { } r ? Math.Round(r, 4) : (double?)null,
        l.Explanation,
    };

    private static string? Place(PlanningItem item) => item.Location.Length == 0 ? null : item.Location;
}
