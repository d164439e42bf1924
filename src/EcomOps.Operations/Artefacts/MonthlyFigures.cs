using EcomOps.Analytics.Growth;
using EcomOps.Analytics.Metrics;
using EcomOps.Core;
using EcomOps.Operations.Documents;
using EcomOps.Operations.Steps;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>Headline figures and the contribution waterfall of the month.</summary>
internal static class MonthlyFigures
{
    private static readonly string[] Shown =
    [
        "net_sales", "orders", "aov", "units_per_order", "new_customers", "returning_customers", "returning_customer_rate", "sessions", "conversion_rate", "return_rate", "gross_margin_rate",
        "cm1", "cm2", "cm2_before_return_cost", "cm3", "cm3_rate", "marketing_spend", "mer", "roas", "cac", "cac_paid",
    ];

    internal static IEnumerable<Block> Build(RunResults results, MonthlyReport report)
    {
        Currency currency = results.History.Currency;
        yield return new Heading(2, "Headline figures");

        // Margin before the cost of returns is of use only where the whole is not known.
        KpiValue[] figures = [.. Shown.Where(id => id != "cm2_before_return_cost" || report.Kpis["cm2"].Value is null).Select(id => report.Kpis[id])];
        yield return Table($"{Month(report.Month)} against its bases", "Figure|Month#|Prior month#|Change#|Prior year#|Change#|Target#|Against target#", figures.Where(f => f.Value is not null).Select(f => (IReadOnlyList<string>)
        [
            f.Metric.Name, KpiWording.Show(f.Metric, f.Value, currency), KpiWording.Show(f.Metric, f.PriorPeriod, currency), Change((double?)f.ChangeToPriorPeriod), KpiWording.Show(f.Metric, f.PriorYear, currency), Change((double?)f.ChangeToPriorYear),
            f.Target is null ? "not set" : KpiWording.Show(f.Metric, f.Target, currency), Change((double?)f.ChangeToTarget),
        ]));
        if (Unknown(report, figures) is { Length: > 0 } unknown)
        {
            yield return new Paragraph(unknown);
        }

        foreach (Block block in Waterfall(results, report))
        {
            yield return block;
        }
    }

    private static string Unknown(MonthlyReport report, KpiValue[] figures)
    {
        bool costs = !NoCost(report.Contribution);
        string[] missing = [.. figures.Where(f => f.Value is null && !(costs && f.Metric.Id.StartsWith("cm", StringComparison.Ordinal))).Select(f => f.Metric.Name)];
        string[] margins = [.. figures.Where(f => f.Value is null && costs && f.Metric.Id.StartsWith("cm", StringComparison.Ordinal) && f.Metric.Unit == MetricUnit.Money && f.Metric.Id != "cm2_before_return_cost").Select(f => f.Metric.Name)];
        List<string> sentences = [];
        if (margins.Length > 0)
        {
            sentences.Add($"{Enumerate(margins)} {(margins.Length == 1 ? "needs" : "need")} every cost of the month and some are not known; the next table gives {(margins.Length == 1 ? "an upper limit" : "upper limits")} and says what is missing.");
        }

        if (costs && report.Contribution.ReturnsWithoutCost > 0)
        {
            sentences.Add("The cost of handling returns is not recorded: give `returns.handlingCost` in `store.yaml`.");
        }

        if (missing.Length > 0)
        {
            sentences.Add($"Not in the data: {Enumerate(missing)}.");
        }

        return string.Join(' ', sentences);
    }

    /// <summary>What was left of the month after all known costs.</summary>
    internal static string Earned(MonthlyReport report, Currency currency)
    {
        ContributionWaterfall total = report.Contribution;
        if (NoCost(total))
        {
            return "What they earned is not known: no product has a cost.";
        }

        Money cm3 = new(total.Cm3, currency);
        bool isLimit = total.Lines.Any(l => l.UncoveredShare > 0);
        string[] taken = [.. Taken(report).Select(l => l.Name.ToLowerInvariant())];
        return $"After {Enumerate(taken)} {(isLimit ? "at most " : string.Empty)}**{Plus(cm3)}** was left (contribution margin 3, {Percent(Ratio(total.Cm3, total.NetSales))} of net sales{(report.PriorMonth is { } prior ? $"; {Change(Growth((double)total.Cm3, (double)prior.Cm3))} on the month before" : string.Empty)}{(isLimit ? "; not all costs are known" : string.Empty)}).";
    }

    internal static bool NoCost(ContributionWaterfall total) => total.SalesWithoutCost == total.GrossSales - total.Discounts;

    private static IEnumerable<Block> Waterfall(RunResults results, MonthlyReport report)
    {
        ContributionWaterfall total = report.Contribution;
        yield return new Heading(2, "From sales to contribution");
        if (NoCost(total))
        {
            yield return Gaps.Missing(results.History, "Costs", "No product has a cost, so contribution cannot be computed.", "Give costs in `store.yaml`.");
            yield break;
        }

        Money Of(decimal amount) => new(amount, results.History.Currency);
        string Amount(ContributionLine line, ContributionWaterfall of) => !line.IsSum && line.Amount == 0 && IsUnrecorded(line, of, report) ? "not recorded" : Plus(Of(line.Amount));
        string Before(ContributionWaterfall? basis, int line) => basis is null ? None : Amount(basis.Lines[line], basis);
        yield return Table("Contribution, line by line", "Line|Month#|Of net sales#|Prior month#|Change#|Prior year#|Base without a known cost#", total.Lines.Select((l, i) => (IReadOnlyList<string>)
        [
            l.IsSum ? $"**{l.Name}**" : l.Name, Amount(l, total), Share(l.Amount, total.NetSales), Before(report.PriorMonth, i),
            report.PriorMonth is { } prior ? Signed(Of(l.Amount - prior.Lines[i].Amount)) : None, Before(report.PriorYear, i), Percent((double?)l.UncoveredShare),
        ]));
        ContributionLine[] uncovered = [.. total.Lines.Where(l => l.UncoveredShare > 0)];
        if (uncovered.Length > 0)
        {
            yield return new Callout(Severity.Warning, $"**Costs are not known in full**: {Enumerate([.. uncovered.Select(l => $"{l.Name.ToLowerInvariant()} for {Percent((double?)l.UncoveredShare)} of {(l.Id == "return_cost" ? "returns" : "sales")}")])}. Nothing is taken off for that, so the margins below are upper limits.");
        }
    }

    // Costs of which at least a part is known.
    private static IEnumerable<ContributionLine> Taken(MonthlyReport report) => report.Contribution.Lines.Where(l => (l.UncoveredShare is not null || l.Id == "marketing") && !IsUnrecorded(l, report.Contribution, report));

    private static bool IsUnrecorded(ContributionLine line, ContributionWaterfall of, MonthlyReport report) =>
        line.UncoveredShare == 1 || (line.Id == "marketing" && of.Marketing == 0 && report.Kpis["marketing_spend"].Value is null);

    /// <summary>With the sign of a change.</summary>
    internal static string Signed(Money amount) => (amount.Amount > 0.5m ? "+" : string.Empty) + Plus(amount);

    // A minus as long as a plus, and none before nothing.
    private static string Plus(Money amount) => (amount.Amount < -0.5m ? "−" : string.Empty) + WholeMoney(new Money(Math.Abs(amount.Amount), amount.Currency));

    private static string Share(decimal amount, decimal net) => net <= 0 ? None : (amount < 0 ? "−" : string.Empty) + Percent(Ratio(Math.Abs(amount), net));
}
