using EcomOps.Analytics.Events.Internal;
using EcomOps.Core;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Analytics.Events;

public sealed partial record ShopEvent
{
    /// <summary>Products were searched.</summary>
    /// <param name="visit">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="term">What was searched for.</param>
    /// <returns>The event.</returns>
    public static ShopEvent ProductsSearched(EventVisit visit, Instant at, string term) => Of(ShopEventKind.ProductsSearched, visit, at, [], key: term) with { SearchTerm = term };

    /// <summary>A list was shown.</summary>
    /// <param name="visit">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="list">List.</param>
    /// <param name="items">What it showed.</param>
    /// <returns>The event.</returns>
    public static ShopEvent ListViewed(EventVisit visit, Instant at, EventList list, params IReadOnlyList<EventItem> items) =>
        Of(ShopEventKind.ListViewed, visit, at, items, key: list?.Id) with { List = list };

    /// <summary>A promotion was shown.</summary>
    /// <param name="visit">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="promotion">Promotion.</param>
    /// <param name="items">Products it stands for.</param>
    /// <returns>The event.</returns>
    public static ShopEvent PromotionViewed(EventVisit visit, Instant at, EventPromotion promotion, params IReadOnlyList<EventItem> items) =>
        Of(ShopEventKind.PromotionViewed, visit, at, items, key: promotion?.Id) with { Promotion = promotion };

    /// <summary>A promotion was clicked.</summary>
    /// <param name="visit">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="promotion">Promotion.</param>
    /// <param name="items">Products it stands for.</param>
    /// <returns>The event.</returns>
    public static ShopEvent PromotionClicked(EventVisit visit, Instant at, EventPromotion promotion, params IReadOnlyList<EventItem> items) =>
        Of(ShopEventKind.PromotionClicked, visit, at, items, key: promotion?.Id) with { Promotion = promotion };

    /// <summary>A product was chosen from a list.</summary>
    /// <param name="visit">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="item">Product.</param>
    /// <param name="list">List; null when not known.</param>
    /// <returns>The event.</returns>
    public static ShopEvent ProductClicked(EventVisit visit, Instant at, EventItem item, EventList? list = null) => Of(ShopEventKind.ProductClicked, visit, at, [item], list?.Id) with { List = list };

    /// <summary>A product page was shown.</summary>
    /// <param name="visit">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="item">Product.</param>
    /// <returns>The event; its value is the price.</returns>
    public static ShopEvent ProductViewed(EventVisit visit, Instant at, EventItem item) => Of(ShopEventKind.ProductViewed, visit, at, [item]);

    /// <summary>A product was put into the cart.</summary>
    /// <param name="visit">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="item">Product with the units added.</param>
    /// <returns>The event.</returns>
    public static ShopEvent ProductAdded(EventVisit visit, Instant at, EventItem item) => Of(ShopEventKind.ProductAdded, visit, at, [item]);

    /// <summary>A product was taken out of the cart.</summary>
    /// <param name="visit">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="item">Product with the units removed.</param>
    /// <returns>The event.</returns>
    public static ShopEvent ProductRemoved(EventVisit visit, Instant at, EventItem item) => Of(ShopEventKind.ProductRemoved, visit, at, [item]);

    /// <summary>The cart was shown.</summary>
    /// <param name="visit">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="items">Cart.</param>
    /// <returns>The event.</returns>
    public static ShopEvent CartViewed(EventVisit visit, Instant at, params IReadOnlyList<EventItem> items) => Of(ShopEventKind.CartViewed, visit, at, items);

    /// <summary>The checkout was begun.</summary>
    /// <param name="visit">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="items">Cart.</param>
    /// <returns>The event.</returns>
    public static ShopEvent CheckoutStarted(EventVisit visit, Instant at, params IReadOnlyList<EventItem> items) => Of(ShopEventKind.CheckoutStarted, visit, at, items);

