using EcomOps.Core;

namespace EcomOps.Operations.History;

/// <summary>A sellable unit of the shop.</summary>
/// <param name="Sku">Its stock-keeping unit.</param>
/// <param name="Title">Its title; the most frequent description where the source has several.</param>
/// <param name="Price">Its current price: the regular one, or the latest one sold at where the source has no list.</param>
public sealed record ShopProduct(Sku Sku, string Title, Money Price)
{
    /// <summary>Id of the product whose variant it is; null if it stands alone.</summary>
    public string? ParentId { get; init; }

    /// <summary>What sets the variant apart ("colour" = "red"); empty if nothing does.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>Description; null if unknown.</summary>
    public string? Description { get; init; }

    /// <summary>Brand; null if unknown.</summary>
    public string? Brand { get; init; }

    /// <summary>The source's own category; null if it has none.</summary>
    public string? Category { get; init; }

    /// <summary>Global trade item number; null if unknown.</summary>
    public Gtin? Gtin { get; init; }

    /// <summary>Cost of a unit, in the shop's currency; null if unknown.</summary>
    public Money? UnitCost { get; init; }

    /// <summary>Weight of a unit; null if unknown.</summary>
    public Weight? Weight { get; init; }

    /// <summary>Links of its images, the main one first; empty if unknown.</summary>
    public IReadOnlyList<string> Images { get; init; } = [];

    /// <summary>Who supplies it; null if unknown.</summary>
    public string? SupplierId { get; init; }

    /// <summary>Units of a supplier's pack, at least 1.</summary>
    public long PackSize { get; init; } = 1;

    /// <summary>Smallest quantity that the supplier accepts, at least 1.</summary>
    public long MinimumOrderQuantity { get; init; } = 1;
}
