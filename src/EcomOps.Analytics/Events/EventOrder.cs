using EcomOps.Core;

namespace EcomOps.Analytics.Events;

/// <summary>The order of an event. All amounts are in the event's currency.</summary>
/// <param name="OrderId">Order number; an order counts once, whoever tells of it.</param>
public sealed record EventOrder(string OrderId)
{
    /// <summary>Tax; null when not known.</summary>
    public Money? Tax { get; init; }

    /// <summary>Shipping charged; null when not known.</summary>
    public Money? Shipping { get; init; }

    /// <summary>Discount of the whole order, already taken off the item prices; null for none.</summary>
    public Money? Discount { get; init; }

    /// <summary>Coupon of the order.</summary>
    public string? Coupon { get; init; }

    /// <summary>Means of payment, for example <c>card</c>.</summary>
    public string? PaymentType { get; init; }

    /// <summary>Store or partner that sold it.</summary>
    public string? Affiliation { get; init; }
}
