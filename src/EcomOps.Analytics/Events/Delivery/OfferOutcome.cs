using EcomOps.Analytics.Events.Projections;
using EcomOps.Core;

namespace EcomOps.Analytics.Events.Delivery;

/// <summary>What became of an event that was offered to the sender.</summary>
public abstract record OfferOutcome
{
    private OfferOutcome()
    {
    }

    /// <summary>Queued for the collectors that can take it.</summary>
    /// <param name="Collectors">Those.</param>
    /// <param name="Refusals">Why others cannot, by collector.</param>
    public sealed record Queued(IReadOnlyList<string> Collectors, IReadOnlyDictionary<string, ProjectionOutcome.Refused> Refusals) : OfferOutcome;

    /// <summary>An event of this id was offered before.</summary>
    public sealed record Duplicate : OfferOutcome;

    /// <summary>Another event told of this order before, for example the browser's; it counts once.</summary>
    /// <param name="EventId">The event that counts.</param>
    public sealed record OrderAlreadyTold(string EventId) : OfferOutcome;

    /// <summary>Waits for the visitor's consent.</summary>
    public sealed record Held : OfferOutcome;

    /// <summary>Not sent: consent was denied, or is unknown and the policy withholds.</summary>
    public sealed record Withheld : OfferOutcome;

    /// <summary>A queue is full; nothing was queued. Offer the event again later.</summary>
    public sealed record Busy : OfferOutcome;

    /// <summary>The sender is shutting down; nothing was queued.</summary>
    public sealed record Closed : OfferOutcome;

    /// <summary>The event itself is unsound.</summary>
    /// <param name="Issues">Everything that is wrong.</param>
    public sealed record Unsound(IReadOnlyList<Issue> Issues) : OfferOutcome;
}
