using EcomOps.Analytics.Events.Internal;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Events;

/// <summary>One event of a shop in the canonical model, from which every collector's form is projected.</summary>
/// <remarks>
/// Immutable and thread-safe; equality is by value. Made by the factories (<see cref="OrderCompleted"/> and its like), which derive the id from the content, so that telling
/// of the same event twice gives the same id; <c>with { EventId = ... }</c> sets another. Nothing throws on odd content: <see cref="Check"/> tells all that is wrong.
/// </remarks>
public sealed partial record ShopEvent
{
    /// <summary>Stable id; every collector gets it as its deduplication key, on every attempt.</summary>
    public required string EventId { get; init; }

    /// <summary>What happened.</summary>
    public required ShopEventKind Kind { get; init; }

    /// <summary>Name in snake case when <see cref="Kind"/> is <see cref="ShopEventKind.Custom"/>; null otherwise.</summary>
    public string? CustomName { get; init; }

    /// <summary>Who and under which circumstances.</summary>
    public required EventVisit Visit { get; init; }

    /// <summary>When it happened, corrected for a wrong clock.</summary>
    public required Instant OccurredAt { get; init; }

    /// <summary>When it happened by the teller's own clock, if that was corrected; null otherwise.</summary>
    public Instant? OriginalOccurredAt { get; init; }

    /// <summary>When it was sent, by the teller's clock; null when not known.</summary>
    public Instant? SentAt { get; init; }

    /// <summary>When it arrived, by our clock; null when it did not travel.</summary>
    public Instant? ReceivedAt { get; init; }

    /// <summary>Products.</summary>
    public IReadOnlyList<EventItem> Items { get; init; } = [];

    /// <summary>Sum of price times quantity, without tax and shipping; null when the event has no value.</summary>
    public Money? Value { get; init; }

    /// <summary>Order; for events of an order.</summary>
    public EventOrder? Order { get; init; }

    /// <summary>Checkout; for its steps.</summary>
    public EventCheckout? Checkout { get; init; }

    /// <summary>List; for list events and clicks from a list.</summary>
    public EventList? List { get; init; }

    /// <summary>Promotion; for promotion events.</summary>
    public EventPromotion? Promotion { get; init; }

    /// <summary>Coupon; for coupon events.</summary>
    public EventCoupon? Coupon { get; init; }

    /// <summary>What was searched for.</summary>
    public string? SearchTerm { get; init; }

    /// <summary>Properties of the shop's own, names in snake case. No personal data.</summary>
    public IReadOnlyDictionary<string, EventValue> Properties { get; init; } = EventEquality.NoProperties;

    /// <summary>Name of the event: that of its kind, or the custom name.</summary>
    /// <returns>For example <c>OrderCompleted</c>.</returns>
    public string Name() => Kind == ShopEventKind.Custom ? CustomName ?? string.Empty : Kind.ToString();

    /// <summary>Everything that is wrong with the event.</summary>
    /// <returns>Issues with codes in snake case; empty for a sound event.</returns>
    public IReadOnlyList<Issue> Check() => ShopEventCheck.Of(this);

    /// <summary>The event without who did it: ids of browser, session, user and buyer are gone, what happened stays.</summary>
    /// <returns>An event whose visitor cannot be joined to any other event.</returns>
    public ShopEvent WithoutIdentifiers()
    {
        string pseudonym = EventIds.Derive("stripped", EventId);
        return this with
        {
            Visit = Visit with { AnonymousId = pseudonym, SessionId = pseudonym, UserId = null, Customer = null, Context = Visit.Context with { PageUrl = null, Referrer = null } },
        };
    }

    /// <inheritdoc />
    public bool Equals(ShopEvent? other) => other is not null
        && EventId == other.EventId && Kind == other.Kind && CustomName == other.CustomName && Visit == other.Visit
        && OccurredAt == other.OccurredAt && OriginalOccurredAt == other.OriginalOccurredAt && SentAt == other.SentAt && ReceivedAt == other.ReceivedAt
        && Items.SequenceEqual(other.Items) && Value == other.Value && Order == other.Order && Checkout == other.Checkout && List == other.List
        && Promotion == other.Promotion && Coupon == other.Coupon && SearchTerm == other.SearchTerm && EventEquality.Same(Properties, other.Properties);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(EventId, Kind, OccurredAt);
}
