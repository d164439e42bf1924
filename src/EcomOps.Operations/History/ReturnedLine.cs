using EcomOps.Core;
using NodaTime;

namespace EcomOps.Operations.History;

/// <summary>Units that came back, or were cancelled after they had been invoiced.</summary>
/// <param name="ReturnId">The return's or credit note's number.</param>
/// <param name="At">When it was recorded; it counts in this month.</param>
/// <param name="Sku">What came back.</param>
/// <param name="Quantity">Units, at least 1.</param>
/// <param name="UnitPrice">Refunded for a unit, above zero.</param>
public sealed record ReturnedLine(string ReturnId, Instant At, Sku Sku, long Quantity, Money UnitPrice)
{
    /// <summary>The order it belongs to; null if the source does not say.</summary>
    public string? OrderId { get; init; }

    /// <summary>Who returned; null for a guest.</summary>
    public string? CustomerId { get; init; }

    /// <summary>Country as the source writes it; null if it holds none.</summary>
    public string? CountryName { get; init; }

    /// <summary>Reason as the customer or the warehouse gave it; null if unknown.</summary>
    public string? Reason { get; init; }

    /// <summary>Quantity times unit price, exact.</summary>
    public Money Value => UnitPrice * Quantity;
}
