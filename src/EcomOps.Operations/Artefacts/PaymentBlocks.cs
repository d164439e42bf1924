using EcomOps.Operations.Documents;
using EcomOps.Operations.Steps;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>Payment health of the month from recorded attempts.</summary>
internal static class PaymentBlocks
{
    internal static IEnumerable<Block> Month(RunResults results)
    {
        PaymentSummary p = results.Payments;
        if (p.Month is not { } month)
        {
            yield return Gaps.Missing(results.History, "PaymentAttempts", "The source records no payment attempts, so approval, declines and recovery are unknown.", "Connect payment attempts.");
            yield break;
        }

        yield return new Paragraph(
            $"{Number(month.Attempts)} attempts for {Number(month.Orders)} orders: **{Percent(month.ApprovalRate)} of attempts approved** (prior month {Percent(p.Prior?.ApprovalRate)}, prior year {Percent(p.PriorYear?.ApprovalRate)}) and {Percent(month.SuccessRate)} of orders paid in the end. A further attempt recovered {Count(month.Recovered, "order")} worth {WholeMoney(month.RecoveredValue)}; orders worth {WholeMoney(month.LostValue)} were lost to declines.");
        if (p.Trend.Count > 1)
        {
            yield return new Chart("approval", "Share of payment attempts approved and of orders paid, by month", ChartKind.Line, [.. p.Trend.Select(t => t.Month)],
                [new("Attempts approved", [.. p.Trend.Select(t => t.ApprovalRate)]), new("Orders paid", [.. p.Trend.Select(t => t.SuccessRate)])], "P0");
        }

        yield return Groups("By gateway", "Gateway", p.Gateways);
        yield return Groups("By method", "Method", p.Methods);
        yield return Table("Declines by code", "Code|Attempts#|Share of declines#", p.Declines.Take(12).Select(d => (IReadOnlyList<string>)[d.Code, Number(d.Attempts), Percent(d.Share)]));
        if (p.DisputeBasis > 0)
        {
            yield return new Paragraph($"Disputes: {Number(p.Disputed)} of {Number(p.DisputeBasis)} orders old enough to know ({Percent((double)p.Disputed / p.DisputeBasis, 2)}).");
        }
    }

    private static Table Groups(string caption, string what, IReadOnlyList<PaymentGroup> groups) => Table(caption, $"{what}|Attempts#|Approved#|Approval#|Prior month#", groups.Select(g => (IReadOnlyList<string>)
        [g.Name, Number(g.Attempts), Number(g.Approved), Percent(g.ApprovalRate), Percent(g.PriorRate)]));
}
