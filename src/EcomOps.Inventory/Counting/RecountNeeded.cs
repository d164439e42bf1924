namespace EcomOps.Inventory.Counting;

/// <summary>Somebody who has not counted the record yet counts it again.</summary>
/// <param name="Reason">Why.</param>
public sealed record RecountNeeded(RecountReason Reason) : CountDecision;
