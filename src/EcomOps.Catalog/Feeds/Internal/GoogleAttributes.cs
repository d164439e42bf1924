namespace EcomOps.Catalog.Feeds.Internal;

// Limits and values of Google's product data specification; the order is the one in which feeds are written.
internal static class GoogleAttributes
{
    private static readonly string[] YesNo = ["yes", "no", "true", "false"];

    private static readonly string[] Destinations =
    [
        "Shopping_ads", "Buy_on_Google_listings", "Display_ads", "Local_inventory_ads", "Free_listings", "Free_local_listings", "YouTube_Shopping",
    ];

    private static readonly string[] Authorities = ["ADEME", "BMWK", "EPA", "EC"];

    private static readonly string[] Certificates =
    [
        "ENERGY_STAR", "ENERGY_STAR_MOST_EFFICIENT", "EPREL", "EU_ECOLABEL", "VEHICLE_ENERGY_EFFICIENCY", "VEHICLE_ENERGY_EFFICIENCY_DISCHARGED_BATTERY",
    ];

    public static IReadOnlyList<FeedAttribute> All { get; } =
    [
        Text("id", 50) with { IsRequired = true },
        Text("title", 150) with { IsRequired = true },
        Text("description", 5000) with { IsRequired = true },
        Link("link") with { IsRequired = true },
        Link("image_link") with { IsRequired = true },
        Link("additional_image_link") with { MaximumValues = null },
        Link("mobile_link"),
        Link("ads_redirect"),
        Link("lifestyle_image_link"),
        Link("virtual_model_link"),
        Choice("availability", "in_stock", "out_of_stock", "preorder", "backorder") with { IsRequired = true, ToleratesSpaces = true },
        new("availability_date", FeedValueKind.Date),
        new("price", FeedValueKind.Price) { IsRequired = true },
        new("sale_price", FeedValueKind.Price),
        new("sale_price_effective_date", FeedValueKind.DateRange),
        new("unit_pricing_measure"),
        new("subscription_cost", FeedValueKind.Parts) { HasParts = true, PartValues = [["month", "year", "week"]] },
        Text("brand", 70),
        new("gtin", FeedValueKind.Gtin) { MaximumValues = 10 },
        Text("mpn", 70),
        Choice("identifier_exists", YesNo),
        Choice("condition", "new", "used", "refurbished"),
        Text("item_group_id", 50),
        Text("google_product_category", 750),
        Text("product_type", 750),
        Text("color", 100),
        Text("size", 100),
        Choice("size_system", "AU", "BR", "CN", "DE", "EU", "FR", "IT", "JP", "MEX", "UK", "US"),
        Choice("size_type", "regular", "petite", "maternity", "big", "tall", "plus") with { MaximumValues = 2 },
        Choice("gender", "male", "female", "unisex"),
        Choice("age_group", "adult", "kids", "toddler", "infant", "newborn"),
        Text("material", 200),
        Text("pattern", 100),
        Choice("adult", YesNo),
        Choice("is_bundle", YesNo),
        new("multipack", FeedValueKind.WholeNumber) { Minimum = 2 },
        Choice("energy_efficiency_class", "A+++", "A++", "A+", "A", "B", "C", "D", "E", "F", "G"),
        new("certification", FeedValueKind.Parts) { HasParts = true, PartValues = [Authorities, Certificates] },
        Text("short_title", 150) with { RecommendedMinimum = 5, RecommendedMaximum = 65 },
        Text("product_highlight", 150) with { MaximumValues = null },
        new("product_detail") { HasParts = true },
        new("structured_title") { HasParts = true },
        Text("structured_title.content", 150) with { HasParts = true },
        new("structured_description") { HasParts = true },
        Text("structured_description.content", 5000) with { HasParts = true },
        Size("product_length"),
        Size("product_width"),
        Size("product_height"),
        new("product_weight", FeedValueKind.Measure) { Units = ["g", "kg", "lb", "oz"], Maximum = 2000 },
        Text("custom_label_0", 100),
        Text("custom_label_1", 100),
        Text("custom_label_2", 100),
        Text("custom_label_3", 100),
        Text("custom_label_4", 100),
        new("shipping") { HasParts = true },
        Text("shipping_label", 100),
        Text("return_policy_label", 100),
        Choice("pickup_method", "not_supported", "buy", "reserve", "ship_to_store"),
        Choice("pickup_sla", "same_day", "next_day", "two_day", "three_day", "four_day", "five_day", "six_day", "multi_week"),
        Text("promotion_id", 50) with { MaximumValues = null },
        Choice("included_destination", Destinations) with { MaximumValues = null },
        Choice("excluded_destination", Destinations) with { MaximumValues = null },
        Choice("pause", "ads", "all"),
        Text("external_seller_id", 50),
        Text("feed_label", 20),
    ];

    private static FeedAttribute Text(string name, int limit) => new(name) { MaximumLength = limit };

    private static FeedAttribute Link(string name) => new(name, FeedValueKind.Link) { MaximumLength = 2000 };

    private static FeedAttribute Choice(string name, params string[] values) => new(name, FeedValueKind.Choice) { Values = values };

    private static FeedAttribute Size(string name) => new(name, FeedValueKind.Measure) { Units = ["cm", "in"], Maximum = 3000 };
}
