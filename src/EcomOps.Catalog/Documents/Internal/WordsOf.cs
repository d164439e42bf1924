using EcomOps.Catalog.Products;

namespace EcomOps.Catalog.Documents.Internal;

// The words that documents use for enumerations; the first is the default.
internal static class WordsOf
{
    public static readonly (string Word, Availability Value)[] Availabilities =
    [
        ("in_stock", Availability.InStock),
        ("limited", Availability.Limited),
        ("out_of_stock", Availability.OutOfStock),
        ("discontinued", Availability.Discontinued),
        ("preorder", Availability.PreOrder),
        ("backorder", Availability.BackOrder),
        ("in_store_only", Availability.InStoreOnly),
    ];

    public static readonly (string Word, ProductCondition Value)[] Conditions =
        [("new", ProductCondition.New), ("refurbished", ProductCondition.Refurbished), ("used", ProductCondition.Used)];

    public static readonly (string Word, ProductStatus Value)[] Statuses =
        [("published", ProductStatus.Published), ("draft", ProductStatus.Draft), ("archived", ProductStatus.Archived)];

    public static readonly (string Word, ImageRole Value)[] Roles =
        [("main", ImageRole.Main), ("gallery", ImageRole.Gallery), ("lifestyle", ImageRole.Lifestyle), ("swatch", ImageRole.Swatch)];
}
