using EcomOps.Analytics.Metrics;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Operations.Steps;

/// <summary>The sales of the history by month, SKU, country and sales channel; every figure is Analytics' own.</summary>
internal sealed record SalesSummary(
    ReportPeriods Periods,
    ShopFacts Facts,
    IReadOnlyList<PeriodSales> Months,
    IReadOnlyList<ProductSales> Products,
    IReadOnlyList<GroupSales> Countries,
    IReadOnlyList<GroupSales> Channels,
    PeriodTotals Whole)
{
    internal Money Gross => new(Whole.GrossRevenue, Facts.Currency);

    internal Money Returns => new(Whole.Returns, Facts.Currency);

    internal Money Net => new(Whole.NetSales, Facts.Currency);

    internal long Units => Whole.Units;

    internal long Orders => Whole.Orders;

    internal long Customers => Whole.Customers;

    internal PeriodSales? Of(YearMonth month) => Months.FirstOrDefault(m => m.Month == month);

    internal PeriodSales Reported => Of(Periods.Month) ?? Months[^1];

    /// <summary>The month before, if the history holds all of it.</summary>
    internal PeriodSales? Prior => Of(Periods.Prior) is { Complete: true } month ? month : null;

    internal PeriodSales? PriorYear => Of(Periods.PriorYear) is { Complete: true } month ? month : null;
}
