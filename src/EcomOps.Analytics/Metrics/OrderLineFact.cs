using EcomOps.Core;

namespace EcomOps.Analytics.Metrics;

/// <summary>One order line.</summary>
/// <param name="Sku">Product.</param>
/// <param name="Quantity">Units, 1 or more.</param>
/// <param name="UnitPrice">Price before discount.</param>
public sealed record OrderLineFact(string Sku, long Quantity, Money UnitPrice)
{
    /// <summary>Discount of the whole line, its share of order discounts included; null counts as none.</summary>
    public Money? Discount { get; init; }

    /// <summary>Cost of one unit; null when not known.</summary>
    public Money? UnitCost { get; init; }

    /// <summary>Category; null when not known.</summary>
    public string? Category { get; init; }
}
