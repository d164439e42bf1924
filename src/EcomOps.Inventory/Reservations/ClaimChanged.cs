namespace EcomOps.Inventory.Reservations;

/// <summary>The change is done and durable, or had been done before (commit, release and extend are idempotent).</summary>
/// <param name="Claim">The claim after it.</param>
/// <param name="Sequence">Sequence after which it is visible.</param>
public sealed record ClaimChanged(StockClaim Claim, long Sequence) : ClaimOutcome;
