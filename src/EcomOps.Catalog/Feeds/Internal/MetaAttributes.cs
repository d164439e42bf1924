namespace EcomOps.Catalog.Feeds.Internal;

// Limits and values of Meta's catalogue reference; values are spelled with spaces where Google has underscores.
internal static class MetaAttributes
{
    public static IReadOnlyList<FeedAttribute> All { get; } =
    [
        new("id") { MaximumLength = 100, IsRequired = true },
        new("title") { MaximumLength = 200, IsRequired = true },
        new("description") { MaximumLength = 9999, IsRequired = true },
        Choice("availability", "in stock", "out of stock", "preorder", "available for order", "discontinued", "pending", "mark_as_sold") with { IsRequired = true },
        Choice("condition", "new", "refurbished", "used") with { IsRequired = true },
        new("price", FeedValueKind.Price) { IsRequired = true },
        new("sale_price", FeedValueKind.Price),
        new("sale_price_effective_date", FeedValueKind.DateRange),
        Link("link") with { IsRequired = true },
        Link("image_link") with { IsRequired = true },
        Link("additional_image_link") with { MaximumValues = 20 },
        new("brand") { MaximumLength = 100 },
        new("gtin", FeedValueKind.Gtin) { MaximumValues = 10 },
        new("mpn"),
        new("item_group_id"),
        new("google_product_category"),
        new("fb_product_category"),
        new("product_type"),
        new("quantity_to_sell_on_fb", FeedValueKind.WholeNumber) { Minimum = 0 },
        new("color"),
        new("size"),
        Choice("gender", "male", "female", "unisex"),
        Choice("age_group", "adult", "all ages", "infant", "kids", "newborn", "teen", "toddler"),
        new("material"),
        new("pattern"),
        new("custom_label_0"),
        new("custom_label_1"),
        new("custom_label_2"),
        new("custom_label_3"),
        new("custom_label_4"),
        new("shipping") { HasParts = true },
    ];

    private static FeedAttribute Link(string name) => new(name, FeedValueKind.Link) { MaximumLength = 2000 };

    private static FeedAttribute Choice(string name, params string[] values) => new(name, FeedValueKind.Choice) { Values = values };
}
