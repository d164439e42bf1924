namespace EcomOps.Inventory.Reservations;

/// <summary>Makes a hold firm: it no longer expires.</summary>
/// <param name="ClaimId">Id of the claim.</param>
public sealed record CommitClaim(string ClaimId) : ClaimChange(ClaimId)
{
    /// <summary>Whether an expired hold is reserved again in the same step, if its units are still available; false by default.</summary>
    public bool Reacquire { get; init; }
}
