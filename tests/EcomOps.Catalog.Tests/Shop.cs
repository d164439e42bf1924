using EcomOps.Catalog.Products;
using EcomOps.Core;

namespace EcomOps.Catalog.Tests;

/// <summary>Small products that tests change with <c>with</c>.</summary>
internal static class Shop
{
    public static Variant Bottle { get; } = new()
    {
        Sku = "SKU-1001",
        Gtin = "4006381333931",
        Price = Money.Usd(19.90m),
    };

    public static Product Product { get; } = new()
    {
        Id = "P-1",
        Title = "Steel water bottle 750 ml",
        Description = "Double-wall bottle made of stainless steel.",
        Brand = "Northfall",
        Link = "https://shop.example.com/p/1001",
        Images = [new ProductImage("https://cdn.example.com/i/1001.jpg")],
        Variants = [Bottle],
    };

    public static Product Shirt { get; } = Product with
    {
        Id = "P-2",
        Title = "Linen shirt",
        OptionAxes = ["color", "size"],
        Variants =
        [
            new Variant { Sku = "SHIRT-B-M", Options = new Dictionary<string, string> { ["color"] = "blue", ["size"] = "M" }, Price = Money.Eur(49m), Mpn = "LS-1" },
            new Variant { Sku = "SHIRT-B-L", Options = new Dictionary<string, string> { ["color"] = "blue", ["size"] = "L" }, Price = Money.Eur(49m), Mpn = "LS-2" },
        ],
    };

    public static ProductCatalog Catalog(params Product[] products) => ProductCatalog.Of(products);

    public static Publication Publish(params Product[] products) => ProductCatalog.Of(products).Published("google");
}
