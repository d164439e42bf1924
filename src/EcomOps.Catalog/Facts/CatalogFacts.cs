using EcomOps.Catalog.Products;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Catalog.Facts;

/// <summary>The fact vocabulary that classification, enrichment and merchandising rules are written over.</summary>
public static class CatalogFacts
{
    /// <summary>Name of the vocabulary in a document's <c>facts</c>: <c>catalog.product/1</c>.</summary>
    public const string Name = "catalog.product";

    /// <summary>The vocabulary.</summary>
    public static Vocabulary<ProductFacts> Vocabulary { get; } = Rules.Vocabularies.Vocabulary.Of<ProductFacts>(Name)
        .Titled("Product")
        .Text("product.id", p => p.Id, "the product's id")
        .Text("product.title", p => p.Title, "the title")
        .Text("product.words", p => p.Words, "the words of the title")
        .WithDescription("Lower case, one space before, between and after the words: contains(\" mug \") finds a word, contains(\" mug\") its beginning.")
        .Int("product.titleLength", p => p.TitleLength, "the length of the title", "characters").WithRange(0L, null)
        .Text("product.description", p => p.Description, "the description", optional: true)
        .Int("product.descriptionLength", p => p.DescriptionLength, "the length of the description", "characters").WithRange(0L, null)
        .Text("product.brand", p => p.Brand, "the brand", optional: true)
        .Text("product.sourceCategory", p => p.SourceCategory, "the source's category", optional: true)
        .WithDescription("What the import's source called it: the attribute source_category.")
        .List("product.tags", p => p.Tags, "the tags", maximumSize: 100)
        .Money("product.price", p => p.Price, "the lowest price")
        .Int("product.variants", p => p.VariantCount, "the number of variants").WithRange(0L, null)
        .Int("product.images", p => p.ImageCount, "the number of images").WithRange(0L, null)
        .Decimal("product.weight", p => p.Weight is { } weight ? weight.InKilograms : (decimal?)null, "the weight", "kg")
        .Enum<ProductCondition>("product.condition", p => p.Condition, "the condition")
        .Bool("product.digital", p => p.IsDigital, "the product is digital")
        .Text("category.id", p => p.CategoryId, "the category", optional: true)
        .Text("category.path", p => p.CategoryPath, "the path of the category", optional: true)
        .Text("category.google", p => p.GoogleCategory, "the Google product category", optional: true)
        .Text("target.channel", p => p.Channel, "the channel", optional: true)
        .Text("target.locale", p => p.Locale, "the locale", optional: true)
        .Build();
}
