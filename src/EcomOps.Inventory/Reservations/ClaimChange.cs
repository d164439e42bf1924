namespace EcomOps.Inventory.Reservations;

/// <summary>A change of a claim. All of them are idempotent: repeating one gives the claim as it is.</summary>
/// <param name="ClaimId">Id of the claim.</param>
/// <remarks>Closed hierarchy: <see cref="CommitClaim"/>, <see cref="ReleaseClaim"/>, <see cref="ExtendHold"/>, <see cref="ReduceClaim"/>, <see cref="AllocateClaim"/>.</remarks>
public abstract record ClaimChange(string ClaimId)
{
    /// <summary>Who asks. A claim with an owner can only be changed by commands that name the same one.</summary>
    public string? Owner { get; init; }
}
