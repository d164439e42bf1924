using EcomOps.Core;

namespace EcomOps.Payments.Tax;

/// <summary>The tax of an order.</summary>
/// <param name="Lines">Lines in the order's order.</param>
/// <param name="Shipping">Shipping; null for none.</param>
/// <remarks>Immutable. It adds up from its parts to the minor unit.</remarks>
public sealed record TaxQuote(IReadOnlyList<TaxedPart> Lines, TaxedPart? Shipping)
{
    /// <summary>Tax on top of the prices.</summary>
    public Money Added => Sum(p => p.Rate is { IsIncluded: false }, p => p.Tax);

    /// <summary>Tax inside the prices.</summary>
    public Money Included => Sum(p => p.Rate is { IsIncluded: true }, p => p.Tax);

    /// <summary>What the customer pays.</summary>
    public Money Total => Sum(_ => true, p => p.Amount) + Added;

    private Money Sum(Func<TaxedPart, bool> which, Func<TaxedPart, Money> amount) => Lines
        .Concat(Shipping is null ? [] : [Shipping])
        .Where(which)
        .Aggregate(Money.Zero(Lines[0].Amount.Currency), (sum, part) => sum + amount(part));
}
