namespace EcomOps.Inventory.Counting;

/// <summary>A count stands.</summary>
/// <param name="Take">The count that stands.</param>
/// <param name="DecidedBy">Who settled an escalated record, or null when the rules did.</param>
public sealed record CountAccepted(CountTake Take, string? DecidedBy = null) : CountDecision;
