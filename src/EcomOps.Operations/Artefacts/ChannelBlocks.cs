using EcomOps.Analytics.Growth;
using EcomOps.Analytics.Metrics;
using EcomOps.Core;
using EcomOps.Operations.Documents;
using EcomOps.Operations.Steps;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>What each channel cost and brought in the month.</summary>
internal static class ChannelBlocks
{
    internal static IEnumerable<Block> Build(RunResults results)
    {
        ShopFacts facts = results.Sales.Facts;
        var period = ReportPeriod.Of(results.Sales.Periods.Month);
        yield return new Heading(2, "Channels");
        if (facts.Values(FactDimension.Channel).Count == 0)
        {
            yield return Gaps.Missing(results.History, "Spend", "No order names the channel that brought it and no spend is recorded, so channels cannot be compared.", "Connect sessions or acquisition channels, and spend by day and channel.");
            yield break;
        }

        Currency currency = results.History.Currency;
        Dictionary<string, ContributionWaterfall> contribution = results.Dashboard.ByChannel.Groups.ToDictionary(g => g.Key!, StringComparer.Ordinal);
        string Show(string id, FactFilter filter) => KpiWording.Show(MetricRegistry.Standard[id], facts.Value(MetricRegistry.Standard[id], period, filter), currency);
        bool known = !MonthlyFigures.NoCost(results.Dashboard.ByProduct.Total);
        IReadOnlyList<string> Row(string name, FactFilter filter, ContributionWaterfall? margin)
        {
            PeriodTotals totals = facts.Totals(period, filter);
            string? months = results.Acquisition is not { } acquisition || totals.MarketingSpend is null or 0 ? null
                : (filter == FactFilter.None ? acquisition.All : acquisition.Channels.FirstOrDefault(c => c.Group == name)) is { } group ? AcquisitionBlocks.Payback(group) : null;
            return
            [
                name, totals.MarketingSpend is { } spend and not 0 ? WholeMoney(new Money(spend, currency)) : "none", Number(totals.Orders), WholeMoney(new Money(totals.NetSales, currency)), Show("roas", filter),
                Number(totals.NewCustomers), Show("cac", filter), known && margin is not null ? WholeMoney(new Money(margin.Cm3, currency)) : None, months ?? None,
            ];
        }

        string[] channels = [.. facts.Values(FactDimension.Channel).Append(FactFilter.Unknown).Where(c => facts.Totals(period, FactFilter.Of(FactDimension.Channel, c)) is var t && (t.Orders > 0 || t.MarketingSpend > 0))];
        yield return Table("Channels of the month", "Channel|Spend#|Orders#|Net sales#|ROAS#|New customers#|CAC#|CM3#|Payback#",
        [
            .. channels.OrderByDescending(c => facts.Totals(period, FactFilter.Of(FactDimension.Channel, c)).MarketingSpend ?? 0).ThenByDescending(c => facts.Totals(period, FactFilter.Of(FactDimension.Channel, c)).NetSales)
                .Select(c => Row(c, FactFilter.Of(FactDimension.Channel, c), contribution.GetValueOrDefault(c))),
            Row("**Whole shop**", FactFilter.None, results.Dashboard.ByChannel.Total),
        ]);
        yield return new Paragraph($"{(facts.Value(MetricRegistry.Standard["mer"], period) is { } mer ? $"Marketing efficiency (MER): each {currency} of spend stood against {Number((double)mer, 2)} of total sales of the whole shop; no attribution bends that figure. " : string.Empty)}ROAS = net order value of the channel over its spend. CAC = spend over customers whose first order came in the month. Payback = months after the first order until contribution margin 2 has paid for the channel's cost per customer, over all customers won since spend is recorded. All of it is attributed, not caused: whether sales would have come anyway takes a holdout.");
        if (results.History.Spend.Count == 0)
        {
            yield return Gaps.Missing(results.History, "Spend", "No marketing spend is recorded, so there is no ROAS, CAC or payback.", "Give spend by day and channel.");
        }
    }
}
