using EcomOps.Core;
using EcomOps.Operations.Documents;
using EcomOps.Operations.Steps;
using NodaTime;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>Artefact 9: the month that ended, in figures and sentences.</summary>
internal static class OperationsReportDocument
{
    internal static Document Build(RunResults results)
    {
        SalesSummary sales = results.Sales;
        List<Block> blocks =
        [
            .. Headline(sales),
            KpiWording.Summary(results),
            new Heading(2, AnomalyBlocks.Title),
            .. AnomalyBlocks.Month(results),
            .. Revenue(sales),
            .. Margin(results),
            new Heading(2, "Fulfilment"),
            .. FulfilmentBlocks.Month(results),
            new Heading(2, "Payment health"),
            .. PaymentBlocks.Month(results),
            .. Growth(results),
            .. Basis(results),
        ];
        return new("09-operations-report", $"Operations report, {Month(sales.Periods.Month)}", $"{results.History.Name}: revenue, margin, fulfilment, payment health and growth of the last complete month, with what to act on.", blocks);
    }

    private static IEnumerable<Block> Headline(SalesSummary sales)
    {
        PeriodSales month = sales.Reported;
        string Versus(PeriodSales? basis, string name) => basis is null ? $"no comparison with {name}: the history does not hold all of it" : $"{Change(Wording.Growth(month.Net, basis.Net))} on {name} ({WholeMoney(basis.Net)})";
        yield return new Paragraph(
            $"Net revenue was **{WholeMoney(month.Net)}** from {Count(month.Orders, "order")} of {Count(month.Customers, "known customer")} and {Count(month.GuestOrders, "guest order")}: {Versus(sales.Prior, Month(sales.Periods.Prior))}; {Versus(sales.PriorYear, Month(sales.Periods.PriorYear))}.");
    }

    private static IEnumerable<Block> Revenue(SalesSummary sales)
    {
        yield return new Heading(2, "Revenue");
        yield return new Chart("revenue-by-month", $"Net revenue by month, {sales.Net.Currency}", ChartKind.Bar, [.. sales.Months.Select(m => Iso(m.Month))], [new("Net revenue", [.. sales.Months.Select(m => (double?)(double)m.Net.Amount)])]);
        yield return Comparison(sales);
        yield return Table("Months", "Month|Orders#|Known customers#|Units#|Gross revenue#|Returns#|Net revenue#|Return rate#|Order value#", sales.Months.Select(m => (IReadOnlyList<string>)
        [
            Iso(m.Month) + (m.Complete ? string.Empty : " (part)"), Number(m.Orders), Number(m.Customers), Number(m.Units), Money(m.Gross), Money(m.Returns), Money(m.Net), Percent(Ratio(m.Returns, m.Gross)),
            m.Orders == 0 ? None : Money(m.Gross.Divide(m.Orders, MoneyRounding.HalfEven)),
        ]));
        yield return Table("Countries by gross revenue of the month", "Country|Orders#|Gross revenue#|Share#", sales.Countries.OrderByDescending(c => c.MonthGross).ThenBy(c => c.Name, StringComparer.Ordinal).Where(c => c.MonthOrders > 0).Take(10).Select(c => (IReadOnlyList<string>)
            [c.Name, Number(c.MonthOrders), Money(c.MonthGross), Percent(Ratio(c.MonthGross, sales.Reported.Gross))]));
    }

    private static Table Comparison(SalesSummary sales)
    {
        PeriodSales month = sales.Reported;
        IReadOnlyList<string> Row(string name, Func<PeriodSales, string> show, Func<PeriodSales, double?> value) =>
        [
            name, show(month),
            sales.Prior is { } p ? show(p) : None, Change(Wording.Growth(value(month), sales.Prior is { } q ? value(q) : null)),
            sales.PriorYear is { } y ? show(y) : None, Change(Wording.Growth(value(month), sales.PriorYear is { } z ? value(z) : null)),
        ];
        return Table($"{Month(sales.Periods.Month)} against its bases", "Figure|Month#|Prior month#|Change#|Prior year#|Change#",
        [
            Row("Gross revenue", m => Money(m.Gross), m => (double)m.Gross.Amount),
            Row("Returns and cancellations", m => Money(m.Returns), m => (double)m.Returns.Amount),
            Row("Net revenue", m => Money(m.Net), m => (double)m.Net.Amount),
            Row("Orders", m => Number(m.Orders), m => m.Orders),
            Row("Units", m => Number(m.Units), m => m.Units),
            Row("Known customers", m => Number(m.Customers), m => m.Customers),
            Row("New customers", m => Number(m.NewCustomers), m => m.NewCustomers),
        ]);
    }

    private static IEnumerable<Block> Margin(RunResults results)
    {
        PeriodSales month = results.Sales.Reported;
        yield return new Heading(2, "Margin");
        if (month.GrossMargin is not { } margin)
        {
            yield return Gaps.Missing(results.History, "Costs", "No product has a cost, so margin cannot be computed.", "Give costs in `store.yaml`.");
            yield break;
        }

        yield return new Paragraph($"Gross margin was **{WholeMoney(margin)}**, {Percent(Ratio(margin, month.NetWithCost!.Value))} of the net revenue of products whose cost is known ({Percent(Ratio(month.NetWithCost!.Value, month.Net))} of all net revenue). Cost of goods counts units sold less units returned at the current unit cost.");
    }

    private static IEnumerable<Block> Growth(RunResults results)
    {
        SalesSummary sales = results.Sales;
        yield return new Heading(2, "Growth");
        yield return new Chart("customers-by-month", "Known customers by month: new and returning", ChartKind.Bar, [.. sales.Months.Select(m => Iso(m.Month))],
        [
            new("New", [.. sales.Months.Select(m => (double?)m.NewCustomers)]),
            new("Returning", [.. sales.Months.Select(m => (double?)(m.Customers - m.NewCustomers))]),
        ]);
        yield return new Paragraph($"A customer is new in the month of the first order in this history, which begins on {Day(results.History.From)}; so the first months overstate new customers.");
    }

    private static IEnumerable<Block> Basis(RunResults results)
    {
        SalesSummary sales = results.Sales;
        yield return new Heading(2, "Basis");
        yield return new BulletList(
        [
            $"Source: {results.History.Source}; history from {Day(results.History.From)} to {Day(results.History.Until.PlusDays(-1))}, days in {results.History.Zone.Id}, amounts in {results.History.Currency}.",
            $"Rows: {Number(results.History.Import.Read)} read, {Number(results.History.Import.Accepted)} accepted, {Number(results.History.Import.Rejected)} rejected, {Number(results.History.Import.Sales)} counted as sales.",
            $"Whole history: {Count(sales.Orders, "order")}, {Count(sales.Units, "unit")}, gross {Money(sales.Gross)}, returns {Money(sales.Returns)}, net {Money(sales.Net)}.",
            "Gross revenue = quantity times unit price as sold; returns count in the month in which they were recorded; net = gross less returns.",
        ]);
        foreach (Block gap in results.History.Gaps.Select(Gaps.Callout))
        {
            yield return gap;
        }
    }
}
