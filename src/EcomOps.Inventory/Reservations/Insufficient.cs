namespace EcomOps.Inventory.Reservations;

/// <summary>Not everything is available; nothing is held.</summary>
/// <param name="Shortfalls">Every item that was short, at least one.</param>
/// <param name="Sequence">Sequence under which the answer is remembered.</param>
public sealed record Insufficient(IReadOnlyList<Shortfall> Shortfalls, long Sequence) : ReserveOutcome;
