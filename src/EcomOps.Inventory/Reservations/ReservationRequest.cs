using NodaTime;

namespace EcomOps.Inventory.Reservations;

/// <summary>Asks to hold a basket.</summary>
/// <param name="Id">Id of the claim that comes of it, chosen by the caller (cart or order id), and the idempotency key of the request.</param>
/// <param name="Lines">At least one line.</param>
/// <remarks>Immutable.</remarks>
public sealed record ReservationRequest(string Id, IReadOnlyList<ReservationLine> Lines)
{
    /// <summary>How long the hold lasts; null for the ledger's default. Above 0 and at most the ledger's maximum.</summary>
    public Duration? TimeToLive { get; init; }

    /// <summary>Pool or location to draw on; everything by default.</summary>
    public string Pool { get; init; } = Locations.StockPool.Everything;

    /// <summary>Sales channel, or null. A channel may not take the unused hard quota of another.</summary>
    public string? Channel { get; init; }

    /// <summary>All or nothing by default.</summary>
    public ReservationMode Mode { get; init; }

    /// <summary>Whose claim it is, as an id. When given, only commands that name the same owner may change the claim.</summary>
    public string? Owner { get; init; }

    /// <summary>Whether the claim is firm from the start (a placed order), without expiry; false by default.</summary>
    public bool Firm { get; init; }
}
