using EcomOps.Core;

namespace EcomOps.Inventory.Reservations;

/// <summary>Gives part of a claim back.</summary>
/// <param name="ClaimId">Id of the claim.</param>
/// <param name="Keep">Open units to keep per item; items that are not named keep everything. Keeping nothing of everything releases the claim.</param>
public sealed record ReduceClaim(string ClaimId, IReadOnlyDictionary<Sku, long> Keep) : ClaimChange(ClaimId);
