using EcomOps.Catalog.Taxonomies;
using EcomOps.Core;

namespace EcomOps.Catalog.Products.Internal;

internal sealed class CatalogValidation
{
    private readonly List<Issue> _issues = [];
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<Sku, string> _skus = [];
    private readonly Dictionary<Gtin, string> _gtins = [];
    private readonly Taxonomy? _taxonomy;

    private CatalogValidation(Taxonomy? taxonomy) => _taxonomy = taxonomy;

    public static IReadOnlyList<Issue> Check(IReadOnlyList<Product> products, Taxonomy? taxonomy)
    {
        CatalogValidation run = new(taxonomy);
        for (int i = 0; i < products.Count; i++)
        {
            run.Check(products[i], i);
        }

        return run._issues;
    }

    private void Check(Product product, int index)
    {
        string path = string.IsNullOrWhiteSpace(product.Id) ? $"products[{index}]" : $"products[{product.Id}]";
        if (string.IsNullOrWhiteSpace(product.Id))
        {
            Error("missing_id", path + ".id", "The product has no id; give it a stable one.");
        }
        else if (!_ids.TryAdd(product.Id, index))
        {
            Error("duplicate_product_id", path + ".id", $"Another product has the id '{product.Id}'; a look-up finds the first one only.");
        }

        if (product.Title.Values.All(v => string.IsNullOrWhiteSpace(v.Value)))
        {
            Error("missing_title", path + ".title", "The product has no title in any language.");
        }

        if (product.Description is null || product.Description.Values.All(v => string.IsNullOrWhiteSpace(v.Value)))
        {
            Warn("missing_description", path + ".description", "The product has no description; channels refuse it.");
        }

        if (product.Images.Count == 0 && product.Variants.Any(v => v.Images.Count == 0))
        {
            Warn("missing_image", path + ".images", "Not every variant has an image; channels refuse those without.");
        }

        foreach (string category in (IEnumerable<string>)[.. product.CategoryId is { } id ? [id] : Array.Empty<string>(), .. product.OtherCategoryIds])
        {
            if (_taxonomy is not null && !_taxonomy.TryFind(category, out _))
            {
                Error("unknown_category", path + ".categoryId", $"There is no category '{category}' in the taxonomy.");
            }
        }

        CheckLinks(path, product.Link, product.Images);
        CheckRating(product, path);
        CheckVariants(product, path);
    }

    private void CheckRating(Product product, string path)
    {
        if (product.Rating is { } rating && (rating.Count < 1 || rating.Average < rating.Worst || rating.Average > rating.Best))
        {
            Error("rating_out_of_range", path + ".rating", $"The rating {rating.Average} of {rating.Count} does not lie between {rating.Worst} and {rating.Best} with at least one vote.");
        }
    }

