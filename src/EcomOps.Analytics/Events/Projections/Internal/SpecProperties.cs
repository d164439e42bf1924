using EcomOps.Core;

namespace EcomOps.Analytics.Events.Projections.Internal;

/// <summary>Properties by the e-commerce specification v2, as members of the object that is open.</summary>
internal static class SpecProperties
{
    // Long enough for every address; collectors with the specification set no limit on one text.
    internal const int LongestText = 1000;

    internal static string Name(ShopEvent e) => e.Kind == ShopEventKind.Custom ? e.CustomName! : TrackingPlan.Of(e.Kind).SpecName;

    internal static void Write(PayloadWriter writer, ShopEvent e, MarginTiers tiers, int mostProducts)
    {
        Order(writer, e);
        Surroundings(writer, e);
        writer.Text("margin_tier", tiers.Of(e.Items), "items");
        writer.Text("acquisition_source", e.Visit.Customer?.AcquisitionSource, "visit.customer.acquisitionSource");
        writer.Number("lifetime_purchases", e.Visit.Customer?.LifetimePurchases);
        writer.Id("session_id", e.Visit.SessionId, "visit.sessionId");
        writer.Text("event_source", e.Visit.Source switch { EventSource.Web => "web", EventSource.App => "app", _ => "server" }, "visit.source");
        if (e.Visit.Context.IsBot)
        {
            writer.Flag("is_bot", true);
        }

        if (e.Visit.Context.IsInternal)
        {
            writer.Flag("is_internal", true);
        }

        bool isSingle = e.Items.Count == 1 && e.Kind is ShopEventKind.ProductViewed or ShopEventKind.ProductClicked or ShopEventKind.ProductAdded or ShopEventKind.ProductRemoved or ShopEventKind.WishlistAdded;
        if (isSingle)
        {
            Product(writer, e.Items[0], 0, tiers);
        }

        Own(writer, e);
        if (!isSingle)
        {
            Products(writer, e, tiers, mostProducts);
        }
    }

    private static void Order(PayloadWriter writer, ShopEvent e)
    {
        bool isOrder = e.Order is not null;
        writer.Id("order_id", e.Order?.OrderId, "order.orderId");
        writer.Amount("value", e.Value);
        if (isOrder)
        {
            writer.Amount("revenue", e.Value);
            writer.Amount("total", e.Value is { } value ? value + (e.Order!.Tax ?? Money.Zero(value.Currency)) + (e.Order.Shipping ?? Money.Zero(value.Currency)) : null);
        }

        writer.Amount("tax", e.Order?.Tax);
        writer.Amount("shipping", e.Order?.Shipping);
        writer.Amount("discount", e.Order?.Discount);
        writer.Text("currency", (e.Value?.Currency ?? (e.Items.Count > 0 ? e.Items[0].Price.Currency : null))?.Code, "value.currency");
        writer.Text("coupon", e.Order?.Coupon, "order.coupon");
        writer.Text("coupon_id", e.Coupon?.Code, "coupon.code");
        writer.Text("reason", e.Coupon?.Reason, "coupon.reason");
        writer.Text("affiliation", e.Order?.Affiliation, "order.affiliation");
        writer.Text("payment_method", e.Checkout?.PaymentType ?? e.Order?.PaymentType, "checkout.paymentType");
        writer.Text("shipping_method", e.Checkout?.ShippingTier, "checkout.shippingTier");
        writer.Number("step", e.Checkout?.Step);
    }

    private static void Surroundings(PayloadWriter writer, ShopEvent e)
    {
        writer.Text("list_id", e.List?.Id, "list.id");
        writer.Text("list_name", e.List?.Name, "list.name");
        writer.Text("promotion_id", e.Promotion?.Id, "promotion.id");
        writer.Text(e.Promotion is null || e.Items.Count == 1 ? "promotion_name" : "name", e.Promotion?.Name, "promotion.name");
        writer.Text("creative", e.Promotion?.CreativeName, "promotion.creativeName");
        writer.Text("creative_slot", e.Promotion?.CreativeSlot, "promotion.creativeSlot");
        writer.Text("query", e.SearchTerm, "searchTerm");
    }

    private static void Own(PayloadWriter writer, ShopEvent e)
    {
        foreach ((string name, EventValue value) in e.Properties.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            if (writer.Has(name) || name is "products" or "distinct_id" or "time" or "token")
            {
                writer.Lose("properties." + name, "name_taken", "The event has a member of this name.");
            }
            else
            {
                writer.Value(name, value, "properties." + name);
            }
        }
    }

    private static void Products(PayloadWriter writer, ShopEvent e, MarginTiers tiers, int most)
    {
        if (e.Items.Count == 0)
        {
            return;
        }

        writer.Json.WriteStartArray("products");
        for (int i = 0; i < Math.Min(e.Items.Count, most); i++)
        {
            writer.Open();
            Product(writer, e.Items[i], i, tiers);
            writer.Json.WriteEndObject();
        }

        writer.Json.WriteEndArray();
        if (e.Items.Count > most)
        {
            writer.Lose("items", "limit", $"The collector takes at most {most} products of an event; the value is that of all.");
        }
    }

    private static void Product(PayloadWriter writer, EventItem item, int index, MarginTiers tiers)
    {
        writer.Item = index;
        writer.Id("product_id", item.ItemId, "itemId");
        writer.Id("sku", item.ItemId, "itemId");
        writer.Text("name", item.Name, "name");
        writer.Text("brand", item.Brand, "brand");
        writer.Text("category", item.Categories.Count == 0 ? null : string.Join(" / ", item.Categories), "categories");
        writer.Text("variant", item.Variant, "variant");
        writer.Amount("price", item.Price);
        writer.Number("quantity", item.Quantity);
        writer.Amount("unit_discount", item.Discount);
        writer.Text("coupon", item.Coupon, "coupon");
        writer.Number("position", item.Index);
        writer.Text("list_id", item.List?.Id, "list.id");
        writer.Text("list_name", item.List?.Name, "list.name");
        writer.Text("promotion_id", item.Promotion?.Id, "promotion.id");
        writer.Text("margin_tier", tiers.Of(item), string.Empty);
        writer.Item = -1;
    }
}
