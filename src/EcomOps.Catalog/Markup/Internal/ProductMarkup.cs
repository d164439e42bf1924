using EcomOps.Catalog.Products;
using EcomOps.Catalog.Products.Internal;
using EcomOps.Core;

namespace EcomOps.Catalog.Markup.Internal;

internal sealed class ProductMarkup(Product product, StructuredDataOptions options)
{
    private const string Web = "web";

    // Attributes of ours that Schema.org's Product has under the same name.
    private static readonly string[] Shared = ["color", "size", "material", "pattern"];

    private readonly List<Issue> _issues = [];

    public JsonLd Page() => product.Variants.Count == 1 ? Page(product.Variants[0]) : new JsonLd(Group(), _issues);

    public JsonLd Page(Variant variant)
    {
        SchemaObject node = VariantNode(variant, string.Empty);
        if (product.Variants.Count > 1)
        {
            node.Set("inProductGroupWithID", product.Id);
        }

        return new JsonLd(node, _issues);
    }

    private static string? SchemaAxis(string axis) => axis.ToLowerInvariant() switch
    {
        "color" or "colour" => "https://schema.org/color",
        "size" => "https://schema.org/size",
        "material" => "https://schema.org/material",
        "pattern" => "https://schema.org/pattern",
        "age_group" => "https://schema.org/suggestedAge",
        "gender" => "https://schema.org/suggestedGender",
        _ => null,
    };

    private SchemaObject Group()
    {
        SchemaObject group = new("ProductGroup");
        Require(group.Set("name", Text(product.Title)), "name", string.Empty);
        group.Set("description", Text(product.Description)).Set("url", Link(product.Link));
        group.Set("productGroupID", product.Id);
        group.Set("brand", Brand());
        group.Set("category", Category());
        group.Set("image", Images(product.Images));
        string[] axes = [.. product.OptionAxes.Select(SchemaAxis).OfType<string>()];
        Require(group.Set("variesBy", axes), "variesBy", string.Empty);
        SchemaObject[] variants = [.. product.Variants.Select((v, i) => VariantNode(v, product.Variants.Count > 1 ? $"hasVariant[{i}]." : string.Empty))];
        Require(group.SetList("hasVariant", variants), "hasVariant", string.Empty);
        return group.Set("aggregateRating", Rating());
    }

    private SchemaObject VariantNode(Variant variant, string path)
    {
        SchemaObject node = new("Product");
        Require(node.Set("name", product.TitleOf(variant, Web, options.Locale)), "name", path);
        bool nested = path.Length > 0;
        node.Set("description", nested ? null : Text(product.Description));
        node.Set("url", Link(variant.Link ?? product.Link));
        node.Set("sku", variant.Sku.Value);
        if (Gtin.TryParse(variant.Gtin, out Gtin gtin))
        {
            node.Set("gtin" + gtin.Digits.Length, gtin.Digits);
            if (Gtin.Read(variant.Gtin).Kind == GtinKind.Book)
            {
                node.Set("isbn", gtin.Digits);
            }
        }

        node.Set("mpn", variant.Mpn);
        node.Set("brand", nested ? null : Brand());
        node.Set("category", nested ? null : Category());
        Require(node.Set("image", Images(product.ImagesOf(variant))), "image", path);
        foreach (string name in Shared)
        {
            node.Set(name, OptionOrAttribute(name, variant));
        }

        node.Set("audience", Audience(variant));
        Require(node.Set("offers", Offer(variant, path)), "offers", path);
        node.Set("aggregateRating", nested ? null : Rating());
        if (!nested)
        {
            Recommend(node, "description", path);
            Recommend(node, "brand", path);
        }

        return node;
    }

