using EcomOps.Core;
using EcomOps.Payments.Orchestration;

namespace EcomOps.Testing.Payments;

/// <summary>Compares a shop's payment records with the books of its gateways.</summary>
/// <remarks>Static and thread-safe.</remarks>
public static class PaymentBooks
{
    /// <summary>Checks what must hold after reconciliation.</summary>
    /// <param name="records">The shop's records.</param>
    /// <param name="gateways">Gateways.</param>
    /// <returns>
    /// Every deviation: <c>charged_twice</c> (more than one payment of an order with money left on it), <c>overcharged</c>, <c>lost_charge</c> (the gateway holds money that the shop does not know of),
    /// <c>invented_charge</c> (the other way round), <c>over_refunded</c>. Empty when the books agree.
    /// </returns>
    public static IReadOnlyList<Issue> Compare(IEnumerable<PaymentRecord> records, IEnumerable<GatewaySimulator> gateways)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(gateways);
        List<Issue> issues = [];
        Dictionary<string, PaymentRecord> shop = records.ToDictionary(r => r.Order.Id, StringComparer.Ordinal);
        ILookup<string, SimulatedPayment> truth = gateways.SelectMany(g => g.Payments).ToLookup(p => p.OrderId, StringComparer.Ordinal);
        foreach (string order in shop.Keys.Union(truth.Select(g => g.Key)).Order(StringComparer.Ordinal))
        {
            decimal captured = truth[order].Sum(p => p.Captured.Amount), refunded = truth[order].Sum(p => p.Refunded.Amount);
            PaymentRecord? record = shop.GetValueOrDefault(order);
            decimal known = record?.NetCaptured.Amount ?? 0;
            Add(truth[order].Count(p => p.Captured > p.Refunded) > 1, "charged_twice", "More than one payment holds money.");
            Add(record is not null && captured - refunded > record.Order.Amount.Amount, "overcharged", $"{captured - refunded} was taken for an order over {record?.Order.Amount}.");
            Add(truth[order].Any(p => p.Refunded > p.Captured), "over_refunded", "More was paid back than was captured.");
            Add(captured - refunded > known, "lost_charge", $"The gateways hold {captured - refunded}, the shop knows of {known}.");
            Add(captured - refunded < known, "invented_charge", $"The shop believes in {known}, the gateways hold {captured - refunded}.");

            void Add(bool deviates, string code, string message)
            {
                if (deviates)
                {
                    issues.Add(new Issue(code, order, message));
                }
            }
        }

        return issues;
    }
}
