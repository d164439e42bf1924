using EcomOps.Operations.Documents;
using EcomOps.Operations.Steps;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>Fulfilment of the month, as the dashboard, the report and the routing document show it.</summary>
internal static class FulfilmentBlocks
{
    internal static IEnumerable<Block> Month(RunResults results)
    {
        FulfilmentSummary f = results.Fulfilment;
        if (f.All is not { } all)
        {
            yield return Gaps.Missing(results.History, "Shipments", "The source records no shipments, so time to ship, time to deliver and punctuality are unknown.", "Connect shipments with hand-over, arrival and promise.");
            yield break;
        }

        yield return new Paragraph(
            $"{Number(f.Shipped)} of {Number(f.Orders)} orders were handed over and {Number(all.Delivered)} have arrived, **{Percent(all.OnTime)} by the promised day** (prior month {Percent(f.Prior?.OnTime)}, prior year {Percent(f.PriorYear?.OnTime)}); half within {Number(all.MedianDays)} days of the order and 95 % within {Number(all.P95Days)} days. A parcel cost {Money(all.Cost)} on average.");
        if (f.Trend.Count > 1)
        {
            yield return new Chart("on-time", "Orders delivered by the promised day, by month of the order", ChartKind.Line, [.. f.Trend.Select(t => t.Month)], [new("On time", [.. f.Trend.Select(t => t.OnTime)])], "P0");
        }

        yield return ByTier(f);
        yield return Table("Sites", "Site|Orders#|Share#|Median hours from order to hand-over#|Carrier cost an order#", f.Sites.Select(s => (IReadOnlyList<string>)
            [SiteName(results, s.Site), Number(s.Orders), Percent((double)s.Orders / f.Shipped), Number(s.MedianHoursToShip), Money(s.Cost)]));
    }

    internal static Table ByTier(FulfilmentSummary f) => Table("By shipping tier and country", "Tier|Country|Orders#|Promised days (median)#|Median days#|95 % within days#|On time#", f.Groups.Select(g => (IReadOnlyList<string>)
        [g.Tier, g.Region, Number(g.Shipped), Number(g.MedianPromise, 0), Number(g.MedianDays), Number(g.P95Days), Percent(g.OnTime)]));

    internal static string SiteName(RunResults results, string id) => results.History.Sites.FirstOrDefault(s => s.Id == id)?.Name ?? id;
}
