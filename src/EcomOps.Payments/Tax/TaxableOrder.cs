using EcomOps.Core;
using NodaTime;

namespace EcomOps.Payments.Tax;

/// <summary>An order to be taxed.</summary>
/// <param name="Jurisdiction">Jurisdiction, as in the table: of the shipping address, else the billing address, else the shop's default.</param>
/// <param name="Lines">Lines, at least one, of one currency.</param>
/// <param name="TaxPoint">Day of supply or payment; null for the current rates.</param>
/// <remarks>Immutable.</remarks>
public sealed record TaxableOrder(string Jurisdiction, IReadOnlyList<TaxableLine> Lines, LocalDate? TaxPoint = null)
{
    /// <summary>Discounts on the whole order, in the order in which they apply; each is spread over the lines by their totals at that point, and is at most that total.</summary>
    public IReadOnlyList<Money> Discounts { get; init; } = [];

    /// <summary>Shipping; null for none.</summary>
    public TaxableShipping? Shipping { get; init; }
}
