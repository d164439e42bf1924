using EcomOps.Analytics.Events.Validation;
using EcomOps.Analytics.Events.Validation.Internal;

namespace EcomOps.Analytics.Events.Projections.Internal;

/// <summary>Parameters of a GA4 event: what GA4 knows first, then the custom dimensions, then properties of the shop's own as far as there is room.</summary>
internal static class Ga4Parameters
{
    private static readonly (string Name, string Path)[] Categories =
        [.. Enumerable.Range(0, EventItem.MaxCategories).Select(i => (i == 0 ? "item_category" : $"item_category{i + 1}", $"categories[{i}]"))];

    internal static void Write(PayloadWriter writer, ShopEvent e, Ga4ProjectionOptions options, bool isProtocol)
    {
        writer.Open(isProtocol ? "params" : null);
        if (isProtocol)
        {
            writer.Id("session_id", e.Visit.SessionId, "visit.sessionId");

            // Reports take an event for activity only with a positive time; the canonical event has no measure of it.
            writer.Number("engagement_time_msec", 1);
        }

        Commerce(writer, e);
        Dimensions(writer, e, options);
        Context(writer, e, isProtocol);
        Own(writer, e, isProtocol);
        Items(writer, e, options);
        writer.Json.WriteEndObject();
    }

    private static void Commerce(PayloadWriter writer, ShopEvent e)
    {
        writer.Id("transaction_id", e.Order?.OrderId, "order.orderId");
        if (e.Value is { } value)
        {
            writer.Amount("value", value);
            writer.Text("currency", value.Currency.Code, "value.currency");
        }

        writer.Amount("tax", e.Order?.Tax);
        writer.Amount("shipping", e.Order?.Shipping);
        writer.Text("coupon", e.Order?.Coupon ?? e.Coupon?.Code, "order.coupon");
        writer.Text("coupon_reason", e.Coupon?.Reason, "coupon.reason");
        writer.Text("affiliation", e.Order?.Affiliation, "order.affiliation");
        writer.Text("payment_type", e.Checkout?.PaymentType ?? e.Order?.PaymentType, "checkout.paymentType");
        writer.Text("shipping_tier", e.Checkout?.ShippingTier, "checkout.shippingTier");
        writer.Number("checkout_step", e.Checkout?.Step);
        writer.Text("item_list_id", e.List?.Id, "list.id");
        writer.Text("item_list_name", e.List?.Name, "list.name");
        writer.Text("promotion_id", e.Promotion?.Id, "promotion.id");
        writer.Text("promotion_name", e.Promotion?.Name, "promotion.name");
        writer.Text("creative_name", e.Promotion?.CreativeName, "promotion.creativeName");
        writer.Text("creative_slot", e.Promotion?.CreativeSlot, "promotion.creativeSlot");
        writer.Text("search_term", e.SearchTerm, "searchTerm");
        if (e.Order?.Discount is not null)
        {
            writer.Lose("order.discount", "not_taken", "GA4 has discounts of items only.");
        }
    }

    private static void Dimensions(PayloadWriter writer, ShopEvent e, Ga4ProjectionOptions options)
    {
        writer.Text("margin_tier", options.MarginTiers.Of(e.Items), "items");
        if (!options.CustomerAsUserProperties)
        {
            writer.Text("acquisition_source", e.Visit.Customer?.AcquisitionSource, "visit.customer.acquisitionSource");
            writer.Number("lifetime_purchases", e.Visit.Customer?.LifetimePurchases);
        }
    }

    private static void Context(PayloadWriter writer, ShopEvent e, bool isProtocol)
    {
        EventContext context = e.Visit.Context;
        if (context.IsInternal)
        {
            writer.Text("traffic_type", "internal", "visit.context.isInternal");
        }

        if (context.IsBot)
        {
            writer.Number("is_bot", 1);
        }

        // On the page gtag knows address, title, language and campaign itself.
        if (!isProtocol)
        {
            return;
        }

        Roomy(writer, "page_location", context.PageUrl, "visit.context.pageUrl", CollectorLimits.Ga4PageLocation);
        Roomy(writer, "page_title", context.PageTitle, "visit.context.pageTitle", CollectorLimits.Ga4PageTitle);
        Roomy(writer, "page_referrer", context.Referrer, "visit.context.referrer", CollectorLimits.Ga4PageReferrer);
        Roomy(writer, "language", context.Locale, "visit.context.locale", CollectorLimits.Ga4ParameterValue);
        foreach ((string path, bool isSet) in (ReadOnlySpan<(string, bool)>)[("visit.context.campaign", context.Campaign is not null), ("visit.context.device", context.Device is not null), ("visit.context.timeZone", context.TimeZone is not null)])
        {
            if (isSet)
            {
                writer.Lose(path, "not_taken", "GA4 takes this from the page only.");
            }
        }
    }

