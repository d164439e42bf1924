using EcomOps.Analytics.Cohorts;
using EcomOps.Analytics.Ltv;
using EcomOps.Analytics.Segments;
using EcomOps.Core;
using EcomOps.Operations.Documents;
using EcomOps.Operations.Runs;
using EcomOps.Operations.Steps;
using NodaTime;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>Artefact 8: who the customers are, what to do with each segment, how cohorts come back.</summary>
internal static class CustomersDocument
{
    internal const string Name = "08-customers";

    internal static Document Build(RunResults results) => new(
        Name,
        "Customers: segments, cohorts, lifetime value",
        "RFM segments with a brief for each, monthly cohorts, and lifetime value by acquisition channel. Every customer with scores and segment is in 08-customer-segments.csv.",
        results.Customers is { } customers
            ? [.. Segments(results, customers), .. Briefs(customers), .. MigrationBlocks.Build(customers), .. Cohorts(customers), .. Lifetime(results)]
            : [new Callout(Severity.Warning, "**Not in the data: customers.** No order names a customer, so there are no segments, cohorts or lifetime values. Map the customer column under `orders.columns.customerId` in `store.yaml`.")]);

    internal static IEnumerable<OutputTable> Tables(RunResults results)
    {
        if (results.Customers is not { } customers)
        {
            yield break;
        }

        yield return new("08-customer-segments", ["customer_id", "segment", "r", "f", "m", "recency_days", "orders", "gross_revenue", "currency"],
            [.. customers.Segmentation.Customers.Select(c => (IReadOnlyList<string>)
                [c.Customer.CustomerId, c.Segment, Plain(c.Customer.R), Plain(c.Customer.F), Plain(c.Customer.M), Plain(c.Customer.RecencyDays), Plain(c.Customer.Frequency), Plain(c.Customer.Monetary.Amount), c.Customer.Monetary.Currency.Code])]);
        if (customers.Migration is { } migration)
        {
            yield return MigrationBlocks.Output(migration);
        }

        yield return new("08-cohorts", ["cohort", "month", "customers", "retention", "gross_revenue", "cumulative_revenue_per_customer", "partial"],
            [.. customers.Cohorts.Cohorts.SelectMany(c => c.Cells.Select((cell, k) => (IReadOnlyList<string>)
                [MonthName(c.Start), Plain(k), Plain(cell.Customers), Plain(Math.Round(cell.Retention, 6)), Plain(cell.Value.Amount), Plain(cell.CumulativeValuePerCustomer.Amount), cell.IsPartial ? "true" : "false"]))]);
    }

    private static IEnumerable<Block> Segments(RunResults results, CustomerResults customers)
    {
        IReadOnlyList<SegmentTotal> totals = [.. customers.Segmentation.Totals.Where(t => t.Customers > 0)];
        yield return new Heading(2, "Segments");
        yield return new Paragraph(
            $"{Count(customers.Orders.CustomerCount, "customer")} scored on {Day(customers.Segmentation.Scores.AsOf)} by recency (days since the last order), frequency (orders) and monetary value (gross revenue before returns), each from 1 to 5 with 5 the best fifth; customers with equal values score equal, so a score may be missing. Rule set `{customers.Segmentation.Rules.Name}`{(customers.Segmentation.Rules.IsProvisional ? ", whose ranges are an assumption of ours" : string.Empty)}. {Percent(customers.Repeat.Rate)} of customers ordered more than once.");
        yield return new Chart("segments", $"Gross revenue by segment, {results.History.Currency}", ChartKind.HorizontalBar, [.. totals.OrderByDescending(t => t.Monetary).Select(t => t.Segment)], [new("Gross revenue", [.. totals.OrderByDescending(t => t.Monetary).Select(t => (double?)(double)t.Monetary.Amount)])]);
        yield return Table("Segments", "Segment|Customers#|Share#|Gross revenue#|Share#|Returns#|Net revenue#|Days since last order#|Orders a customer#", totals.Select(t =>
        {
            Money returns = customers.ReturnsBySegment.GetValueOrDefault(t.Segment, Core.Money.Zero(results.History.Currency));
            return (IReadOnlyList<string>)
            [
                t.Segment, Number(t.Customers), Percent(t.CustomerShare), WholeMoney(t.Monetary), Percent(t.MonetaryShare), WholeMoney(returns), WholeMoney(t.Monetary - returns), Number(t.AverageRecencyDays, 0), Number(t.AverageFrequency),
            ];
        }));
        yield return Table("How a segment is defined", "Segment|Scores", customers.Segmentation.Rules.Rules.Select(r => (IReadOnlyList<string>)[r.Segment, Describe(r)]));
    }

    private static IEnumerable<Block> Briefs(CustomerResults customers)
    {
        yield return new Heading(2, "Campaign briefs");
        foreach ((CampaignBrief brief, SegmentTotal total) in customers.Segmentation.Briefs)
        {
            yield return new Heading(3, $"{total.Segment}: {Count(total.Customers, "customer")}, {WholeMoney(total.Monetary)}");
            yield return new BulletList([$"**Goal**: {brief.Goal}", $"**Offer**: {brief.Offer}", $"**Channel**: {brief.Channel}", $"**Measure**: {brief.Measure}"]);
        }
    }

