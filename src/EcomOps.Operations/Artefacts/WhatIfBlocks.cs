using EcomOps.Inventory.Purchasing;
using EcomOps.Operations.Documents;
using EcomOps.Operations.Steps;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>What other service levels, budgets and lead times would change.</summary>
internal static class WhatIfBlocks
{
    internal static IEnumerable<Block> Of(RunResults results)
    {
        if (results.Planning.WhatIf is not { Service.Count: > 0 } curves)
        {
            yield break;
        }

        yield return new Heading(2, "What if");
        ServicePoint? low = curves.Service.FirstOrDefault(p => Near(p, 0.95)), high = curves.Service.FirstOrDefault(p => Near(p, 0.99));
        if (low is not null && high is not null)
        {
            yield return new Paragraph($"If every SKU had the same cycle service level: from 95 % to 99 %, mean stock grows from {WholeMoney(low.StockValue)} to {WholeMoney(high.StockValue)} at cost, holding it costs {WholeMoney(high.HoldingPerYear - low.HoldingPerYear)} a year more, and {Number((long)Math.Round(low.ShortPerYear - high.ShortPerYear))} units a year fewer have to wait.");
        }

        yield return new Chart("what-if-service", $"Mean stock at cost by cycle service level, {results.History.Currency}", ChartKind.Line, [.. curves.Service.Select(p => Percent(p.Service))], [new("Mean stock", [.. curves.Service.Select(p => (double?)(double)p.StockValue.Amount)])]);
        yield return Table("Service level of every SKU, in a steady state", "Cycle service#|Fill rate#|Safety stock, units#|Mean stock at cost#|Holding a year#|Units short a year#", curves.Service.Select(p => (IReadOnlyList<string>)
            [Percent(p.Service), Percent(p.FillRate, 2), Number(p.SafetyStock, 0), WholeMoney(p.StockValue), WholeMoney(p.HoldingPerYear), Number(p.ShortPerYear, 0)]));
        if (curves.Budget.Count > 0 && !curves.Budget[^1].Spent.IsZero)
        {
            yield return Table("Budget for the orders due now, spent where it returns most", "Budget#|Order lines#|Expected gain#|Demand covered until the delivery after the next#", curves.Budget.Select(p => (IReadOnlyList<string>)
                [WholeMoney(p.Budget), Number(p.Lines), WholeMoney(p.ExpectedGain), Percent(p.FillRate)]));
        }

        if (curves.Budget.MaxBy(p => p.ExpectedGain.Amount) is { } best && curves.Budget[^1] is var all && best.ExpectedGain > all.ExpectedGain)
        {
            yield return new Paragraph($"The expected gain is highest at {WholeMoney(best.Spent)}. The orders beyond it keep the service promise: they are expected to cost {WholeMoney(best.ExpectedGain - all.ExpectedGain)} more to carry than they earn.");
        }

        if (curves.LeadTimeOf is { } sku)
        {
            yield return Table($"Lead time of {sku.Product.Title} ({sku.Product.Sku}), now {Number(sku.LeadTime.Mean)} days", "Lead time, days#|Reorder point#|Safety stock#|Mean stock, units#", curves.LeadTime.Select(p => (IReadOnlyList<string>)
                [Number(p.Days), Number(p.ReorderPoint), Number(p.SafetyStock, 0), Number(p.MeanStock, 0)]));
        }
    }

    private static bool Near(ServicePoint point, double service) => Math.Abs(point.Service - service) < 1e-9;
}
