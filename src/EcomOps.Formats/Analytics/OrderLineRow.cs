using EcomOps.Core;
using NodaTime;

namespace EcomOps.Formats.Analytics;

/// <summary>One order, or one line of an order, for figures about customers and baskets.</summary>
/// <param name="Line">Place in the file.</param>
/// <param name="CustomerId">Who ordered; null for a guest.</param>
/// <param name="At">When.</param>
/// <param name="Amount">Value of the row: the column <c>amount</c>, or quantity times unit price; negative for a refund.</param>
public sealed record OrderLineRow(long Line, string? CustomerId, Instant At, Money Amount)
{
    /// <summary>Order; null when the file does not say, and every row is an order of its own.</summary>
    public string? OrderId { get; init; }

    /// <summary>Item; null when the file does not say.</summary>
    public string? Sku { get; init; }

    /// <summary>Units; 1 when the file does not say.</summary>
    public long Quantity { get; init; } = 1;

    /// <summary>Cost of one unit, 0 or more; null when the file does not say.</summary>
    public Money? UnitCost { get; init; }

    /// <summary>Contribution margin of one unit, which may be negative and goes before the cost; null when the file does not say.</summary>
    public Money? UnitMargin { get; init; }

    /// <summary>Acquisition or sales channel; null when the file does not say.</summary>
    public string? Channel { get; init; }

    /// <summary>Category of the item; null when the file does not say.</summary>
    public string? Category { get; init; }
}
