using EcomOps.Core;

namespace EcomOps.Inventory.Counting;

/// <summary>Nothing was booked: the differences are worth more than may be booked without approval, or their worth is unknown.</summary>
/// <param name="Value">Worth of all differences with a known cost, plus not set off against minus; null when none has one.</param>
/// <param name="Limit">What may be booked without approval, inclusive.</param>
/// <param name="WithoutCost">Differing records whose cost is not known; each of them needs approval whatever the value.</param>
public sealed record ApprovalNeeded(Money? Value, Money Limit, IReadOnlyList<CountResult> WithoutCost) : CountPostingOutcome;
