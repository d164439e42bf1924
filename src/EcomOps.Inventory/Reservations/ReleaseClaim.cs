namespace EcomOps.Inventory.Reservations;

/// <summary>Gives everything back: a hold is released, a commitment cancelled.</summary>
/// <param name="ClaimId">Id of the claim.</param>
public sealed record ReleaseClaim(string ClaimId) : ClaimChange(ClaimId);
