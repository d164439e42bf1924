using EcomOps.Core;
using NodaTime;

namespace EcomOps.Testing.Payments;

/// <summary>A payment in a simulated gateway's own books: the truth that a checker compares with.</summary>
/// <param name="TransactionId">The gateway's id.</param>
/// <param name="OrderId">Merchant reference.</param>
/// <param name="Authorized">Authorised amount; zero when it was declined or waits for the customer.</param>
/// <param name="Captured">Captured amount.</param>
/// <param name="Refunded">Paid back.</param>
/// <param name="IsVoided">Whether the authorisation was given back.</param>
/// <param name="At">When it was executed.</param>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record SimulatedPayment(string TransactionId, string OrderId, Money Authorized, Money Captured, Money Refunded, bool IsVoided, Instant At);