    private string? OptionOrAttribute(string name, Variant variant)
    {
        string? axis = product.OptionAxes.FirstOrDefault(a => string.Equals(a == "colour" ? "color" : a, name, StringComparison.OrdinalIgnoreCase));
        return axis is not null && variant.Options.TryGetValue(axis, out string? option)
            ? option
            : product.Attribute(name, variant, Web, options.Locale)?.ToString() ?? (name == "color" ? product.Attribute("colour", variant, Web, options.Locale)?.ToString() : null);
    }

    private SchemaObject? Audience(Variant variant)
    {
        SchemaObject audience = new SchemaObject("PeopleAudience").Set("suggestedGender", OptionOrAttribute("gender", variant));
        return audience.Members.Count > 0 ? audience : null;
    }

    private SchemaObject? Offer(Variant variant, string path)
    {
        if (variant.PriceIn(Web, options.Country) is not { } price || price.InForce(options.At) is not { Amount: > 0 } amount)
        {
            return null;
        }

        if (!amount.IsPayable)
        {
            _issues.Add(new Issue("price_too_precise", path + "offers.price", $"{amount} has more decimals than {amount.Currency} has; round the price."));
            return null;
        }

        SchemaObject offer = new SchemaObject("Offer")
            .Set("url", Link(variant.Link ?? product.Link))
            .Set("price", MarkupText.Amount(amount))
            .Set("priceCurrency", amount.Currency.Code);
        if (price.Sale is { Until: { } until } sale && sale.IsInForce(options.At))
        {
            offer.Set("priceValidUntil", MarkupText.Time(until));
        }

        offer.Set("availability", "https://schema.org/" + MarkupText.Availability(variant.Availability));
        if (variant.Availability is Availability.PreOrder or Availability.BackOrder && variant.AvailableFrom is { } from)
        {
            offer.Set("availabilityStarts", MarkupText.Time(from));
        }

        offer.Set("itemCondition", "https://schema.org/" + (product.Condition switch
        {
            ProductCondition.Refurbished => "RefurbishedCondition",
            ProductCondition.Used => "UsedCondition",
            _ => "NewCondition",
        }));
        offer.Set("seller", options.Seller is { } seller ? new SchemaObject("Organization").Set("name", seller) : null);
        offer.Set("shippingDetails", [.. options.Shipping.Select(OfferMarkup.Shipping)]);
        return offer.Set("hasMerchantReturnPolicy", OfferMarkup.Returns(options.Returns));
    }

    private SchemaObject? Brand() => string.IsNullOrWhiteSpace(product.Brand) ? null : new SchemaObject("Brand").Set("name", product.Brand);

    private string? Category() => options.Taxonomy is { } taxonomy && taxonomy.TryFind(product.CategoryId, out _) ? taxonomy.PathOf(product.CategoryId!) : null;

    private SchemaObject? Rating() => product.Rating is { Count: > 0 } rating
        ? new SchemaObject("AggregateRating")
            .Set("ratingValue", rating.Average)
            .Set("ratingCount", (decimal)rating.Count)
            .Set("reviewCount", rating.ReviewCount)
            .Set("bestRating", rating.Best == 5 ? null : rating.Best)
            .Set("worstRating", rating.Worst == 1 ? null : rating.Worst)
        : null;

    private string? Text(Scoped<string>? text) => text is not null && text.TryGet(Web, options.Locale, out string? value) ? value : null;

    private static string? Link(string? link) => link is not null && WebAddress.IsValid(link) ? link : null;

    private static string[] Images(IEnumerable<ProductImage> images) => [.. images.Where(i => i.Role != ImageRole.Swatch).Select(i => Link(i.Link)).OfType<string>()];

    private void Require(SchemaObject node, string name, string path)
    {
        if (!node.Has(name))
        {
            _issues.Add(new Issue("missing_required", path + name, $"A {node.Type} needs '{name}' for a rich result."));
        }
    }

    private void Recommend(SchemaObject node, string name, string path)
    {
        if (!node.Has(name))
        {
            _issues.Add(new Issue("missing_recommended", path + name, $"A {node.Type} should have '{name}'.", Severity.Warning));
        }
    }
}
