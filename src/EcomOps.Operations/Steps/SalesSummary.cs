using EcomOps.Core;
using EcomOps.Operations.History;
using NodaTime;

namespace EcomOps.Operations.Steps;

/// <summary>The sales of the history by month, SKU, country and channel.</summary>
internal sealed record SalesSummary(
    ReportPeriods Periods,
    IReadOnlyList<PeriodSales> Months,
    IReadOnlyList<ProductSales> Products,
    IReadOnlyList<GroupSales> Countries,
    IReadOnlyList<GroupSales> Channels,
    Money Gross,
    Money Returns,
    long Units,
    int Orders,
    int Customers,
    int GuestOrders)
{
    internal Money Net => Gross - Returns;

    internal PeriodSales? Of(YearMonth month) => Months.FirstOrDefault(m => m.Month == month);

    internal PeriodSales Reported => Of(Periods.Month) ?? Months[^1];

    /// <summary>The month before, if the history holds all of it.</summary>
    internal PeriodSales? Prior => Of(Periods.Prior) is { Complete: true } month ? month : null;

    internal PeriodSales? PriorYear => Of(Periods.PriorYear) is { Complete: true } month ? month : null;
}
