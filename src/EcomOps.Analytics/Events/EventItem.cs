using EcomOps.Core;

namespace EcomOps.Analytics.Events;

/// <summary>One product of an event.</summary>
/// <param name="ItemId">SKU; may be blank when the name is given.</param>
/// <param name="Price">Price of one unit after line discount, 0 or more.</param>
/// <param name="Quantity">Units, 1 or more.</param>
/// <remarks>Immutable; equality is by value.</remarks>
public sealed record EventItem(string ItemId, Money Price, long Quantity = 1)
{
    /// <summary>Deepest level of categories that collectors take.</summary>
    public const int MaxCategories = 5;

    /// <summary>Name.</summary>
    public string? Name { get; init; }

    /// <summary>Brand.</summary>
    public string? Brand { get; init; }

    /// <summary>Categories from the top, at most <see cref="MaxCategories"/>.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Variant, for example size and colour.</summary>
    public string? Variant { get; init; }

    /// <summary>Discount of one unit; null for none.</summary>
    public Money? Discount { get; init; }

    /// <summary>Contribution margin of one unit at <see cref="Price"/>; null when not known. It never leaves the shop: collectors get its tier.</summary>
    public Money? Margin { get; init; }

    /// <summary>Coupon of the line.</summary>
    public string? Coupon { get; init; }

    /// <summary>Position in the list, from 0.</summary>
    public int? Index { get; init; }

    /// <summary>List from which it was taken.</summary>
    public EventList? List { get; init; }

    /// <summary>Promotion that led to it.</summary>
    public EventPromotion? Promotion { get; init; }

    /// <summary>Price times quantity.</summary>
    /// <returns>Value of the line.</returns>
    public Money Value() => Price * Quantity;

    /// <inheritdoc />
    public bool Equals(EventItem? other) => other is not null
        && ItemId == other.ItemId && Price == other.Price && Quantity == other.Quantity && Name == other.Name && Brand == other.Brand
        && Categories.SequenceEqual(other.Categories) && Variant == other.Variant && Discount == other.Discount && Margin == other.Margin
        && Coupon == other.Coupon && Index == other.Index && List == other.List && Promotion == other.Promotion;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(ItemId, Price, Quantity);
}
