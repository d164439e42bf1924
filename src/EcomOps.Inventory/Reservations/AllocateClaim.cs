namespace EcomOps.Inventory.Reservations;

/// <summary>Binds a commitment to lots and locations for picking.</summary>
/// <param name="ClaimId">Id of the claim.</param>
public sealed record AllocateClaim(string ClaimId) : ClaimChange(ClaimId)
{
    /// <summary>Fewest days that each lot must still last; 0 by default. The larger of this and the item's own counts.</summary>
    public int MinimumRemainingDays { get; init; }

    /// <summary>How lots are picked; null for the strategy of each item.</summary>
    public Lots.LotPicking? Picking { get; init; }
}
