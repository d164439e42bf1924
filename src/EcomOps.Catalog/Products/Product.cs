namespace EcomOps.Catalog.Products;

/// <summary>What the merchant describes and merchandises; sold in one or more variants.</summary>
/// <remarks>
/// Immutable and thread-safe. Attribute codes are lower-case words with underscores; a code that a channel knows (<c>color</c>,
/// <c>material</c>, <c>age_group</c>) is exported under that name.
/// </remarks>
public sealed record Product
{
    /// <summary>Stable id, the group of its variants in feeds.</summary>
    public required string Id { get; init; }

    /// <summary>Title.</summary>
    public required Scoped<string> Title { get; init; }

    /// <summary>Description; null when there is none.</summary>
    public Scoped<string>? Description { get; init; }

    /// <summary>Brand; null when there is none.</summary>
    public string? Brand { get; init; }

    /// <summary>Page of the product, an absolute address; null when there is none.</summary>
    public string? Link { get; init; }

    /// <summary>Primary place in the taxonomy; null while it is not classified.</summary>
    public string? CategoryId { get; init; }

    /// <summary>Further places in the taxonomy.</summary>
    public IReadOnlyList<string> OtherCategoryIds { get; init; } = [];

    /// <summary>Axes on which the variants differ, for example <c>color</c>, <c>size</c>; empty for a product with one variant.</summary>
    public IReadOnlyList<string> OptionAxes { get; init; } = [];

    /// <summary>The units that can be bought; at least one.</summary>
    public required IReadOnlyList<Variant> Variants { get; init; }

    /// <summary>Images shared by the variants, the main one first.</summary>
    public IReadOnlyList<ProductImage> Images { get; init; } = [];

    /// <summary>Attributes shared by the variants, by code.</summary>
    public IReadOnlyDictionary<string, Scoped<AttributeValue>> Attributes { get; init; } = NoAttributes;

    /// <summary>Words of the merchant's own, for rules and collections.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>State of the goods; default <see cref="ProductCondition.New"/>.</summary>
    public ProductCondition Condition { get; init; }

    /// <summary>Whether it is delivered without anything to ship: no stock, no weight, no size. Default false.</summary>
    public bool IsDigital { get; init; }

    /// <summary>Whether customers see it; default <see cref="ProductStatus.Published"/>.</summary>
    public ProductStatus Status { get; init; }

    /// <summary>The customers' opinion; null when nobody has rated it.</summary>
    public ProductRating? Rating { get; init; }

    internal static IReadOnlyDictionary<string, Scoped<AttributeValue>> NoAttributes { get; } = new Dictionary<string, Scoped<AttributeValue>>();

    /// <summary>An attribute as it holds for one variant in one place; the variant's value wins over the product's.</summary>
    /// <param name="code">Attribute code.</param>
    /// <param name="variant">Variant, or null for the product alone.</param>
    /// <param name="channel">Channel, or null.</param>
    /// <param name="locale">Locale, or null.</param>
    /// <returns>The value, or null when it is absent or blank.</returns>
    public AttributeValue? Attribute(string code, Variant? variant = null, string? channel = null, string? locale = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        if (variant is not null && variant.Attributes.TryGetValue(code, out Scoped<AttributeValue>? own)
            && own.TryGet(channel, locale, out AttributeValue? value) && !value.IsBlank)
        {
            return value;
        }

        return Attributes.TryGetValue(code, out Scoped<AttributeValue>? shared) && shared.TryGet(channel, locale, out value) && !value.IsBlank ? value : null;
    }

    /// <summary>The title of a variant: its own, or the product's followed by the option values when there are several variants.</summary>
    /// <param name="variant">Variant.</param>
    /// <param name="channel">Channel, or null.</param>
    /// <param name="locale">Locale, or null.</param>
    /// <returns>For example <c>Linen shirt - blue, M</c>; null when there is no title there.</returns>
    public string? TitleOf(Variant variant, string? channel = null, string? locale = null)
    {
        ArgumentNullException.ThrowIfNull(variant);
        if (variant.Title is not null && variant.Title.TryGet(channel, locale, out string? own))
        {
            return own;
        }

        if (!Title.TryGet(channel, locale, out string? title))
        {
            return null;
        }

        string[] values = [.. OptionAxes.Select(axis => variant.Options.GetValueOrDefault(axis)).OfType<string>().Where(v => v.Length > 0)];
        return Variants.Count > 1 && values.Length > 0 ? $"{title} - {string.Join(", ", values)}" : title;
    }

    /// <summary>The images of a variant: its own, then the product's, main images first.</summary>
    /// <param name="variant">Variant.</param>
    /// <returns>Images without repetition; swatches left out.</returns>
    public IReadOnlyList<ProductImage> ImagesOf(Variant variant)
    {
        ArgumentNullException.ThrowIfNull(variant);
        return
        [
            .. variant.Images.OrderBy(i => i.Role).Concat(Images.OrderBy(i => i.Role))
                .Where(i => i.Role != ImageRole.Swatch)
                .DistinctBy(i => i.Link, StringComparer.Ordinal),
        ];
    }
}