    private void CheckVariants(Product product, string path)
    {
        if (product.Variants.Count == 0)
        {
            Error("missing_variant", path + ".variants", "The product has no variant, so that nothing can be sold.");
        }

        if (product.OptionAxes.Distinct(StringComparer.Ordinal).Count() < product.OptionAxes.Count)
        {
            Error("duplicate_axis", path + ".optionAxes", "An option axis is named twice.");
        }

        HashSet<string> combinations = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < product.Variants.Count; i++)
        {
            Variant variant = product.Variants[i];
            string place = variant.Sku.IsEmpty ? $"{path}.variants[{i}]" : $"{path}.variants[{variant.Sku}]";
            CheckIdentity(variant, place);
            CheckOptions(product, variant, place, combinations);
            CheckPrices(variant, place);
            CheckLinks(place, variant.Link, variant.Images);
        }
    }

    private void CheckIdentity(Variant variant, string path)
    {
        if (variant.Sku.IsEmpty)
        {
            Error("missing_sku", path + ".sku", "The variant has no SKU.");
        }
        else if (!_skus.TryAdd(variant.Sku, path))
        {
            Error("duplicate_sku", path + ".sku", $"{_skus[variant.Sku]} has the SKU '{variant.Sku}' too; each variant needs its own.");
        }

        if (string.IsNullOrWhiteSpace(variant.Gtin))
        {
            return;
        }

        GtinReading reading = Gtin.Read(variant.Gtin);
        if (reading.Reason is { } reason)
        {
            string suggestion = reading.Suggestion is { } repaired ? $" '{repaired}' would be right: ask the maker." : string.Empty;
            Error(reason, path + ".gtin", $"'{variant.Gtin}' cannot be used as a GTIN.{suggestion}");
        }

        if (reading.Gtin is { } gtin && !_gtins.TryAdd(gtin, path))
        {
            Warn("duplicate_gtin", path + ".gtin", $"{_gtins[gtin]} has the GTIN {gtin} too; a GTIN identifies one trade item.");
        }
    }

    private void CheckOptions(Product product, Variant variant, string path, HashSet<string> combinations)
    {
        foreach (string axis in product.OptionAxes.Where(axis => string.IsNullOrWhiteSpace(variant.Options.GetValueOrDefault(axis))))
        {
            Error("missing_option", $"{path}.options[{axis}]", $"The variant has no value on the axis '{axis}'.");
        }

        foreach (string axis in variant.Options.Keys.Where(axis => !product.OptionAxes.Contains(axis)))
        {
            Error("unknown_option", $"{path}.options[{axis}]", $"'{axis}' is no axis of the product; add it to the axes or make it an attribute.");
        }

        if (!combinations.Add(string.Join('\u001f', product.OptionAxes.Select(axis => variant.Options.GetValueOrDefault(axis)))))
        {
            Error("variant_not_distinct", path + ".options", "Another variant of the product has the same option values.");
        }
    }

    private void CheckPrices(Variant variant, string path)
    {
        if (variant.Price is null && variant.MarketPrices.Count == 0)
        {
            Warn("missing_price", path + ".price", "The variant has no price; channels refuse it.");
        }

        if (variant.Price is { } price)
        {
            CheckPrice(price, path + ".price");
        }

        for (int i = 0; i < variant.MarketPrices.Count; i++)
        {
            CheckPrice(variant.MarketPrices[i].Price, $"{path}.marketPrices[{i}].price");
        }
    }

    private void CheckPrice(Price price, string path)
    {
        CheckAmount(price.Regular, path + ".regular");
        if (price.Sale is not { } sale)
        {
            return;
        }

        CheckAmount(sale.Amount, path + ".sale.amount");
        if (sale.Amount.Currency != price.Regular.Currency)
        {
            Error("currency_mismatch", path + ".sale.amount", $"The sale price is in {sale.Amount.Currency}, the regular one in {price.Regular.Currency}.");
        }
        else if (sale.Amount > price.Regular)
        {
            Error("sale_price_above_price", path + ".sale.amount", $"The sale price {sale.Amount} is above the regular price {price.Regular}.");
        }

        if (sale.From is { } from && sale.Until is { } until && from >= until)
        {
            Error("sale_window_reversed", path + ".sale", $"The sale ends at {until} and begins at {from}.");
        }
    }

    private void CheckAmount(Money amount, string path)
    {
        if (amount.Amount <= 0)
        {
            Error("price_not_positive", path, $"{amount} is not above zero.");
        }

        if (!amount.IsPayable)
        {
            Error("price_too_precise", path, $"{amount} has more decimals than {amount.Currency} has ({amount.Currency.MinorUnits}).");
        }
    }

    private void CheckLinks(string path, string? link, IReadOnlyList<ProductImage> images)
    {
        if (!string.IsNullOrWhiteSpace(link) && !WebAddress.IsValid(link))
        {
            Error("invalid_url", path + ".link", $"'{link}' is not an absolute http or https address.");
        }

        for (int i = 0; i < images.Count; i++)
        {
            if (!WebAddress.IsValid(images[i].Link))
            {
                Error("invalid_url", $"{path}.images[{i}].link", $"'{images[i].Link}' is not an absolute http or https address.");
            }
        }
    }

    private void Error(string code, string path, string message) => _issues.Add(new Issue(code, path, message));

    private void Warn(string code, string path, string message) => _issues.Add(new Issue(code, path, message, Severity.Warning));
}
