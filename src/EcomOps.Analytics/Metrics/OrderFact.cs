using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Metrics;

/// <summary>One order as metrics need it. All amounts are in one currency.</summary>
/// <param name="Id">Order id; a second order with the same id is left out and reported.</param>
/// <param name="CustomerId">Customer; null for a guest.</param>
/// <param name="At">When it was placed; the order counts with all its lines on this day of the shop's zone.</param>
/// <param name="Lines">Lines.</param>
public sealed record OrderFact(string Id, string? CustomerId, Instant At, IReadOnlyList<OrderLineFact> Lines)
{
    /// <summary>Acquisition channel, spelled as on spend and sessions; null when not known.</summary>
    public string? Channel { get; init; }

    /// <summary>Where it was placed (web shop, marketplace, store); null when not known.</summary>
    public string? SalesChannel { get; init; }

    /// <summary>Country of destination; null when not known.</summary>
    public string? Country { get; init; }

    /// <summary>Whether it arrived by the promised day; null while it has not arrived or nothing was promised.</summary>
    public bool? DeliveredOnTime { get; init; }

    /// <summary>Customer segment; null when not known.</summary>
    public string? Segment { get; init; }

    /// <summary>Whether it is a test order, which no metric counts.</summary>
    public bool IsTest { get; init; }

    /// <summary>Shipping charged; null counts as none.</summary>
    public Money? Shipping { get; init; }

    /// <summary>Taxes charged; null counts as none.</summary>
    public Money? Tax { get; init; }

    /// <summary>What shipping cost; null when not known.</summary>
    public Money? ShippingCost { get; init; }

    /// <summary>Payment fees; null when not known.</summary>
    public Money? PaymentFee { get; init; }

    /// <summary>Pick and pack; null when not known.</summary>
    public Money? FulfilmentCost { get; init; }
}
