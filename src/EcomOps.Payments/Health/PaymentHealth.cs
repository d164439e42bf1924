using EcomOps.Core;
using EcomOps.Payments.Declines;

namespace EcomOps.Payments.Health;

/// <summary>How well payments go.</summary>
/// <param name="Orders">Orders of which a payment was tried.</param>
/// <param name="PaidOrders">Share of them that was paid in the end, with its 95 % interval.</param>
/// <param name="Total">All attempts.</param>
/// <param name="ByGateway">By gateway, ordinally.</param>
/// <param name="ByMethod">By payment method, ordinally.</param>
/// <param name="ByCountry">By country, the most attempts first.</param>
/// <param name="Declines">By code, the most frequent first.</param>
/// <param name="RecoveredOrders">Orders whose first attempt was not approved and a later one at another gateway was.</param>
/// <param name="RecoveredAmounts">Their amounts, one per currency, by code.</param>
/// <param name="Disputes">Disputed over approved payments of which it is known, with its 95 % interval.</param>
/// <remarks>Immutable.</remarks>
public sealed record PaymentHealth(
    int Orders,
    WilsonInterval PaidOrders,
    AuthorizationRate Total,
    IReadOnlyList<AuthorizationRate> ByGateway,
    IReadOnlyList<AuthorizationRate> ByMethod,
    IReadOnlyList<AuthorizationRate> ByCountry,
    IReadOnlyList<DeclineCount> Declines,
    int RecoveredOrders,
    IReadOnlyList<Money> RecoveredAmounts,
    WilsonInterval Disputes)
{
    /// <summary>Counts attempts.</summary>
    /// <param name="attempts">Attempts of the period, in any order.</param>
    /// <param name="declines">Classes of decline codes; null for <see cref="DeclineMap.Default"/>.</param>
    /// <returns>The report.</returns>
    public static PaymentHealth Of(IEnumerable<AttemptFact> attempts, DeclineMap? declines = null)
    {
        ArgumentNullException.ThrowIfNull(attempts);
        declines ??= DeclineMap.Default;
        List<AttemptFact> all = [.. attempts];
        List<AttemptFact[]> orders = [.. all.GroupBy(a => a.OrderId, StringComparer.Ordinal).Select(g => g.OrderBy(a => a.Number).ThenBy(a => a.At).ToArray())];
        List<AttemptFact> recovered = [.. orders.Select(Recovery).OfType<AttemptFact>()];
        List<AttemptFact> declined = [.. all.Where(a => a.Result == AttemptResult.Declined)];
        List<AttemptFact> settled = [.. all.Where(a => a is { Result: AttemptResult.Approved, Disputed: not null })];
        return new PaymentHealth(
            orders.Count,
            WilsonInterval.Of(orders.Count(o => o.Any(a => a.Result == AttemptResult.Approved)), orders.Count),
            Rate("all", all),
            [.. Groups(all, a => a.Gateway).OrderBy(r => r.Group, StringComparer.Ordinal)],
            [.. Groups(all, a => a.Method).OrderBy(r => r.Group, StringComparer.Ordinal)],
            [.. Groups(all, a => a.Country?.Value ?? "unknown").OrderByDescending(r => r.Attempts).ThenBy(r => r.Group, StringComparer.Ordinal)],
            [
                .. declined.GroupBy(a => a.DeclineCode ?? string.Empty, StringComparer.Ordinal)
                    .Select(g => new DeclineCount(g.Key, declines.Find(g.Key).Class, g.Count(), (double)g.Count() / declined.Count))
                    .OrderByDescending(d => d.Count).ThenBy(d => d.Code, StringComparer.Ordinal),
            ],
            recovered.Count,
            [.. recovered.GroupBy(a => a.Amount.Currency).OrderBy(g => g.Key.Code, StringComparer.Ordinal).Select(g => g.Aggregate(Money.Zero(g.Key), (sum, a) => sum + a.Amount))],
            WilsonInterval.Of(settled.Count(a => a.Disputed == true), settled.Count));
    }

    private static AttemptFact? Recovery(AttemptFact[] order) =>
        order[0].Result == AttemptResult.Approved ? null : order.FirstOrDefault(a => a.Result == AttemptResult.Approved && a.Gateway != order[0].Gateway);

    private static IEnumerable<AuthorizationRate> Groups(List<AttemptFact> all, Func<AttemptFact, string> group) =>
        all.GroupBy(group, StringComparer.Ordinal).Select(g => Rate(g.Key, [.. g]));

    private static AuthorizationRate Rate(string group, List<AttemptFact> attempts)
    {
        int approved = attempts.Count(a => a.Result == AttemptResult.Approved), declined = attempts.Count(a => a.Result == AttemptResult.Declined);
        return new AuthorizationRate(group, attempts.Count, WilsonInterval.Of(approved, approved + declined), attempts.Count(a => a.Result == AttemptResult.Failed));
    }
}
