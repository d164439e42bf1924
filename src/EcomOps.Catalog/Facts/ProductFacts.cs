using System.Text;
using EcomOps.Catalog.Products;
using EcomOps.Catalog.Taxonomies;
using EcomOps.Core;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Catalog.Facts;

/// <summary>What rules know about a product; see <see cref="CatalogFacts.Vocabulary"/>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record ProductFacts : IFacts<ProductFacts>
{
    /// <summary>The attribute in which an import keeps the category that the source had: <c>source_category</c>.</summary>
    public const string SourceCategoryAttribute = "source_category";

    /// <inheritdoc />
    public static Vocabulary<ProductFacts> Vocabulary => CatalogFacts.Vocabulary;

    /// <summary>Id of the product.</summary>
    public required string Id { get; init; }

    /// <summary>Title as written; empty when there is none.</summary>
    public string Title { get; init; } = string.Empty;

    /// <summary>The title's words in lower case with one space before, between and after them: <c> steel water bottle </c>.</summary>
    public string Words { get; init; } = " ";

    /// <summary>Description; null when there is none.</summary>
    public string? Description { get; init; }

    /// <summary>Characters of the title, as Unicode scalar values.</summary>
    public long TitleLength { get; init; }

    /// <summary>Characters of the description, as Unicode scalar values.</summary>
    public long DescriptionLength { get; init; }

    /// <summary>Brand; null when there is none.</summary>
    public string? Brand { get; init; }

    /// <summary>Category that the import's source had; null when it had none.</summary>
    public string? SourceCategory { get; init; }

    /// <summary>Id of the place in the taxonomy; null while it is not classified.</summary>
    public string? CategoryId { get; init; }

    /// <summary>Path of that place; null while it is not classified.</summary>
    public string? CategoryPath { get; init; }

    /// <summary>Google product category of that place; null when there is none.</summary>
    public string? GoogleCategory { get; init; }

    /// <summary>The merchant's own words.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Lowest regular price of the variants; null when none has a price, or when they are in different currencies.</summary>
    public Money? Price { get; init; }

    /// <summary>Number of variants.</summary>
    public long VariantCount { get; init; }

    /// <summary>Number of images, the variants' own included.</summary>
    public long ImageCount { get; init; }

    /// <summary>Heaviest variant; null when no weight is known.</summary>
    public Weight? Weight { get; init; }

    /// <summary>State of the goods.</summary>
    public ProductCondition Condition { get; init; }

    /// <summary>Whether nothing is shipped.</summary>
    public bool IsDigital { get; init; }

    /// <summary>Channel that the facts are read for; null outside all channels.</summary>
    public string? Channel { get; init; }

    /// <summary>Locale that the facts are read for; null when language does not matter.</summary>
    public string? Locale { get; init; }

    /// <summary>Reads the facts of a product.</summary>
    /// <param name="product">Product.</param>
    /// <param name="taxonomy">The shop's taxonomy; null for none.</param>
    /// <param name="channel">Channel, or null.</param>
    /// <param name="locale">Locale, or null.</param>
    /// <returns>The facts.</returns>
    public static ProductFacts Of(Product product, Taxonomy? taxonomy = null, string? channel = null, string? locale = null)
    {
        ArgumentNullException.ThrowIfNull(product);
        string title = product.Title.TryGet(channel, locale, out string? t) ? t : string.Empty;
        string? description = product.Description is { } texts && texts.TryGet(channel, locale, out string? d) && !string.IsNullOrWhiteSpace(d) ? d : null;
        bool placed = taxonomy is not null && taxonomy.TryFind(product.CategoryId, out _);
        Money[] prices = [.. product.Variants.Select(v => v.Price?.Regular).OfType<Money>()];
        return new ProductFacts
        {
            Id = product.Id,
            Title = title,
            Words = WordsOf(title),
            Description = description,
            TitleLength = title.EnumerateRunes().Count(),
            DescriptionLength = description?.EnumerateRunes().Count() ?? 0,
            Brand = string.IsNullOrWhiteSpace(product.Brand) ? null : product.Brand,
            SourceCategory = product.Attribute(SourceCategoryAttribute, null, channel, locale)?.ToString(),
            CategoryId = product.CategoryId,
            CategoryPath = placed ? taxonomy!.PathOf(product.CategoryId!) : null,
            GoogleCategory = placed ? taxonomy!.GoogleCategoryOf(product.CategoryId) : null,
            Tags = product.Tags,
            Price = prices.Length > 0 && prices.All(p => p.Currency == prices[0].Currency) ? prices.Min() : null,
            VariantCount = product.Variants.Count,
            ImageCount = product.Images.Concat(product.Variants.SelectMany(v => v.Images)).DistinctBy(i => i.Link, StringComparer.Ordinal).Count(),
            Weight = product.Variants.Max(v => v.Weight),
            Condition = product.Condition,
            IsDigital = product.IsDigital,
            Channel = channel,
            Locale = locale,
        };
    }

    /// <summary>The words of a text as rules compare them.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>Letters and digits in lower case, everything else as one space, with a space at both ends.</returns>
    public static string WordsOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        StringBuilder words = new(text.Length + 2);
        words.Append(' ');
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
            {
                words.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else if (words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        return words[^1] == ' ' ? words.ToString() : words.Append(' ').ToString();
    }
}
