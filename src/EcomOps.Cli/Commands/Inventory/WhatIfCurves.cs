using System.Globalization;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Inventory.Purchasing;
using EcomOps.Operations.Documents;

namespace EcomOps.Cli.Commands.Inventory;

// Service level, lead time of the costliest order, and budget.
internal sealed record WhatIfCurves(IReadOnlyList<ServicePoint> Service, string? LeadTimeOf, IReadOnlyList<LeadTimePoint> LeadTime, IReadOnlyList<BudgetPoint> Budget)
{
    public static WhatIfCurves Of(PlanWork work, PurchasePlan plan)
    {
        var whatIf = new WhatIf(work.Options);
        ItemLevels? largest = plan.Levels.Where(l => l.Item.Supplier.LeadTime.Mean > 0).OrderByDescending(l => l.ReorderPoint.Demand.Mean * (double)l.Item.UnitCost.Amount).ThenBy(l => l.Item.Label, StringComparer.Ordinal).FirstOrDefault();
        return new(
            whatIf.ByService(work.Items),
            largest?.Item.Label,
            largest is null ? [] : whatIf.ByLeadTime(work.Items.First(i => i.Label == largest.Item.Label) with { Service = largest.ReorderPoint.Service }),
            plan.Lines.Count + plan.Withheld.Count(w => w.Reason == "over_budget") == 0 ? [] : whatIf.ByBudget(work.Items));
    }

    public void Write(TextWriter output)
    {
        output.WriteLine("What if, by cycle service level of every item (steady state):");
        Tool.Table(
            output,
            [["service", "safety stock", "mean stock", "value", "holding a year", "fill rate", "short a year"], .. Service.Select(p => new[]
            {
                Tool.Percent(p.Service), Number(p.SafetyStock), Number(p.MeanStock), PlanOutput.Amount(p.StockValue), PlanOutput.Amount(p.HoldingPerYear), Percent2(p.FillRate), Number(p.ShortPerYear),
            })],
            0, 1, 2, 3, 4, 5, 6);
        if (LeadTime.Count > 0)
        {
            output.WriteLine($"What if, by lead time of {LeadTimeOf}:");
            Tool.Table(output, [["days", "reorder point", "safety stock", "mean stock"], .. LeadTime.Select(p => new[] { Number(p.Days), Tool.Count(p.ReorderPoint), Number(p.SafetyStock), Number(p.MeanStock) })], 0, 1, 2, 3);
        }

        if (Budget.Count > 0)
        {
            output.WriteLine("What if, by budget of the orders placed now:");
            Tool.Table(
                output,
                [["budget", "spent", "lines", "expected gain", "demand covered"], .. Budget.Select(p => new[] { PlanOutput.Amount(p.Budget), PlanOutput.Amount(p.Spent), Tool.Count(p.Lines), PlanOutput.Amount(p.ExpectedGain), Percent2(p.FillRate) })],
                0, 1, 2, 3, 4);
        }
    }

    public object ToJson() => new
    {
        Service = Service.Select(p => new
        {
            p.Service,
            SafetyStock = Round(p.SafetyStock),
            MeanStock = Round(p.MeanStock),
            StockValue = p.StockValue.Amount,
            HoldingPerYear = p.HoldingPerYear.Amount,
            FillRate = Math.Round(p.FillRate, 6),
            ShortPerYear = Round(p.ShortPerYear),
        }),
        LeadTime = LeadTimeOf is null ? null : new { Item = LeadTimeOf, Points = LeadTime.Select(p => new { p.Days, p.ReorderPoint, SafetyStock = Round(p.SafetyStock), MeanStock = Round(p.MeanStock) }) },
        Budget = Budget.Select(p => new { Budget = p.Budget.Amount, Spent = p.Spent.Amount, p.Lines, ExpectedGain = p.ExpectedGain.Amount, FillRate = Math.Round(p.FillRate, 6) }),
    };

    public Chart Picture() => new(
        "what-if-service",
        $"Mean stock at cost by cycle service level{(Service.Count > 0 ? ", " + Service[0].StockValue.Currency.Code : string.Empty)}",
        ChartKind.Line,
        [.. Service.Select(p => Tool.Percent(p.Service))],
        [new("Mean stock", [.. Service.Select(p => (double?)(double)p.StockValue.Amount)])]);

    private static string Number(double value) => value.ToString("#,0.#", CultureInfo.InvariantCulture);

    private static string Percent2(double share) => (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    private static double Round(double value) => Math.Round(value, 2);
}
