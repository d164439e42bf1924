using EcomOps.Analytics.Growth;
using EcomOps.Analytics.Metrics;
using EcomOps.Core;
using EcomOps.Operations.Documents;
using EcomOps.Operations.Runs;
using EcomOps.Operations.Steps;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>Artefact 9, for those who decide: what the month earned, what moved it, what customers cost, and what to do next.</summary>
internal static class MonthlyReportDocument
{
    internal const string Name = "09-monthly-report";

    private const int Actions = 3;
    private const int MostProducts = 10;

    internal static Document Build(RunResults results)
    {
        MonthlyReport report = MonthlyReport.Compute(results.Sales.Facts, results.Sales.Periods.Month, new MonthlyReportOptions
        {
            Targets = KpiStep.Targets(results.Settings),
            Products = MostProducts,
            Ltv = AcquisitionBlocks.FirstYear(results.Acquisition),

            // The run has found the unusual days already.
            Watched = [],
        });
        return new(
            Name,
            $"Monthly report, {Month(report.Month)}",
            $"{results.History.Name}: what the month earned, what moved it, what customers and channels brought for their cost, and the next three actions.",
            [
                .. Opening(results, report),
                .. results.History.Assumptions.Where(a => a.Subject == "Costs").Select(a => new Callout(Severity.Warning, $"**Costs are assumed, so every margin here is too** (`{a.Setting}`): {a.Statement}")),
                .. NextActions(results),
                .. MonthlyFigures.Build(results, report),
                .. MonthlyChange.Build(results, report),
                .. Products(results, report),
                .. ChannelBlocks.Build(results),
                .. AcquisitionBlocks.Build(results, report),
                .. Customers(results),
                new Heading(2, AnomalyBlocks.Title),
                .. AnomalyBlocks.Month(results),
                .. Backlog(results),
            ]);
    }

    internal static IEnumerable<OutputTable> Tables(RunResults results) => AcquisitionBlocks.Tables(results);

    private static IEnumerable<Block> Opening(RunResults results, MonthlyReport report)
    {
        Currency currency = results.History.Currency;
        string Against(decimal? change, string what) => change is { } c ? $"{Change((double)c)} on {what}" : $"no comparison with {what}";
        KpiValue net = report.NetSales;
        string target = net.Target is { } goal && net.ChangeToTarget is { } off ? $", {Percent(Math.Abs((double)off))} {(off < 0 ? "below" : "above")} the target of {WholeMoney(new Money(goal, currency))}" : string.Empty;
        if (results.Sales.Reported.Complete)
        {
            yield return new Paragraph(
                $"Net sales were **{WholeMoney(new Money(net.Value ?? 0, currency))}**: {Against(net.ChangeToPriorPeriod, Month(results.Sales.Periods.Prior))}, {Against(net.ChangeToPriorYear, Month(results.Sales.Periods.PriorYear))}{target}. {MonthlyFigures.Earned(report, currency)}");
        }
        else
        {
            yield return new Callout(Severity.Warning, $"**The history holds only a part of {Month(report.Month)}.** Its figures are those of the days from {Day(results.History.From)} to {Day(results.History.Until.PlusDays(-1))} and are compared with nothing. Net sales were {WholeMoney(new Money(net.Value ?? 0, currency))}.");
        }
    }

    private static IEnumerable<Block> NextActions(RunResults results)
    {
        yield return new Heading(2, "The next three actions");
        BacklogItem[] next = [.. results.Backlog.Take(Actions)];
        if (next.Length == 0)
        {
            yield return new Paragraph("The figures of this run suggest no improvement: the data hold too little to work one out. The gaps named in artefact 1 come first.");
            yield break;
        }

        yield return new BulletList([.. next.Select(i => $"**{i.Title}** ({i.Area}{Worth(i)}). {i.NextStep}")], Ordered: true);
    }

