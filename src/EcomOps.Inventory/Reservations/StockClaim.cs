using NodaTime;

namespace EcomOps.Inventory.Reservations;

/// <summary>A hold or commitment, as it stood after the last change.</summary>
/// <param name="Id">The request's id.</param>
/// <param name="Status">Where it is in its life.</param>
/// <param name="Lines">What it claims, summed per item and pool.</param>
/// <param name="PlacedAt">When it was decided.</param>
/// <param name="ExpiresAt">First instant at which a hold no longer counts; null for commitments.</param>
/// <remarks>Immutable.</remarks>
public sealed record StockClaim(string Id, ClaimStatus Status, IReadOnlyList<ClaimLine> Lines, Instant PlacedAt, Instant? ExpiresAt)
{
    /// <summary>Sales channel, or null.</summary>
    public string? Channel { get; init; }

    /// <summary>Whose claim it is, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>Lots and locations it is bound to when allocated; otherwise empty.</summary>
    public IReadOnlyList<Lots.LotPick> Picks { get; init; } = [];

    /// <summary>Whether its units count against availability.</summary>
    public bool IsActive => Status is ClaimStatus.Held or ClaimStatus.Committed or ClaimStatus.Allocated;
}
