using System.Collections.Frozen;
using EcomOps.Analytics.Events.Validation.Internal;

namespace EcomOps.Analytics.Events.Projections;

/// <summary>Which canonical event becomes which event of the collectors: the one table that projections, documents and artefacts use.</summary>
/// <remarks>Sources: GA4 recommended events (developers.google.com/gtagjs/reference/event), e-commerce specification v2 (twilio.com/docs/segment/connections/spec/ecommerce/v2); 2026-11.</remarks>
public static class TrackingPlan
{
    /// <summary>All kinds but <see cref="ShopEventKind.Custom"/>, in the order of a visit.</summary>
    public static IReadOnlyList<TrackedEvent> Events { get; } =
    [
        Row(ShopEventKind.ProductsSearched, "search", "Products Searched"),
        Row(ShopEventKind.ListViewed, "view_item_list", "Product List Viewed"),
        Row(ShopEventKind.ListFiltered, null, "Product List Filtered"),
        Row(ShopEventKind.PromotionViewed, "view_promotion", "Promotion Viewed"),
        Row(ShopEventKind.PromotionClicked, "select_promotion", "Promotion Clicked"),
        Row(ShopEventKind.ProductClicked, "select_item", "Product Clicked"),
        Row(ShopEventKind.ProductViewed, "view_item", "Product Viewed"),
        Row(ShopEventKind.ProductAdded, "add_to_cart", "Product Added"),
        Row(ShopEventKind.ProductRemoved, "remove_from_cart", "Product Removed"),
        Row(ShopEventKind.WishlistAdded, "add_to_wishlist", "Product Added to Wishlist"),
        Row(ShopEventKind.CartViewed, "view_cart", "Cart Viewed"),
        Row(ShopEventKind.CheckoutStarted, "begin_checkout", "Checkout Started"),
        Row(ShopEventKind.CheckoutStepViewed, "checkout_step_viewed", "Checkout Step Viewed"),
        Row(ShopEventKind.CheckoutStepCompleted, null, "Checkout Step Completed"),
        Row(ShopEventKind.ShippingInfoEntered, "add_shipping_info", "Checkout Step Completed"),
        Row(ShopEventKind.PaymentInfoEntered, "add_payment_info", "Payment Info Entered"),
        Row(ShopEventKind.OrderCompleted, "purchase", "Order Completed"),
        Row(ShopEventKind.OrderUpdated, "order_updated", "Order Updated"),
        Row(ShopEventKind.OrderCancelled, "order_cancelled", "Order Cancelled"),
        Row(ShopEventKind.OrderRefunded, "refund", "Order Refunded"),
        Row(ShopEventKind.CouponEntered, "coupon_entered", "Coupon Entered"),
        Row(ShopEventKind.CouponApplied, "coupon_applied", "Coupon Applied"),
        Row(ShopEventKind.CouponDenied, "coupon_denied", "Coupon Denied"),
        Row(ShopEventKind.CouponRemoved, "coupon_removed", "Coupon Removed"),
    ];

    private static readonly FrozenDictionary<ShopEventKind, TrackedEvent> ByKind = Events.ToFrozenDictionary(e => e.Kind);

    /// <summary>Row of a kind.</summary>
    /// <param name="kind">Any kind but <see cref="ShopEventKind.Custom"/>.</param>
    /// <returns>The row.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The kind has no row.</exception>
    public static TrackedEvent Of(ShopEventKind kind) =>
        ByKind.TryGetValue(kind, out TrackedEvent? row) ? row : throw new ArgumentOutOfRangeException(nameof(kind), kind, "Custom events are not part of the plan.");

    private static TrackedEvent Row(ShopEventKind kind, string? ga4, string spec)
    {
        bool isCustom = ga4 is not null && !Ga4Names.Recommended.ContainsKey(ga4);
        return new TrackedEvent(kind, ga4, isCustom, spec, ga4 is null ? "not sent" : isCustom ? "currency where there is a value" : Needs(kind, Ga4Names.Recommended[ga4]));
    }

    private static string Needs(ShopEventKind kind, Ga4Needs needs)
    {
        List<string> words = [];
        if (needs.HasFlag(Ga4Needs.Transaction))
        {
            words.Add("transaction_id");
        }

        if (needs.HasFlag(Ga4Needs.Value))
        {
            words.AddRange(["currency", "value"]);
        }

        if (needs.HasFlag(Ga4Needs.Items))
        {
            words.Add("items");
        }

        if (needs.HasFlag(Ga4Needs.SearchTerm))
        {
            words.Add("search_term");
        }

        string own = kind switch { ShopEventKind.ShippingInfoEntered => ", shipping_tier", ShopEventKind.PaymentInfoEntered => ", payment_type", _ => string.Empty };
        bool hasValue = !needs.HasFlag(Ga4Needs.Value) && kind is not (ShopEventKind.ProductsSearched or ShopEventKind.ListViewed or ShopEventKind.PromotionViewed or ShopEventKind.PromotionClicked or ShopEventKind.ProductClicked);
        return string.Join(", ", words) + own + (hasValue ? "; currency and value" : string.Empty);
    }
}
