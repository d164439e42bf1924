using EcomOps.Core;
using NodaTime;

namespace EcomOps.Payments.Gateways;

/// <summary>What a gateway can do, as its documentation says.</summary>
/// <remarks>Immutable.</remarks>
public sealed record GatewayCapabilities
{
    /// <summary>Kinds of payment methods that it takes; empty for all.</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    /// <summary>Currencies that it takes; empty for all.</summary>
    public IReadOnlyList<Currency> Currencies { get; init; } = [];

    /// <summary>Longest idempotency key that it takes; 64 by default, the smallest of the large gateways (Adyen).</summary>
    public int MaximumKeyLength { get; init; } = 64;

    /// <summary>
    /// After this time since a call was sent, a look-up by our reference that finds nothing proves that nothing was done; 10 minutes by default. It must be longer than the time-out of the call.
    /// </summary>
    public Duration LookupDelay { get; init; } = Duration.FromMinutes(10);

    /// <summary>Whether it takes a payment.</summary>
    /// <param name="method">Kind of method.</param>
    /// <param name="currency">Currency.</param>
    /// <returns>False when it is known not to.</returns>
    public bool Takes(string method, Currency currency) => (Methods.Count == 0 || Methods.Contains(method)) && (Currencies.Count == 0 || Currencies.Contains(currency));
}