    /// <summary>A shipping option was chosen.</summary>
    /// <param name="visit">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="shippingTier">Option.</param>
    /// <param name="items">Cart.</param>
    /// <returns>The event.</returns>
    public static ShopEvent ShippingInfoEntered(EventVisit visit, Instant at, string shippingTier, params IReadOnlyList<EventItem> items) =>
        Of(ShopEventKind.ShippingInfoEntered, visit, at, items) with { Checkout = new EventCheckout(ShippingTier: shippingTier) };

    /// <summary>Payment details were given.</summary>
    /// <param name="visit">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="paymentType">Means of payment.</param>
    /// <param name="items">Cart.</param>
    /// <returns>The event.</returns>
    public static ShopEvent PaymentInfoEntered(EventVisit visit, Instant at, string paymentType, params IReadOnlyList<EventItem> items) =>
        Of(ShopEventKind.PaymentInfoEntered, visit, at, items) with { Checkout = new EventCheckout(PaymentType: paymentType) };

    /// <summary>An order was placed.</summary>
    /// <param name="visit">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="order">Order.</param>
    /// <param name="items">Lines; the value is their sum.</param>
    /// <returns>The event. Browser and server give different ids for one order; what counts once is the order id.</returns>
    public static ShopEvent OrderCompleted(EventVisit visit, Instant at, EventOrder order, params IReadOnlyList<EventItem> items) =>
        Of(ShopEventKind.OrderCompleted, visit, at, items, order?.OrderId) with { Order = order };

    /// <summary>An order was refunded.</summary>
    /// <param name="visit">Who bought.</param>
    /// <param name="at">When it was refunded: the day the figures fall.</param>
    /// <param name="order">Order.</param>
    /// <param name="items">Returned lines; none for the whole order.</param>
    /// <returns>The event.</returns>
    public static ShopEvent OrderRefunded(EventVisit visit, Instant at, EventOrder order, params IReadOnlyList<EventItem> items) =>
        Of(ShopEventKind.OrderRefunded, visit, at, items, order?.OrderId) with { Order = order };

    /// <summary>Something of the shop's own happened.</summary>
    /// <param name="visit">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="name">Name in snake case.</param>
    /// <param name="properties">Properties; null for none.</param>
    /// <returns>The event.</returns>
    public static ShopEvent Custom(EventVisit visit, Instant at, string name, IReadOnlyDictionary<string, EventValue>? properties = null) =>
        Of(ShopEventKind.Custom, visit, at, [], name) with { CustomName = name, Properties = properties ?? EventEquality.NoProperties };

    /// <summary>An event of any kind, with the value of its items and an id derived from kind, visit, time, key and items.</summary>
    /// <param name="kind">Kind.</param>
    /// <param name="visit">Who.</param>
    /// <param name="at">When.</param>
    /// <param name="items">Products.</param>
    /// <param name="key">What tells two events of one kind and moment apart, for example an order id; null for nothing.</param>
    /// <returns>The event; it has no value when it has no items, their currencies differ, or the kind only shows products (lists, promotions, clicks).</returns>
    public static ShopEvent Of(ShopEventKind kind, EventVisit visit, Instant at, IReadOnlyList<EventItem> items, string? key = null)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(items);
        return new ShopEvent
        {
            EventId = EventIds.Derive(
                [kind.ToString(), visit.AnonymousId, visit.SessionId, visit.Source.ToString(), InstantPattern.ExtendedIso.Format(at), key, .. items.Select(i => i.ItemId)]),
            Kind = kind,
            Visit = visit,
            OccurredAt = at,
            Items = items,
            Value = HasValue(kind) ? ShopEventCheck.ValueOf(items) : null,
        };
    }

    private static bool HasValue(ShopEventKind kind) => kind is not (ShopEventKind.ListViewed or ShopEventKind.ListFiltered or ShopEventKind.PromotionViewed or ShopEventKind.PromotionClicked or ShopEventKind.ProductClicked);
}
