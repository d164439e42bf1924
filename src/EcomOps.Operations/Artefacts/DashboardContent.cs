using EcomOps.Operations.Documents;
using EcomOps.Operations.Steps;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>Artefact 7: what the dashboard shows.</summary>
internal static class DashboardContent
{
    internal static DashboardModel Build(RunResults results)
    {
        SalesSummary sales = results.Sales;
        return new(
            $"{results.History.Name}, {Month(sales.Periods.Month)}",
            $"{Day(sales.Periods.From)} to {Day(sales.Periods.Until.PlusDays(-1))} · {results.History.Currency} · {results.History.Zone.Id} · {results.History.Source}",
            [],
            [new("Revenue", [new Chart("revenue", $"Net revenue by month, {results.History.Currency}", ChartKind.Line, [.. sales.Months.Select(m => Iso(m.Month))], [new("Net revenue", [.. sales.Months.Select(m => (double?)(double)m.Net.Amount)])])])]);
    }
}
