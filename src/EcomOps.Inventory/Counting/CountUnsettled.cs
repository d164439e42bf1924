namespace EcomOps.Inventory.Counting;

/// <summary>Nothing was booked: records have no count that stands.</summary>
/// <param name="Recounts">Records to count again.</param>
/// <param name="Escalated">Records to decide on.</param>
public sealed record CountUnsettled(IReadOnlyList<CountResult> Recounts, IReadOnlyList<CountResult> Escalated) : CountPostingOutcome;
