using EcomOps.Analytics.Cohorts;
using EcomOps.Analytics.Growth;
using EcomOps.Core;
using EcomOps.Operations.Documents;
using EcomOps.Operations.Steps;
using NodaTime;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>Margin, cohorts and experiments on the dashboard.</summary>
internal static class DashboardGrowth
{
    private const int MostCohorts = 13;

    internal static IEnumerable<Block> Contribution(RunResults results)
    {
        ContributionWaterfall total = results.Dashboard.ByProduct.Total;
        Currency currency = results.History.Currency;
        Money Of(decimal amount) => new(amount, currency);
        if (total.SalesWithoutCost == total.GrossSales - total.Discounts)
        {
            yield return Gaps.Missing(results.History, "Costs", "No product has a cost, so margin cannot be computed.", "Give costs in `store.yaml`.");
            yield break;
        }

        yield return new Chart("contribution", $"From gross sales to contribution margin 3 in the month, {currency}", ChartKind.Waterfall, [.. total.Lines.Select(l => l.Name)], [new("Amount", [.. total.Lines.Select(l => (double?)(double)l.Amount)])])
        {
            Sums = total.Lines.Index().Where(l => l.Index == 0 || l.Item.IsSum).Select(l => l.Index).ToHashSet(),
        };
        yield return Table("Contribution margin, line by line", "Line|Amount#|Of net sales#|Not covered by costs#", total.Lines.Select(l => (IReadOnlyList<string>)
            [l.IsSum ? $"**{l.Name}**" : l.Name, Money(Of(l.Amount)), Percent(Ratio(l.Amount, total.NetSales)), Percent((double?)l.UncoveredShare)]));
        if (total.Lines.Any(l => l.UncoveredShare > 0))
        {
            yield return new Callout(Severity.Warning, "**Costs are not known in full.** The last column says for which share of the base nothing is taken off; the margins below such a line are upper limits.");
        }

        yield return Groups("Contribution by acquisition channel", "Channel", results.Dashboard.ByChannel.Groups, key => key, Of);
        Dictionary<string, string> titles = results.History.Products.ToDictionary(p => p.Sku.Value, p => p.Title, StringComparer.Ordinal);
        string Title(string key) => titles.TryGetValue(key, out string? title) ? $"{title} ({key})" : key;
        IReadOnlyList<ContributionWaterfall> products = results.Dashboard.ByProduct.Groups;
        yield return Groups("Products that brought most contribution margin 3", "Product", products.Take(15), Title, Of);
        ContributionWaterfall[] losing = [.. products.Where(p => p.Cm3 < 0).Reverse().Take(10)];
        if (losing.Length > 0)
        {
            yield return Groups($"Products that cost money in the month ({Number(products.Count(p => p.Cm3 < 0))} in all)", "Product", losing, Title, Of);
        }
    }

    internal static IEnumerable<Block> Cohorts(RunResults results)
    {
        if (results.Customers is not { } customers)
        {
            yield return new Callout(Severity.Warning, "**Not in the data: customers.** No order names a customer, so there are no cohorts.");
            yield break;
        }

        Cohort[] cohorts = [.. customers.Cohorts.Cohorts.TakeLast(MostCohorts)];
        int months = Math.Min(MostCohorts, cohorts.Max(c => c.Cells.Count));
        yield return new Chart("cohorts", "Share of each month's new customers that ordered again, by months since", ChartKind.Heatmap, [.. Enumerable.Range(1, Math.Max(1, months - 1)).Select(k => Plain(k))],
            [.. cohorts.Select(c => new Series($"{Iso(new YearMonth(c.Start.Year, c.Start.Month))} ({Number(c.Customers)})", [.. Enumerable.Range(1, Math.Max(1, months - 1)).Select(k => k < c.Cells.Count && !c.Cells[k].IsPartial ? (double?)c.Cells[k].Retention : null)]))], "P0");
        yield return Table("Segments", "Segment|Customers#|Gross revenue to date#", customers.Segmentation.Totals.Where(t => t.Customers > 0).OrderByDescending(t => t.Monetary).Select(t => (IReadOnlyList<string>)
            [t.Segment, Number(t.Customers), WholeMoney(t.Monetary)]));
    }

    internal static IEnumerable<Block> Experiments(RunResults results)
    {
        if (results.Experiments.Count == 0)
        {
            return [Gaps.Missing(results.History, "Experiments", "There is no A/B test to judge.", "Record experiments and which variant each visit saw.")];
        }

        return
        [
            Table("Experiments and what they say", "Experiment|Visitors#|From|Until|Decision",
            [
                .. results.Experiments.Judged.Select(e => (IReadOnlyList<string>)[e.Experiment.Name, Number(e.Variants.Sum(v => v.Visitors)), Iso(e.Experiment.From), Iso(e.Experiment.Until.PlusDays(-1)), CheckoutDocument.Decision(e)]),
                .. results.Experiments.Unjudged.Select(e => (IReadOnlyList<string>)[e.Experiment.Name, None, Iso(e.Experiment.From), Iso(e.Experiment.Until.PlusDays(-1)), $"Not judged: {e.Reason}"]),
            ]),
        ];
    }

    private static Table Groups(string caption, string name, IEnumerable<ContributionWaterfall> groups, Func<string, string> title, Func<decimal, Money> money) =>
        Table(caption, $"{name}|Units#|Net sales#|CM1#|CM2#|Marketing#|CM3#|CM3 of net sales#", groups.Select(g => (IReadOnlyList<string>)
            [title(g.Key!), Number(g.Units), Money(money(g.NetSales)), Money(money(g.Cm1)), Money(money(g.Cm2)), Money(money(g.Marketing)), Money(money(g.Cm3)), Percent(g.NetSales > 0 ? Ratio(g.Cm3, g.NetSales) : null)]));
}
