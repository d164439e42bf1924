using EcomOps.Operations.Runs;
using EcomOps.Operations.Steps;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>The lines of the summary in a terminal.</summary>
internal static class HeadlineFigures
{
    internal static IReadOnlyList<KeyFigure> Build(RunResults results)
    {
        SalesSummary sales = results.Sales;
        PeriodSales month = sales.Reported;
        return
        [
            new("Orders", Number(sales.Orders)),
            new("Gross revenue", Money(sales.Gross)),
            new("Returns", Money(sales.Returns)),
            new("Net revenue", Money(sales.Net)),
            new("Customers", Number(sales.Customers)),
            new($"Net revenue, {Month(month.Month)}", Money(month.Net)),
        ];
    }
}
