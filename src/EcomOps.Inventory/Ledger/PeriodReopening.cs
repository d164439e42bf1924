using NodaTime;

namespace EcomOps.Inventory.Ledger;

/// <summary>Opens closed days again, from one day on; what lies before it stays closed.</summary>
/// <param name="From">First day that is open again, inclusive, in the zone of the closing; not later than the last closed day.</param>
/// <param name="Reason">Why; 1 to 200 characters.</param>
/// <remarks>Immutable; equality by value.</remarks>
public sealed record PeriodReopening(LocalDate From, string Reason)
{
    /// <summary>Who opens it, as an id, or null.</summary>
    public string? Actor { get; init; }
}
