using NodaTime;

namespace EcomOps.Inventory.Reservations;

/// <summary>The hold had run out; nothing was changed. Reserve again, or commit with <c>reacquire</c>.</summary>
/// <param name="Id">Id of the claim.</param>
/// <param name="ExpiredAt">When it ran out.</param>
/// <param name="Shortfalls">With <c>reacquire</c>: what is no longer available; otherwise empty.</param>
public sealed record HoldExpired(string Id, Instant ExpiredAt, IReadOnlyList<Shortfall> Shortfalls) : ClaimOutcome;
