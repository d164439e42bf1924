using System.Text.Json;
using EcomOps.Catalog.Products;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Catalog.Documents.Internal;

internal static class ProductReader
{
    public static Product? Read(JsonElement element, string path, List<Issue> issues)
    {
        int before = issues.Count;
        MemberReader members = new(element, path, issues);
        string? id = members.Text("id", needed: true);
        Scoped<string>? title = members.ScopedText("title", needed: true);
        List<Variant> variants = [.. members.List("variants", needed: true).Select(v => Variant(v.Element, v.Path, issues)).OfType<Variant>()];
        Product product = new()
        {
            Id = id ?? string.Empty,
            Title = title ?? string.Empty,
            Description = members.ScopedText("description"),
            Brand = members.Text("brand"),
            Link = members.Text("link"),
            CategoryId = members.Text("category"),
            OtherCategoryIds = members.Texts("otherCategories"),
            OptionAxes = members.Texts("optionAxes"),
            Variants = variants,
            Images = Images(members, issues),
            Attributes = Attributes(members, issues),
            Tags = members.Texts("tags"),
            Condition = members.Choice("condition", WordsOf.Conditions),
            Status = members.Choice("status", WordsOf.Statuses),
            IsDigital = members.Flag("digital") ?? false,
            Rating = Rating(members, issues),
        };
        members.Finish();
        return issues.Count == before ? product : null;
    }

    private static Variant? Variant(JsonElement element, string path, List<Issue> issues)
    {
        MemberReader members = new(element, path, issues);
        string? sku = members.Text("sku", needed: true);
        if (sku is not null && !Sku.IsValid(sku))
        {
            issues.Add(new Issue("invalid_value", path + ".sku", $"'{sku}' is not a SKU: use 1 to {Sku.MaximumLength} characters without white space at the ends."));
        }

        Money? regular = members.Money("price");
        Variant variant = new()
        {
            Sku = Sku.IsValid(sku) ? new Sku(sku!) : default,
            Gtin = members.Text("gtin"),
            Mpn = members.Text("mpn"),
            IdentifierExists = members.Flag("identifierExists"),
            Options = members.TextMap("options"),
            Price = regular is { } amount ? new Price(amount, Sale(members, issues)) : null,
            MarketPrices = [.. members.List("prices").Select(p => MarketPrice(p.Element, p.Path, issues)).OfType<MarketPrice>()],
            Availability = members.Choice("availability", WordsOf.Availabilities),
            AvailableFrom = members.Instant("availableFrom"),
            Title = members.ScopedText("title"),
            Link = members.Text("link"),
            Images = Images(members, issues),
            Attributes = Attributes(members, issues),
            Weight = members.Weight("weight"),
            Dimensions = members.Dimensions("dimensions"),
        };
        if (regular is null)
        {
            members.Forbid("sale", "A sale needs the regular 'price' beside it.");
        }

        members.Finish();
        return variant;
    }

    private static SalePrice? Sale(MemberReader members, List<Issue> issues)
    {
        if (members.Object("sale") is not { } sale)
        {
            return null;
        }

        MemberReader inner = new(sale.Element, sale.Path, issues);
        Money? amount = inner.Money("price", needed: true);
        Instant? from = inner.Instant("from"), until = inner.Instant("until");
        inner.Finish();
        return amount is { } price ? new SalePrice(price, from, until) : null;
    }

    private static MarketPrice? MarketPrice(JsonElement element, string path, List<Issue> issues)
    {
        MemberReader members = new(element, path, issues);
        Money? regular = members.Money("price", needed: true);
        SalePrice? sale = Sale(members, issues);
        string? channel = members.Text("channel");
        string? country = members.Text("country");
        if (country is not null && !CountryCode.IsValid(country))
        {
            issues.Add(new Issue("invalid_value", path + ".country", $"'{country}' is not a country code such as NL."));
            country = null;
        }

        members.Finish();
        return regular is { } amount ? new MarketPrice(new Price(amount, sale), channel, country is null ? (CountryCode?)null : new CountryCode(country)) : null;
    }

    private static ProductImage[] Images(MemberReader members, List<Issue> issues) =>
        [.. members.List("images").Select(i => Image(i.Element, i.Path, issues)).OfType<ProductImage>()];

    private static ProductImage? Image(JsonElement element, string path, List<Issue> issues)
    {
        if (element.ValueKind == JsonValueKind.String)
        {
            return new ProductImage(element.GetString()!);
        }

        MemberReader members = new(element, path, issues);
        string? link = members.Text("link", needed: true);
        ImageRole role = members.Choice("role", WordsOf.Roles);
        Scoped<string>? alternative = members.ScopedText("alt");
        ImageFile? file = members.Object("file") is { } facts ? File(facts.Element, facts.Path, issues) : null;
        members.Finish();
        return link is null ? null : new ProductImage(link, role) { AlternativeText = alternative, File = file };
    }

    private static ImageFile File(JsonElement element, string path, List<Issue> issues)
    {
        MemberReader members = new(element, path, issues);
        ImageFile file = new(
            members.Text("format", needed: true) ?? string.Empty,
            (int)(members.Whole("width", int.MaxValue) ?? 0),
            (int)(members.Whole("height", int.MaxValue) ?? 0),
            members.Whole("bytes", long.MaxValue) ?? 0,
            members.Text("sha256"));
        members.Finish();
        return file;
    }

    private static ProductRating? Rating(MemberReader members, List<Issue> issues)
    {
        if (members.Object("rating") is not { } rating)
        {
            return null;
        }

        MemberReader inner = new(rating.Element, rating.Path, issues);
        ProductRating read = new(inner.Number("average") ?? 0, inner.Whole("count", long.MaxValue) ?? 0, inner.Whole("reviews", long.MaxValue))
        {
            Best = inner.Number("best") ?? 5,
            Worst = inner.Number("worst") ?? 1,
        };
        inner.Finish();
        return read;
    }

    private static Dictionary<string, Scoped<AttributeValue>> Attributes(MemberReader members, List<Issue> issues)
    {
        Dictionary<string, Scoped<AttributeValue>> attributes = new(StringComparer.Ordinal);
        if (members.Object("attributes") is { } map)
        {
            foreach (JsonProperty property in map.Element.EnumerateObject())
            {
                if (AttributeReader.Read(property.Value, $"{map.Path}.{property.Name}", issues) is { } value)
                {
                    attributes[property.Name] = value;
                }
            }
        }

        return attributes;
    }
}