    private static void Roomy(PayloadWriter writer, string name, string? value, string path, int longest)
    {
        if (value is not null && writer.Count >= CollectorLimits.Ga4Parameters)
        {
            writer.Lose(path, "limit", $"An event has at most {CollectorLimits.Ga4Parameters} parameters.");
            return;
        }

        writer.Text(name, value, path, longest);
    }

    private static void Own(PayloadWriter writer, ShopEvent e, bool isProtocol)
    {
        if (e.Properties.Count == 0)
        {
            return;
        }

        foreach ((string name, EventValue value) in e.Properties.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            string path = "properties." + name;
            Ga4Place place = Ga4Names.Parameters.GetValueOrDefault(name);
            if (place.HasFlag(Ga4Place.Reserved) || Ga4Names.HasReservedPrefix(name) || (isProtocol && place.HasFlag(Ga4Place.ProtocolParameter)))
            {
                writer.Lose(path, "name_reserved", "GA4 reserves the name.");
            }
            else if (place.HasFlag(Ga4Place.EventParameter) || writer.Has(name))
            {
                writer.Lose(path, "name_taken", "The event has a member of this meaning.");
            }
            else if (writer.Count >= CollectorLimits.Ga4Parameters)
            {
                writer.Lose(path, "limit", $"An event has at most {CollectorLimits.Ga4Parameters} parameters.");
            }
            else
            {
                writer.Value(name, value, path);
            }
        }
    }

    private static void Items(PayloadWriter writer, ShopEvent e, Ga4ProjectionOptions options)
    {
        if (e.Items.Count == 0)
        {
            return;
        }

        writer.Json.WriteStartArray("items");
        for (int i = 0; i < Math.Min(e.Items.Count, CollectorLimits.Ga4Items); i++)
        {
            Item(writer, e.Items[i], i, options);
        }

        writer.Json.WriteEndArray();
        if (e.Items.Count > CollectorLimits.Ga4Items)
        {
            writer.Lose("items", "limit", $"An event has at most {CollectorLimits.Ga4Items} items; the value is that of all.");
        }
    }

    private static void Item(PayloadWriter writer, EventItem item, int index, Ga4ProjectionOptions options)
    {
        writer.Open();
        writer.Item = index;
        writer.Id("item_id", item.ItemId, "itemId");
        writer.Text("item_name", item.Name, "name");
        writer.Text("item_brand", item.Brand, "brand");
        for (int level = 0; level < item.Categories.Count; level++)
        {
            (string name, string path) = Categories[level];
            writer.Text(name, item.Categories[level], path);
        }

        writer.Text("item_variant", item.Variant, "variant");
        writer.Amount("price", item.Price);
        writer.Number("quantity", item.Quantity);
        writer.Amount("discount", item.Discount);
        writer.Text("coupon", item.Coupon, "coupon");
        writer.Number("index", item.Index);
        writer.Text("item_list_id", item.List?.Id, "list.id");
        writer.Text("item_list_name", item.List?.Name, "list.name");
        writer.Text("promotion_id", item.Promotion?.Id, "promotion.id");
        writer.Text("promotion_name", item.Promotion?.Name, "promotion.name");
        writer.Text("creative_name", item.Promotion?.CreativeName, "promotion.creativeName");
        writer.Text("creative_slot", item.Promotion?.CreativeSlot, "promotion.creativeSlot");
        writer.Text("margin_tier", options.MarginTiers.Of(item), string.Empty);
        writer.Item = -1;
        writer.Json.WriteEndObject();
    }
}
