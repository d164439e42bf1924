using EcomOps.Core;
using EcomOps.Operations.History;
using NodaTime;

namespace EcomOps.Operations.Steps;

/// <summary>Approval and recovery from the recorded payment attempts.</summary>
internal static class PaymentStep
{
    internal static PaymentSummary Run(ShopHistory history, ReportPeriods periods)
    {
        ILookup<YearMonth, PaymentAttemptRecord> months = history.PaymentAttempts.ToLookup(a => Month(a.At, history.Zone));
        PaymentAttemptRecord[] now = [.. months[periods.Month]];
        PaymentAttemptRecord[] before = [.. months[periods.Prior]];
        PaymentAttemptRecord[] declined = [.. now.Where(a => !a.Succeeded)];
        ShopOrder[] screened = [.. history.Orders.Where(o => o.Risk?.Disputed is not null)];
        return new(
            Of(now, history.Currency),
            Of(before, history.Currency),
            Of([.. months[periods.PriorYear]], history.Currency),
            Groups(now, before, a => a.Gateway),
            Groups(now, before, a => a.Method),
            [.. declined.GroupBy(a => a.DeclineCode ?? "unknown", StringComparer.Ordinal).Select(g => new DeclineCount(g.Key, g.Count(), (double)g.Count() / declined.Length)).OrderByDescending(d => d.Attempts).ThenBy(d => d.Code, StringComparer.Ordinal)],
            [.. months.OrderBy(m => m.Key).Select(m => (Artefacts.Wording.Iso(m.Key), Of([.. m], history.Currency))).Select(m => (m.Item1, m.Item2?.ApprovalRate, m.Item2?.SuccessRate))],
            screened.Count(o => o.Risk!.Disputed == true),
            screened.Length);
    }

    private static PaymentMonth? Of(PaymentAttemptRecord[] attempts, Currency currency)
    {
        if (attempts.Length == 0)
        {
            return null;
        }

        int orders = 0, paid = 0, recovered = 0;
        decimal recoveredValue = 0, lost = 0;
        foreach (IGrouping<string, PaymentAttemptRecord> order in attempts.GroupBy(a => a.OrderId, StringComparer.Ordinal))
        {
            orders++;
            PaymentAttemptRecord first = order.MinBy(a => a.Number)!;
            if (!order.Any(a => a.Succeeded))
            {
                lost += first.Amount.Amount;
                continue;
            }

            paid++;
            if (!first.Succeeded)
            {
                recovered++;
                recoveredValue += first.Amount.Amount;
            }
        }

        return new(attempts.Length, attempts.Count(a => a.Succeeded), orders, paid, recovered, new(recoveredValue, currency), new(lost, currency));
    }

    private static IReadOnlyList<PaymentGroup> Groups(PaymentAttemptRecord[] now, PaymentAttemptRecord[] before, Func<PaymentAttemptRecord, string> key)
    {
        ILookup<string, PaymentAttemptRecord> prior = before.ToLookup(key, StringComparer.Ordinal);
        return
        [
            .. now.GroupBy(key, StringComparer.Ordinal)
                .Select(g => new PaymentGroup(g.Key, g.Count(), g.Count(a => a.Succeeded), Rate(g)!.Value, Rate(prior[g.Key])))
                .OrderByDescending(g => g.Attempts).ThenBy(g => g.Name, StringComparer.Ordinal),
        ];
    }

    private static double? Rate(IEnumerable<PaymentAttemptRecord> attempts)
    {
        int all = 0, approved = 0;
        foreach (PaymentAttemptRecord attempt in attempts)
        {
            all++;
            approved += attempt.Succeeded ? 1 : 0;
        }

        return all == 0 ? null : (double)approved / all;
    }

    private static YearMonth Month(Instant at, DateTimeZone zone)
    {
        LocalDate day = at.InZone(zone).Date;
        return new(day.Year, day.Month);
    }
}
