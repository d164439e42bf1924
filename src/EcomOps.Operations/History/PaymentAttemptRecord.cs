using EcomOps.Core;
using NodaTime;

namespace EcomOps.Operations.History;

/// <summary>One attempt to take a payment.</summary>
/// <param name="OrderId">Order to be paid; an order without a successful attempt was not placed and is absent from the orders.</param>
/// <param name="Number">1 for the first attempt of the order.</param>
/// <param name="At">When it was tried.</param>
/// <param name="Gateway">Gateway that was asked.</param>
/// <param name="Method">Payment method ("card", "ideal").</param>
/// <param name="Country">Country of the customer; null if unknown.</param>
/// <param name="Amount">Amount tried.</param>
/// <param name="Succeeded">Whether it was paid.</param>
/// <param name="DeclineCode">The gateway's code when it was declined; null when it was paid.</param>
public sealed record PaymentAttemptRecord(
    string OrderId,
    int Number,
    Instant At,
    string Gateway,
    string Method,
    CountryCode? Country,
    Money Amount,
    bool Succeeded,
    string? DeclineCode);
