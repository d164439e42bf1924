using NodaTime;

namespace EcomOps.Inventory.Ledger;

/// <summary>A recorded movement: it is never changed or removed; a correction is another movement that reverses it.</summary>
/// <param name="Sequence">Order of recording; unique in the shard, growing.</param>
/// <param name="Kind">Why the units moved.</param>
/// <param name="Reference">Document that caused it, for example <c>PO-77/1</c>.</param>
/// <param name="Lines">At least one line.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="EffectiveAt">Business time; may lie before <paramref name="RecordedAt"/> (a back-dated entry).</param>
public sealed record Movement(long Sequence, MovementKind Kind, string Reference, IReadOnlyList<MovementLine> Lines, Instant RecordedAt, Instant EffectiveAt)
{
    /// <summary>Business time that its document gave, where that lay in a closed period and it was booked on the first open instant instead; else null.</summary>
    public Instant? DocumentedAt { get; init; }

    /// <summary>Reason code, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Who did it, as an id, or null.</summary>
    public string? Actor { get; init; }

    /// <summary>Claim that was shipped by it, or null.</summary>
    public string? ClaimId { get; init; }

    /// <summary>Sequence of the movement that it reverses, or null.</summary>
    public long? Reverses { get; init; }
}
