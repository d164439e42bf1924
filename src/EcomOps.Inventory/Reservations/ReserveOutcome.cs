namespace EcomOps.Inventory.Reservations;

/// <summary>Answer to a reservation: <see cref="Reserved"/>, <see cref="Insufficient"/> or <see cref="ReserveRefused"/>. Closed hierarchy.</summary>
public abstract record ReserveOutcome
{
    private protected ReserveOutcome()
    {
    }
}
