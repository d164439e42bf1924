using EcomOps.Analytics.Metrics;
using EcomOps.Core;
using EcomOps.Operations.History;
using NodaTime;

namespace EcomOps.Operations.Steps;

/// <summary>Asks Analytics for the figures of each month and of the whole history.</summary>
internal static class SalesStep
{
    internal static SalesSummary Run(ShopHistory history, ShopFacts facts, CancellationToken cancellationToken)
    {
        ReportPeriods periods = ReportPeriods.Of(history);
        List<PeriodSales> months = [];
        ReportPeriod whole = Whole(history);
        var end = new YearMonth(whole.Until.Year, whole.Until.Month);
        for (var month = new YearMonth(whole.From.Year, whole.From.Month); month <= end; month = month.PlusMonths(1))
        {
            cancellationToken.ThrowIfCancellationRequested();
            bool complete = month.OnDayOfMonth(1) >= history.From && month.OnDayOfMonth(1).PlusMonths(1) <= history.Until;
            months.Add(new(month, complete, facts.Totals(ReportPeriod.Of(month)), history.Currency));
        }

        return new(
            periods, facts, months, Products(history, facts, periods, whole),
            Groups(history, facts, periods, FactDimension.Country), Groups(history, facts, periods, FactDimension.SalesChannel), facts.Totals(whole));
    }

    // Refunds may be booked before the first order and after the last one.
    private static ReportPeriod Whole(ShopHistory history)
    {
        LocalDate first = history.From, last = history.Until.PlusDays(-1);
        foreach (ReturnedLine line in history.Returns)
        {
            LocalDate day = line.At.InZone(history.Zone).Date;
            (first, last) = (LocalDate.Min(first, day), LocalDate.Max(last, day));
        }

        return new ReportPeriod(first, last);
    }

    private static IReadOnlyList<ProductSales> Products(ShopHistory history, ShopFacts facts, ReportPeriods periods, ReportPeriod whole)
    {
        Dictionary<string, ProductTotals> month = facts.Products(ReportPeriod.Of(periods.Month)).ToDictionary(p => p.Sku, StringComparer.Ordinal);
        return
        [
            .. facts.Products(whole).Select(p => new ProductSales(
                p.Sku, new(p.NetSales, history.Currency), month.GetValueOrDefault(p.Sku)?.Units ?? 0, new(month.GetValueOrDefault(p.Sku)?.GrossRevenue ?? 0, history.Currency))),
        ];
    }

    private static IReadOnlyList<GroupSales> Groups(ShopHistory history, ShopFacts facts, ReportPeriods periods, FactDimension dimension) =>
    [
        .. facts.Values(dimension).Append(FactFilter.Unknown)
            .Select(value => (value, Totals: facts.Totals(ReportPeriod.Of(periods.Month), FactFilter.Of(dimension, value))))
            .Where(g => g.Totals.Orders > 0)
            .Select(g => new GroupSales(g.value, g.Totals.Orders, new(g.Totals.GrossRevenue, history.Currency)))
            .OrderByDescending(g => g.MonthGross).ThenBy(g => g.Name, StringComparer.Ordinal),
    ];
}
