using EcomOps.Core;
using EcomOps.Payments.Declines;
using EcomOps.Payments.Orchestration;
using NodaTime;

namespace EcomOps.Payments.Health;

/// <summary>One attempt as reports count it.</summary>
/// <param name="OrderId">Order.</param>
/// <param name="Number">1 for the first attempt of the order.</param>
/// <param name="At">When it was tried.</param>
/// <param name="Gateway">Gateway.</param>
/// <param name="Method">Kind of payment method.</param>
/// <param name="Country">Country of the customer; null if unknown.</param>
/// <param name="Amount">Amount.</param>
/// <param name="Result">How it ended.</param>
/// <param name="DeclineCode">The gateway's code when it was declined; null otherwise.</param>
/// <param name="Disputed">Whether the payment was disputed later; null while that can't be known or it was not approved.</param>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record AttemptFact(
    string OrderId, int Number, Instant At, string Gateway, string Method, CountryCode? Country, Money Amount, AttemptResult Result, string? DeclineCode = null, bool? Disputed = null)
{
    /// <summary>The attempts of a payment record.</summary>
    /// <param name="record">Record.</param>
    /// <returns>One fact for each attempt.</returns>
    public static IEnumerable<AttemptFact> Of(PaymentRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Attempts.Select(a => new AttemptFact(
            record.Order.Id, a.Number, a.SentAt, a.GatewayId, a.Method.Kind, record.Order.Country, record.Order.Amount,
            a.State switch
            {
                AttemptState.Authorized or AttemptState.Captured => AttemptResult.Approved,
                AttemptState.Declined => AttemptResult.Declined,
                AttemptState.Failed => AttemptResult.Failed,
                _ => AttemptResult.Open,
            },
            a.State == AttemptState.Declined ? a.Code : null));
    }
}
