using EcomOps.Catalog.Products;
using EcomOps.Core;
using EcomOps.Operations.History;
using EcomOps.Operations.Settings;

namespace EcomOps.Operations.Steps;

/// <summary>Products with their variants from the sellable units of the history.</summary>
internal static class CatalogueProducts
{
    internal static IEnumerable<Product> Of(ShopHistory history, StoreSettings settings, StockResults stock) =>
        history.Products.GroupBy(p => p.ParentId ?? p.Sku.Value, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Product(g.Key, [.. g], settings, stock));

    /// <summary>Whether stock says that it can be bought; without known stock everything that was ever sold counts as offered.</summary>
    internal static Availability AvailabilityOf(Sku sku, StockResults stock) =>
        !stock.IsKnown || stock.OnHand.GetValueOrDefault(sku) > stock.Claimed.GetValueOrDefault(sku) ? Availability.InStock : Availability.OutOfStock;

    private static Product Product(string id, ShopProduct[] units, StoreSettings settings, StockResults stock)
    {
        ShopProduct first = units[0];
        string? link = Link(settings.BaseUrl, id);
        return new()
        {
            Id = id,
            Title = Scoped.Global(first.Title),
            Description = first.Description is { } description ? Scoped.Global(description) : null,
            Brand = first.Brand ?? settings.Brand,
            Link = link,
            OptionAxes = [.. units.SelectMany(u => u.Options.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            Images = [.. first.Images.Select((image, i) => new ProductImage(image, i == 0 ? ImageRole.Main : ImageRole.Gallery))],
            Variants = [.. units.Select(u => Variant(u, units.Length > 1 && link is not null ? $"{link}?sku={Uri.EscapeDataString(u.Sku.Value)}" : null, stock))],
        };
    }

    private static Variant Variant(ShopProduct unit, string? link, StockResults stock) => new()
    {
        Sku = unit.Sku,
        Gtin = unit.Gtin?.Digits,
        Options = unit.Options,
        Price = unit.Price,
        Availability = AvailabilityOf(unit.Sku, stock),
        Title = Scoped.Global(unit.Title),
        Link = link,
        Images = [.. unit.Images.Select((image, i) => new ProductImage(image, i == 0 ? ImageRole.Main : ImageRole.Gallery))],
        Weight = unit.Weight,
    };

    private static string? Link(Uri? root, string id) => root is null ? null : new Uri(root, $"products/{Uri.EscapeDataString(id.ToLowerInvariant())}").ToString();
}
