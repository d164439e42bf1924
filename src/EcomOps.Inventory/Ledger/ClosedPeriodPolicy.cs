namespace EcomOps.Inventory.Ledger;

/// <summary>What happens to a document that takes effect in a closed period.</summary>
public enum ClosedPeriodPolicy
{
    /// <summary>It is refused with <see cref="PeriodClosed"/>.</summary>
    Refuse = 0,

    /// <summary>It is booked on the first open instant; <see cref="Movement.DocumentedAt"/> keeps the date that it gave.</summary>
    BookOnFirstOpen = 1,
}