    private static string Worth(BacklogItem item) => (item.Revenue, item.Margin) switch
    {
        ({ } revenue, { } margin) => $"; about {WholeMoney(margin)} of margin from {WholeMoney(revenue)} of net revenue a month",
        (null, { } margin) => $"; about {WholeMoney(margin)} of margin a month",
        ({ } revenue, null) => $"; about {WholeMoney(revenue)} of net revenue a month",
        _ => "; effect not in the data",
    };

    private static IEnumerable<Block> Products(RunResults results, MonthlyReport report)
    {
        yield return new Heading(2, "Products by profit");
        if (MonthlyFigures.NoCost(report.Contribution))
        {
            yield return Gaps.Missing(results.History, "Costs", "No product has a cost, so products cannot be ranked by profit.", "Give costs in `store.yaml`.");
            yield break;
        }

        Dictionary<string, string> titles = results.History.Products.ToDictionary(p => p.Sku.Value, p => p.Title, StringComparer.Ordinal);
        Table Ranking(string caption, IReadOnlyList<ContributionWaterfall> products) => Table(caption, "Product|Units sold#|Gross sales#|Returns#|Net sales#|CM1#|CM2#|Marketing#|CM3#|CM3 of net sales#", products.Select(p =>
        {
            Money Of(decimal amount) => new(amount, results.History.Currency);
            return (IReadOnlyList<string>)
            [
                titles.TryGetValue(p.Key!, out string? title) ? $"{title} ({p.Key})" : p.Key!, Number(p.Units), Money(Of(p.GrossSales - p.Discounts)), Money(Of(p.Returns)), Money(Of(p.NetSales)), Money(Of(p.Cm1)), Money(Of(p.Cm2)), Money(Of(p.Marketing)), Money(Of(p.Cm3)), p.NetSales > 0 ? Percent(Ratio(p.Cm3, p.NetSales)) : None,
            ];
        }));
        yield return new Paragraph("Costs of an order (shipping, payment, picking) and marketing of its channel are split over its products by value. Returns count when they are recorded, whenever the goods were sold. Products without a known cost are not marked down for it and stand too high.");
        if (report.MostProfitable.Count > 0)
        {
            yield return Ranking("Products that earned most", report.MostProfitable);
        }

        yield return report.MostLosing.Count > 0 ? Ranking("Products that lost money", report.MostLosing) : new Paragraph("No product lost money in the month.");
    }

    private static IEnumerable<Block> Customers(RunResults results)
    {
        if (results.Customers is not { } customers)
        {
            yield return new Heading(2, "Segments");
            yield return new Callout(Severity.Warning, "**Not in the data: customers.** No order names a customer, so there are no segments. Map the customer column under `orders.columns.customerId` in `store.yaml`.");
            yield break;
        }

        if (customers.Migration is not null)
        {
            foreach (Block block in MigrationBlocks.Build(customers))
            {
                yield return block;
            }
        }
        else
        {
            yield return new Heading(2, "Segments");
            yield return Table($"Segments on {Day(customers.Segmentation.Scores.AsOf)}", "Segment|Customers#|Gross revenue#", customers.Segmentation.Totals.Where(t => t.Customers > 0).Select(t => (IReadOnlyList<string>)[t.Segment, Number(t.Customers), WholeMoney(t.Monetary)]));
            yield return new Paragraph("The history is too short to compare with a month before.");
        }

        yield return new Paragraph("What to do with each segment stands in artefact 8.");
    }

    private static IEnumerable<Block> Backlog(RunResults results)
    {
        if (results.Backlog.Count == 0)
        {
            yield break;
        }

        yield return new Heading(2, "Backlog of experiments and improvements");
        yield return new Paragraph("Ranked by projected margin and then net revenue of one month. The projections do not add up: two may win the same order.");
        yield return Table("Ranking with the arithmetic", "Rank#|Improvement|Net revenue a month#|Margin a month#|Arithmetic|Assumes", results.Backlog.Select((b, i) => (IReadOnlyList<string>)
            [Number(i + 1), b.Title, WholeMoney(b.Revenue), WholeMoney(b.Margin), b.Arithmetic, b.Assumption.Length == 0 ? "nothing beyond the figures" : b.Assumption]));
    }
}
