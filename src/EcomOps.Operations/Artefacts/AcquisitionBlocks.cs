using EcomOps.Analytics.Growth;
using EcomOps.Analytics.Ltv;
using EcomOps.Core;
using EcomOps.Operations.Documents;
using EcomOps.Operations.Runs;
using EcomOps.Operations.Steps;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>What a customer brings for what it cost to win, by channel and first category.</summary>
internal static class AcquisitionBlocks
{
    private const int FewestCustomers = 30;
    private const int MostCells = 15;
    private const int Year = 12;

    /// <summary>Contribution of a customer in the first twelve months, as observed; null when no customer is that old.</summary>
    internal static LifetimeMargin? FirstYear(AcquisitionResults? acquisition) =>
        acquisition?.All?.Months.FirstOrDefault(m => m.Month == Year) is { } month ? new LifetimeMargin(month.CumulativePerCustomer.Amount, Year) : null;

    internal static string Payback(AcquisitionGroup group) => group.Cac is null ? None
        : group.PaybackMonths is { } months ? Count(months, "month")
        : group.Months.Count == 0 ? "too young" : $"not in {Number(group.Months.Count)}";

    internal static IEnumerable<Block> Build(RunResults results, MonthlyReport report)
    {
        yield return new Heading(2, "What customers cost and bring");
        if (results.Acquisition is not { All: { } all } acquisition)
        {
            yield return results.Customers is null
                ? new Callout(Severity.Warning, "**Not in the data: customers.** No order names a customer, so what one costs and brings is not known.")
                : Gaps.Missing(results.History, "Costs", "No product has a cost, so what a customer brings as contribution is not known; revenue alone is no value to set against a cost.", "Give costs in `store.yaml`.");
            yield break;
        }

        yield return new Paragraph(
            $"{Count(all.Customers, "customer")} placed a first order since {Day(acquisition.From)}{(acquisition.HasSpend ? ", the first day with spend" : string.Empty)}. Contribution is net sales less goods, shipping, payment, picking and returns (contribution margin 2), before marketing. To date {(all.Cac is { } cac ? $"one brought {Money(all.ToDate)} and cost {Money(cac)} to win (all spend over all of them)" : $"one brought {Money(all.ToDate)}")}.{Expected(results, all)}{Ratios(report, results.History.Currency)}{(!acquisition.HasSpend ? " No marketing spend is recorded, so there is no cost per customer, LTV:CAC or payback." : string.Empty)}{(acquisition.HasSpend ? $" LTV:CAC = contribution to date{(all.Expected is null ? string.Empty : " and of the next 12 months")} over CAC." : string.Empty)}");
        if (acquisition.Uncovered.Count > 0)
        {
            yield return new Callout(Severity.Warning, $"**Contribution is an upper limit**: not all costs are known ({Enumerate([.. acquisition.Uncovered.Select(u => $"{u.Line.ToLowerInvariant()} missing for {Percent(u.Share)}")])}).");
        }

        if (acquisition.Channels.Count > 1)
        {
            yield return Table("By channel", Columns("Channel", results), acquisition.Channels.Select(g => Row([g.Group], g, results)).Append(Row(["**All**"], all, results)));
        }

        AcquisitionCell[] cells = [.. acquisition.Cells.Where(c => c.Group.Customers >= FewestCustomers)];
        if (cells.Length > 1)
        {
            yield return Table("By channel and category of the first order", Columns("Channel|First category", results), cells.Take(MostCells).Select(c => Row([c.Channel, c.Category], c.Group, results)));
            yield return new Paragraph(
                $"{(cells.Length > MostCells || cells.Length < acquisition.Cells.Count ? $"Shown are the {Math.Min(MostCells, cells.Length)} largest groups of at least {FewestCustomers} customers; 09-acquisition.csv has all {acquisition.Cells.Count}. " : string.Empty)}First category = the one with the most value in the first order. Spend is recorded by channel only, so each customer of a channel is taken to cost the same. “Not in n” means not paid back within the n months that the data hold, “too young” that no month is over.");
        }

        foreach (Block block in MostExpected(acquisition))
        {
            yield return block;
        }
    }

