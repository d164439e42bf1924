namespace EcomOps.Analytics.Events;

/// <summary>What happened. The names follow the e-commerce event specification v2 of Segment; <see cref="Custom"/> takes a name of the shop's own.</summary>
public enum ShopEventKind
{
    /// <summary>An event of the shop's own, named by <see cref="ShopEvent.CustomName"/>.</summary>
    Custom,

    /// <summary>Products were searched.</summary>
    ProductsSearched,

    /// <summary>A list of products was shown.</summary>
    ListViewed,

    /// <summary>A list of products was filtered or sorted.</summary>
    ListFiltered,

    /// <summary>A promotion was shown.</summary>
    PromotionViewed,

    /// <summary>A promotion was clicked.</summary>
    PromotionClicked,

    /// <summary>A product was chosen from a list.</summary>
    ProductClicked,

    /// <summary>A product page was shown.</summary>
    ProductViewed,

    /// <summary>A product was put into the cart.</summary>
    ProductAdded,

    /// <summary>A product was taken out of the cart.</summary>
    ProductRemoved,

    /// <summary>A product was put on the wish list.</summary>
    WishlistAdded,

    /// <summary>The cart was shown.</summary>
    CartViewed,

    /// <summary>The checkout was begun.</summary>
    CheckoutStarted,

    /// <summary>A step of the checkout was shown.</summary>
    CheckoutStepViewed,

    /// <summary>A step of the checkout was completed.</summary>
    CheckoutStepCompleted,

    /// <summary>A shipping option was chosen.</summary>
    ShippingInfoEntered,

    /// <summary>Payment details were given.</summary>
    PaymentInfoEntered,

    /// <summary>An order was placed.</summary>
    OrderCompleted,

    /// <summary>An order was changed.</summary>
    OrderUpdated,

    /// <summary>An order was cancelled.</summary>
    OrderCancelled,

    /// <summary>An order was refunded, in whole or in part.</summary>
    OrderRefunded,

    /// <summary>A coupon code was typed in.</summary>
    CouponEntered,

    /// <summary>A coupon was applied.</summary>
    CouponApplied,

    /// <summary>A coupon was refused.</summary>
    CouponDenied,

    /// <summary>A coupon was taken off.</summary>
    CouponRemoved,
}
