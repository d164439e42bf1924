using NodaTime;

namespace EcomOps.Inventory.Ledger;

/// <summary>What is closed, since one entry of the ledger.</summary>
/// <param name="Through">Last closed day, inclusive.</param>
/// <param name="Zone">IANA time zone in which the day ends.</param>
/// <param name="FirstOpen">First instant that is open: start of the day after <paramref name="Through"/>.</param>
/// <param name="Sequence">Sequence of the entry.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <remarks>Immutable; equality by value.</remarks>
public sealed record ClosedPeriod(LocalDate Through, string Zone, Instant FirstOpen, long Sequence, Instant RecordedAt)
{
    /// <summary>Whether this entry opened days again that were closed before it.</summary>
    public bool IsReopening { get; init; }

    /// <summary>Why, or null; never null for a reopening.</summary>
    public string? Reason { get; init; }

    /// <summary>Who did it, as an id, or null.</summary>
    public string? Actor { get; init; }

    /// <summary>Whether an instant lies in the closed period.</summary>
    /// <param name="at">The instant; <see cref="FirstOpen"/> itself is open.</param>
    /// <returns>True before <see cref="FirstOpen"/>.</returns>
    public bool Contains(Instant at) => at < FirstOpen;
}
