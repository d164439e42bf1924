using EcomOps.Core;
using EcomOps.Inventory.Ledger;

namespace EcomOps.Inventory.Counting;

/// <summary>The count cannot be booked as it is.</summary>
/// <param name="Issues">All findings; at least one.</param>
/// <param name="Movements">Locations that were booked before the store failed or another process interfered; empty otherwise. Repeating the call books the rest.</param>
public sealed record CountRefused(IReadOnlyList<Issue> Issues, IReadOnlyList<Posted> Movements) : CountPostingOutcome;
