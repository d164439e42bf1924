namespace EcomOps.Inventory.Ledger;

/// <summary>Goods that leave for a customer.</summary>
/// <param name="Reference">Number of the document; its idempotency key.</param>
/// <param name="ClaimId">The committed claim that is shipped, or null for a sale without a claim (a till, say), which is checked against what is available.</param>
/// <param name="Lines">What is shipped; empty for everything that is left of the claim.</param>
public sealed record Shipment(string Reference, string? ClaimId, IReadOnlyList<ShipmentLine> Lines) : StockDocument(Reference)
{
    /// <summary>Location that ships, or null to take from the claim's pool in pick order.</summary>
    public string? From { get; init; }

    /// <summary>Whether a sale without a claim has already happened, so that it is booked as long as units are on hand, promised or not; false by default.</summary>
    public bool AlreadyHappened { get; init; }

    /// <summary>Fewest days that a lot must still last after today; 0 by default. The larger of this and the item's own counts.</summary>
    public int MinimumRemainingDays { get; init; }

    internal override string KeyPrefix => "shipment/";
}
