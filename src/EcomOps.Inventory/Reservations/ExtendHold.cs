using NodaTime;

namespace EcomOps.Inventory.Reservations;

/// <summary>Moves the expiry of a living hold later; never earlier.</summary>
/// <param name="ClaimId">Id of the claim.</param>
/// <param name="Until">First instant at which it no longer counts; at most the longest time to live from now.</param>
public sealed record ExtendHold(string ClaimId, Instant Until) : ClaimChange(ClaimId);
