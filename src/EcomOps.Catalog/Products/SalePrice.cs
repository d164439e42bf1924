using EcomOps.Core;
using NodaTime;

namespace EcomOps.Catalog.Products;

/// <summary>A reduced price and when it holds.</summary>
/// <param name="Amount">The reduced price, in the currency of the regular one.</param>
/// <param name="From">First instant, included; null for no beginning.</param>
/// <param name="Until">End, excluded; null for no end.</param>
public sealed record SalePrice(Money Amount, Instant? From = null, Instant? Until = null)
{
    /// <summary>Whether the price holds at an instant.</summary>
    /// <param name="at">Instant; null when the time is not known, then only a price without a window holds.</param>
    /// <returns>True inside [<see cref="From"/>, <see cref="Until"/>).</returns>
    public bool IsInForce(Instant? at) => at is { } instant
        ? (From is null || instant >= From) && (Until is null || instant < Until)
        : From is null && Until is null;
}
