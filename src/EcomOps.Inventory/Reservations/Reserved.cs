using NodaTime;

namespace EcomOps.Inventory.Reservations;

/// <summary>The basket is held: durable when this is returned.</summary>
/// <param name="Claim">The claim as first decided. In partial mode its lines may be smaller than wanted.</param>
/// <param name="Sequence">Sequence after which the claim is visible.</param>
public sealed record Reserved(StockClaim Claim, long Sequence) : ReserveOutcome
{
    /// <summary>Id for commit and release.</summary>
    public string Id => Claim.Id;

    /// <summary>First instant at which the hold no longer counts; null for a firm claim.</summary>
    public Instant? ExpiresAt => Claim.ExpiresAt;

    /// <summary>What partial mode left out; empty when everything is held.</summary>
    public IReadOnlyList<Shortfall> Shortfalls { get; init; } = [];
}
