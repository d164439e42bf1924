using EcomOps.Inventory.Ledger;

namespace EcomOps.Inventory.Counting;

/// <summary>Every difference is booked.</summary>
/// <param name="Movements">One for each location with a difference, by code; none when nothing differed.</param>
public sealed record CountPosted(IReadOnlyList<Posted> Movements) : CountPostingOutcome;
