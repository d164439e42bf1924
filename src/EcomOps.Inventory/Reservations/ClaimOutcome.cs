namespace EcomOps.Inventory.Reservations;

/// <summary>Answer to a change of a claim: <see cref="ClaimChanged"/>, <see cref="HoldExpired"/> or <see cref="ClaimRefused"/>. Closed hierarchy.</summary>
public abstract record ClaimOutcome
{
    private protected ClaimOutcome()
    {
    }
}