    internal static IEnumerable<OutputTable> Tables(RunResults results)
    {
        if (results.Acquisition is not { } acquisition)
        {
            yield break;
        }

        IEnumerable<(string Channel, string Category, AcquisitionGroup Group)> rows = acquisition.Channels.Select(g => (g.Group, string.Empty, g)).Concat(acquisition.Cells.Select(c => (c.Channel, c.Category, c.Group)));
        yield return new("09-acquisition", ["channel", "first_category", "customers", "cac", "contribution_to_date", "contribution_next_12_months", "ltv_to_cac", "payback_months", "months_observed", "currency"],
            [.. rows.Select(r => (IReadOnlyList<string>)
            [
                r.Channel, r.Category, Plain(r.Group.Customers), Plain(r.Group.Cac), Plain(r.Group.ToDate), Plain(r.Group.Expected), Plain(r.Group.ValueToCost), r.Group.PaybackMonths is { } months ? Plain(months) : string.Empty, Plain(r.Group.Months.Count), results.History.Currency.Code,
            ])]);
    }

    private static string Expected(RunResults results, AcquisitionGroup all) => all.Expected is { } next && results.LifetimeValue is { } lifetime
        ? $" In the next {Count(lifetime.Horizon.Months, "month")} another {Money(next)} is expected of each ({lifetime.Model.Purchases.Name}, at {Percent(results.Acquisition!.MarginShare)} contribution of gross revenue)."
        : " Too few customers came back for a model to foretell more.";

    private static string Ratios(MonthlyReport report, Currency currency) => report.Ltv is { } ltv && report.CacBlended.Value is { } cac && report.LtvToCacBlended is { } ratio
        ? $" New customers of the month cost {Money(new Money(cac, currency))} each over all channels; {Money(new Money(ltv.PerCustomer, currency))} of contribution in the first {ltv.HorizonMonths} months, as observed so far, is {Number((double)ratio, 1)} times that{(report.LtvToCacPaid is { } paid ? $", and {Number((double)paid, 1)} times the cost of customers of paid channels alone" : string.Empty)}."
        : string.Empty;

    private static string Columns(string first, RunResults results) =>
        $"{first}|Customers#|CAC#|Contribution to date#|{(results.LifetimeValue is null ? string.Empty : "Next 12 months#|")}LTV:CAC#|Payback#";

    private static IReadOnlyList<string> Row(string[] names, AcquisitionGroup group, RunResults results) =>
    [
        .. names, Number(group.Customers), group.Cac is { } cac ? Money(cac) : "no spend", Money(group.ToDate), .. results.LifetimeValue is null ? (string[])[] : [Money(group.Expected)],
        group.ValueToCost is { } ratio ? $"{Number(ratio, 1)} : 1" : None, Payback(group),
    ];

    private static IEnumerable<Block> MostExpected(AcquisitionResults acquisition)
    {
        if (acquisition.MostExpected.Count == 0)
        {
            yield break;
        }

        bool ranged = acquisition.MostExpected.All(c => c.Range is not null);
        yield return Table("Customers of whom most is expected in the next twelve months", $"Customer|Still a customer#|Expected gross revenue#{(ranged ? "|Nine in ten such customers bring#" : string.Empty)}", acquisition.MostExpected.Select(c => (IReadOnlyList<string>)
            [c.Id, Percent(c.ProbabilityAlive, 0), WholeMoney(c.Expected), .. c.Range is { } range && ranged ? (string[])[$"{WholeMoney(range.Low)} to {WholeMoney(range.High)}"] : []]));
        yield return new Paragraph(ranged
            ? "The range is the luck of one customer, simulated from the models; it is wide because a single customer's year is. Use the expected value to rank, the range to promise nothing."
            : "Where time is counted by seasons no range of a single customer is simulated; it would be wide, because a single customer's year is. Use the expected value to rank, not to promise.");
    }
}
