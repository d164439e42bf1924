using EcomOps.Core;
using NodaTime;

namespace EcomOps.Catalog.Products;

/// <summary>What a variant costs in one market.</summary>
/// <param name="Regular">The regular price, as the page shows it: with or without tax as the market's customs are.</param>
/// <param name="Sale">A reduced price, or null.</param>
/// <remarks>Page, structured data and feeds must show the same amount: all of them read it here.</remarks>
public sealed record Price(Money Regular, SalePrice? Sale = null)
{
    /// <summary>A regular price without a reduction.</summary>
    /// <param name="regular">Price.</param>
    public static implicit operator Price(Money regular) => new(regular);

    /// <summary>Same as the conversion, for languages without operators.</summary>
    /// <param name="regular">Price.</param>
    public static Price FromMoney(Money regular) => new(regular);

    /// <summary>The amount to pay at an instant.</summary>
    /// <param name="at">Instant; null when the time is not known, then a sale with a window is ignored.</param>
    /// <returns>The sale price while it is in force, else the regular price.</returns>
    public Money InForce(Instant? at) => Sale is { } sale && sale.IsInForce(at) ? sale.Amount : Regular;
}
