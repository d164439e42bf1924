using NodaTime;

namespace EcomOps.Inventory.Ledger;

/// <summary>A document to post: receipt, shipment, return, adjustment and so on.</summary>
/// <param name="Reference">Its number; together with its kind it is the idempotency key: posting the same document twice gives the first answer.</param>
/// <remarks>Closed hierarchy of immutable records.</remarks>
public abstract record StockDocument(string Reference)
{
    /// <summary>Business time; null for the time of recording. Later than now is refused; in a closed period it is refused or moved, see <see cref="StockLedgerOptions.ClosedPeriods"/>.</summary>
    public Instant? EffectiveAt { get; init; }

    /// <summary>Reason code, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Who posts it, as an id, or null.</summary>
    public string? Actor { get; init; }

    internal abstract string KeyPrefix { get; }
}
