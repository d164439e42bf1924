using EcomOps.Payments.Pci;

namespace EcomOps.Payments.Gateways;

/// <summary>A payment method as gateways know it: a token, never a card number.</summary>
/// <remarks>Immutable; equal by value. <see cref="ToString"/> shows the kind only.</remarks>
public sealed record PaymentMethodToken
{
    /// <summary>Takes a token.</summary>
    /// <param name="token">Token of the gateway's vault or of the browser-side field.</param>
    /// <param name="kind">Kind of method ("card", "ideal"); "card" by default.</param>
    /// <exception cref="ArgumentException">The token is empty, or looks like a card number: those never enter this process.</exception>
    public PaymentMethodToken(string token, string kind = "card")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(token);
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        if (CardNumbers.Occurs(token))
        {
            throw new ArgumentException("This looks like a card number; pass the gateway's token.", nameof(token));
        }

        Token = token;
        Kind = kind;
    }

    /// <summary>The token. Give it to gateways only.</summary>
    public string Token { get; }

    /// <summary>Kind of method.</summary>
    public string Kind { get; }

    /// <summary>The kind only.</summary>
    /// <returns>For example <c>card</c>.</returns>
    public override string ToString() => Kind;
}