    private static IEnumerable<Block> Cohorts(CustomerResults customers)
    {
        IReadOnlyList<Cohort> cohorts = customers.Cohorts.Cohorts;
        int months = cohorts.Max(c => c.Cells.Count);
        yield return new Heading(2, "Cohorts");
        yield return new Paragraph("A cohort holds the customers whose first order in this history was placed in one calendar month; the share in month k are those who ordered again k calendar months later. The first cohort also holds customers who were there before the history begins. A month that was not over at the end of the data is left blank.");
        yield return new Chart("cohorts", "Share of each cohort that ordered in the months after its first", ChartKind.Heatmap, [.. Enumerable.Range(1, Math.Max(1, months - 1)).Select(k => Plain(k))],
            [.. cohorts.Where(c => c.Cells.Count > 1 && !c.Cells[1].IsPartial).Select(c => new Series(MonthName(c.Start), [.. Enumerable.Range(1, Math.Max(1, months - 1)).Select(k => k < c.Cells.Count && !c.Cells[k].IsPartial ? (double?)c.Cells[k].Retention : null)]))], "P0");
        yield return Table("Cohort sizes and revenue to date", "Cohort|Customers#|Month 1#|Month 3#|Month 6#|Gross revenue a customer to date#", cohorts.Select(c => (IReadOnlyList<string>)
            [MonthName(c.Start), Number(c.Customers), Retention(c, 1), Retention(c, 3), Retention(c, 6), Money(c.Cells[^1].CumulativeValuePerCustomer)]));
        if (customers.Cohorts.Average(1) is { } first)
        {
            yield return new Paragraph($"Over all complete cohorts {Percent(first)} ordered in the month after their first{(customers.Cohorts.Average(3) is { } third ? $", {Percent(third)} in the third month" : string.Empty)}{(customers.Cohorts.Average(6) is { } sixth ? $" and {Percent(sixth)} in the sixth" : string.Empty)}.");
        }
    }

    private static IEnumerable<Block> Lifetime(RunResults results)
    {
        yield return new Heading(2, "Lifetime value");
        if (results.LifetimeValue is not { } ltv)
        {
            yield return new Paragraph("Too few customers came back for a model of lifetime value to be fitted; none is shown.");
            yield break;
        }

        yield return new Paragraph(
            $"Expected revenue of the next {Count(ltv.Horizon.Months, "month")} from {ltv.Model.Purchases.Name} (who buys again) and gamma-gamma (for how much), discounted by {Percent(LifetimeValueStep.YearlyDiscount, 0)} a year (an assumption). A customer is worth **{Money(ltv.All.ToDate)}** so far and **{Money(ltv.All.Next)}** in the next year on average, both as gross revenue before returns.");
        foreach (Block block in LifetimeBlocks.Evidence(ltv))
        {
            yield return block;
        }

        if (ltv.Model.Purchases.Estimate is { IsDegenerate: true })
        {
            yield return new Callout(Severity.Warning, $"The data do not determine every parameter of {ltv.Model.Purchases.Name}: customers differ too little for it. Read the values of single customers as the average.");
        }

        if (ltv.Model.Spend.SpendFrequencyCorrelation is { } r && Math.Abs(r) > 0.3)
        {
            yield return new Callout(Severity.Warning, $"Spend and frequency go together (correlation {Number(r, 2)}), which gamma-gamma does not expect: read the values as an order of magnitude.");
        }

        if (ltv.Channels.Count == 0)
        {
            yield return Gaps.Missing(results.History, "Spend", "Acquisition channels are not known, so there is no value by channel.", "Connect the acquisition channel of customers and spend by day and channel.");
            yield break;
        }

        yield return Table("Revenue of a customer by acquisition channel", "Channel|Customers#|To date#|Next 12 months#", ltv.Channels.Append(ltv.All).Select(c => (IReadOnlyList<string>)
            [c.Channel, Number(c.Customers), Money(c.ToDate), Money(c.Next)]));
        yield return new Paragraph("Revenue is no value to set against a cost: what customers bring as contribution, what they cost and how soon that comes back stands in the monthly report (artefact 9).");
    }

    private static string Retention(Cohort cohort, int k) => k < cohort.Cells.Count && !cohort.Cells[k].IsPartial ? Percent(cohort.Cells[k].Retention) : None;

    private static string MonthName(LocalDate start) => Iso(new YearMonth(start.Year, start.Month));

    private static string Describe(RfmRule rule)
    {
        List<string> parts = [];
        void Range(string name, (double Min, double Max)? range)
        {
            if (range is { } r)
            {
                parts.Add(r.Min == r.Max ? $"{name} is {Plain(r.Min)}" : r.Max == int.MaxValue ? $"{name} from {Plain(r.Min)}" : $"{name} from {Plain(r.Min)} to {Plain(r.Max)}");
            }
        }

        Range("R", rule.R);
        Range("F", rule.F);
        Range("M", rule.M);
        Range("mean of F and M", rule.Fm);
        Range("days since last order", rule.RecencyDays);
        Range("orders", rule.Frequency);
        return parts.Count == 0 ? "all others" : Enumerate(parts);
    }
}
