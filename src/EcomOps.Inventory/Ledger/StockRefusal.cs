namespace EcomOps.Inventory.Ledger;

/// <summary>Why a command was not carried out: <see cref="InvalidRequest"/>, <see cref="IdempotencyConflict"/>, <see cref="PeriodClosed"/>, <see cref="NotStored"/>, <see cref="Indeterminate"/> or <see cref="Busy"/>. Closed hierarchy.</summary>
public abstract record StockRefusal
{
    private protected StockRefusal()
    {
    }
}
