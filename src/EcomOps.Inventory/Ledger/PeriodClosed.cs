using NodaTime;

namespace EcomOps.Inventory.Ledger;

/// <summary>The document takes effect in a closed period. Nothing was booked.</summary>
/// <param name="EffectiveAt">Business time of the document.</param>
/// <param name="Period">What is closed.</param>
public sealed record PeriodClosed(Instant EffectiveAt, ClosedPeriod Period) : StockRefusal
{
    /// <summary>Which period, and what to do.</summary>
    public string Message =>
        $"{EffectiveAt} lies in the period that is closed through {Period.Through:uuuu-MM-dd} ({Period.Zone}). Give {Period.FirstOpen} or later, book on the first open instant (StockLedgerOptions.ClosedPeriods), or reopen the period with a reason.";
}
