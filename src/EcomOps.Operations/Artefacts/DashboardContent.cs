using EcomOps.Core;
using EcomOps.Operations.Documents;
using EcomOps.Operations.History;
using EcomOps.Operations.Steps;
using NodaTime;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>Artefact 7: what the dashboard shows.</summary>
internal static class DashboardContent
{
    internal static DashboardModel Build(RunResults results)
    {
        SalesSummary sales = results.Sales;
        return new(
            $"{results.History.Name}: {Month(sales.Periods.Month)}",
            $"{Day(sales.Periods.From)} to {Day(sales.Periods.Until.PlusDays(-1))} · {results.History.Currency} · {results.History.Zone.Id} · {results.History.Source}",
            [.. results.Kpis.Select(k => KpiWording.Tile(k, results))],
            [
                new("Revenue", [.. Revenue(results)]),
                new(AnomalyBlocks.Title, [.. AnomalyBlocks.Month(results)]),
                new("Funnel", [.. FunnelBlocks.Month(results)]),
                new("Margin", [.. DashboardGrowth.Contribution(results)]),
                new("Acquisition", [.. Acquisition(results)]),
                new("Customers", [.. DashboardGrowth.Cohorts(results)]),
                new("Experiments", [.. DashboardGrowth.Experiments(results)]),
                new("Fulfilment", [.. FulfilmentBlocks.Month(results)]),
                new("Payments", [.. PaymentBlocks.Month(results)]),
                new("KPI summary", [KpiWording.Summary(results), Definitions(results)]),
                new("Event tracking", [.. EventTracking.Blocks(results)]),
                new("Data", [.. Data(results)]),
            ])
        {
            Explorer = DashboardExplorerContent.Build(results),
        };
    }

    private static IEnumerable<Block> Revenue(RunResults results)
    {
        SalesSummary sales = results.Sales;
        PeriodSales[] complete = [.. sales.Months.Where(m => m.Complete)];
        var byMonth = complete.ToDictionary(m => m.Month);
        List<Series> lines = [new("Net revenue", [.. complete.Select(m => (double?)(double)m.Net.Amount)])];
        if (complete.Any(m => byMonth.ContainsKey(m.Month.PlusMonths(-12))))
        {
            lines.Add(new("A year before", [.. complete.Select(m => byMonth.TryGetValue(m.Month.PlusMonths(-12), out PeriodSales? y) ? (double?)(double)y.Net.Amount : null)]));
        }

        yield return new Chart("revenue", $"Net revenue by complete month, {results.History.Currency}", ChartKind.Line, [.. complete.Select(m => Iso(m.Month))], lines);
        yield return new Chart("returns", "Returns as a share of gross revenue, by month", ChartKind.Line, [.. complete.Select(m => Iso(m.Month))], [new("Return rate", [.. complete.Select(m => Ratio(m.Returns, m.Gross))])], "P1");
        if (sales.Countries.Count(c => c.MonthOrders > 0) > 1)
        {
            GroupSales[] countries = [.. sales.Countries.Where(c => c.MonthOrders > 0).OrderByDescending(c => c.MonthGross).ThenBy(c => c.Name, StringComparer.Ordinal).Take(10)];
            yield return new Chart("countries", $"Gross revenue of the month by country, {results.History.Currency}", ChartKind.HorizontalBar, [.. countries.Select(c => c.Name)], [new("Gross revenue", [.. countries.Select(c => (double?)(double)c.MonthGross.Amount)])]);
        }

        if (sales.Channels.Count(c => c.MonthOrders > 0) > 1)
        {
            GroupSales[] channels = [.. sales.Channels.Where(c => c.MonthOrders > 0)];
            yield return new Chart("channels", $"Gross revenue of the month by sales channel, {results.History.Currency}", ChartKind.HorizontalBar, [.. channels.Select(c => c.Name)], [new("Gross revenue", [.. channels.Select(c => (double?)(double)c.MonthGross.Amount)])]);
        }

        var titles = results.History.Products.ToDictionary(p => p.Sku, p => p.Title);
        yield return Table("Products that brought most gross revenue in the month", "SKU|Product|Units#|Gross revenue#|Share#",
            sales.Products.Where(p => p.MonthUnits > 0).OrderByDescending(p => p.MonthGross).ThenBy(p => p.Sku).Take(15).Select(p => (IReadOnlyList<string>)
                [p.Sku.Value, titles.GetValueOrDefault(p.Sku, string.Empty), Number(p.MonthUnits), Money(p.MonthGross), Percent(Ratio(p.MonthGross, sales.Reported.Gross))]));
    }

    private static IEnumerable<Block> Acquisition(RunResults results)
    {
        YearMonth month = results.Sales.Periods.Month;
        ChannelMonth[] now = [.. results.Traffic.Channels.Where(c => c.Month == month)];
        if (now.Length == 0)
        {
            return [Gaps.Missing(results.History, "Spend", "There is no acquisition spend, so there is no cost per customer.", "Connect spend by day and channel.")];
        }

        return
        [
            new Chart("spend", $"Acquisition spend of the month by channel, {results.History.Currency}", ChartKind.HorizontalBar, [.. now.Select(c => c.Channel)], [new("Spend", [.. now.Select(c => (double?)(double)c.Spend.Amount)])]),
            Table("Spend and new customers by channel", "Channel|Spend#|New customers#|Cost per new customer#", now.Select(c => (IReadOnlyList<string>)
                [c.Channel, Money(c.Spend), Number(c.NewCustomers), c.Spend.Amount == 0 ? "no spend" : c.NewCustomers == 0 ? None : Money(c.Spend.Divide(c.NewCustomers, MoneyRounding.HalfEven))])),
        ];
    }

    private static Table Definitions(RunResults results) => Table("What each KPI means", "KPI|Definition", results.Kpis.Select(k => (IReadOnlyList<string>)[k.Metric.Name, k.Metric.Definition]));

    private static IEnumerable<Block> Data(RunResults results)
    {
        ImportSummary import = results.History.Import;
        yield return Table("How the source was read", "Rows|Count#",
        [
            ["read", Number(import.Read)], ["accepted", Number(import.Accepted)], ["rejected (see rejected.csv)", Number(import.Rejected)],
            .. import.Excluded.Select(e => (IReadOnlyList<string>)[$"left out by {e.Rule}: {e.Reason}", Number(e.Rows)]),
            ["counted as sales", Number(import.Sales)],
        ]);
        foreach (DataGap gap in results.History.Gaps)
        {
            yield return Gaps.Callout(gap);
        }
    }
}
