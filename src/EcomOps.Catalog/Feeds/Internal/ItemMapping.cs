using System.Globalization;
using EcomOps.Catalog.Products;
using EcomOps.Core;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Catalog.Feeds.Internal;

// From a variant to the texts of a feed. Nothing is shortened, repaired or made up here: what does not fit is reported by the profile.
internal sealed class ItemMapping(FeedProfile profile, Publication publication, FeedOptions options)
{
    private const int MostAdditionalImages = 10;

    private static readonly InstantPattern Time = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss'Z'");

    public FeedItem Map(Product product, Variant variant)
    {
        IReadOnlyList<ProductImage> images = product.ImagesOf(variant);
        Dictionary<string, IReadOnlyList<string>> values = new(StringComparer.Ordinal);
        AddOwnAttributes(product, variant, values);
        Set(values, "id", variant.Sku.Value);
        Set(values, "title", product.TitleOf(variant, publication.Channel, publication.Locale));
        Set(values, "description", product.Description is { } d && d.TryGet(publication.Channel, publication.Locale, out string? description) ? description : null);
        Set(values, "link", variant.Link ?? product.Link);
        Set(values, "image_link", images is [var main, ..] ? main.Link : null);
        values["additional_image_link"] = [.. images.Skip(1).Take(MostAdditionalImages).Select(i => i.Link)];
        Set(values, "availability", profile == FeedProfile.Meta ? MetaName(variant.Availability) : GoogleName(variant.Availability));
        if (variant.Availability is Availability.PreOrder or Availability.BackOrder && variant.AvailableFrom is { } from)
        {
            Set(values, "availability_date", Time.Format(from));
        }

        AddPrices(variant, values);
        Set(values, "brand", product.Brand);
        Set(values, "gtin", variant.Gtin);
        Set(values, "mpn", variant.Mpn);
        Set(values, "identifier_exists", variant.IdentifierExists switch { true => "yes", false => "no", null => null });
        Set(values, "condition", product.Condition switch { ProductCondition.Refurbished => "refurbished", ProductCondition.Used => "used", _ => "new" });
        Set(values, "item_group_id", product.Variants.Count > 1 ? product.Id : null);
        AddPlace(product, values);
        AddMeasures(variant, values);
        return new FeedItem(
            profile.Attributes.Where(a => values.ContainsKey(a.Name)).Select(a => KeyValuePair.Create(a.Name, values[a.Name])),
            images is [{ File: { } file }, ..] ? file : null);
    }

    private static void Set(Dictionary<string, IReadOnlyList<string>> values, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            values[name] = [value];
        }
    }

    private static string Decimal(decimal value) => Math.Round(value, 4, MidpointRounding.AwayFromZero).ToString("0.####", CultureInfo.InvariantCulture);

    private static string GoogleName(Availability availability) => availability switch
    {
        Availability.InStock or Availability.Limited => "in_stock",
        Availability.PreOrder => "preorder",
        Availability.BackOrder => "backorder",
        _ => "out_of_stock",
    };

    private static string MetaName(Availability availability) => availability switch
    {
        Availability.InStock or Availability.Limited => "in stock",
        Availability.PreOrder => "preorder",
        Availability.BackOrder => "available for order",
        Availability.Discontinued => "discontinued",
        _ => "out of stock",
    };

    private void AddPrices(Variant variant, Dictionary<string, IReadOnlyList<string>> values)
    {
        if (variant.PriceIn(publication.Channel, options.Country) is not { } price)
        {
            return;
        }

        Set(values, "price", price.Regular.ToString());
        if (price.Sale is not { } sale)
        {
            return;
        }

        if (sale is { From: { } from, Until: { } until })
        {
            Set(values, "sale_price", sale.Amount.ToString());
            Set(values, "sale_price_effective_date", $"{Time.Format(from)}/{Time.Format(until)}");
        }
        else if (sale.IsInForce(options.At))
        {
            Set(values, "sale_price", sale.Amount.ToString());
        }
    }

    private void AddPlace(Product product, Dictionary<string, IReadOnlyList<string>> values)
    {
        if (publication.Taxonomy.TryFind(product.CategoryId, out _))
        {
            Set(values, "product_type", publication.Taxonomy.PathOf(product.CategoryId!));
            Set(values, "google_product_category", publication.Taxonomy.GoogleCategoryOf(product.CategoryId));
        }
    }

    private void AddMeasures(Variant variant, Dictionary<string, IReadOnlyList<string>> values)
    {
        if (profile.Find("product_weight") is null)
        {
            return;
        }

        if (variant.Weight is { } weight)
        {
            Set(values, "product_weight", weight.InGrams < 1000 ? Decimal(weight.InGrams) + " g" : Decimal(weight.InKilograms) + " kg");
        }

        if (variant.Dimensions is { } size)
        {
            Set(values, "product_length", Decimal(size.Length.InCentimetres) + " cm");
            Set(values, "product_width", Decimal(size.Width.InCentimetres) + " cm");
            Set(values, "product_height", Decimal(size.Height.InCentimetres) + " cm");
        }
    }

    // Attributes and options whose name the channel knows; an option value wins over an attribute.
    private void AddOwnAttributes(Product product, Variant variant, Dictionary<string, IReadOnlyList<string>> values)
    {
        foreach (string code in product.Attributes.Keys.Concat(variant.Attributes.Keys).Distinct(StringComparer.Ordinal))
        {
            if (Known(code) is { } name && product.Attribute(code, variant, publication.Channel, publication.Locale) is { } value)
            {
                values[name] = value.ToTexts();
            }
        }

        foreach ((string axis, string option) in variant.Options)
        {
            if (Known(axis) is { } name)
            {
                Set(values, name, option);
            }
        }
    }

    private string? Known(string code)
    {
        string name = options.AttributeNames.GetValueOrDefault(code, code);
        return profile.Find(name) is { HasParts: false } ? name : null;
    }
}
