using NodaTime;

namespace EcomOps.Inventory.Ledger;

/// <summary>Closes all business days up to and including one: no document can change the stock of those days any more.</summary>
/// <param name="Through">Last closed day, inclusive; over before now, and later than what is closed already.</param>
/// <param name="Zone">IANA time zone in which the day ends.</param>
/// <remarks>The first open instant is the start of the day after <paramref name="Through"/> in <paramref name="Zone"/>. Immutable; equality by value.</remarks>
public sealed record PeriodClosing(LocalDate Through, string Zone = "Etc/UTC")
{
    /// <summary>Why, or null; at most 200 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>Who closes it, as an id, or null.</summary>
    public string? Actor { get; init; }
}
