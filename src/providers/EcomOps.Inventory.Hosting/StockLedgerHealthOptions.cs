using NodaTime;

namespace EcomOps.Inventory.Hosting;

/// <summary>When a stock ledger counts as degraded or unhealthy.</summary>
/// <remarks>Mutable for configuration; validated at start.</remarks>
public sealed class StockLedgerHealthOptions
{
    /// <summary>Share of the queue that is called nearly full by default.</summary>
    public const double DefaultNearlyFull = 0.8;

    /// <summary>Share of the queue from which the ledger is degraded; above 0 and at most 1, 0.8 by default.</summary>
    public double NearlyFull { get; set; } = DefaultNearlyFull;

    /// <summary>How long the store may take to answer before it counts as gone; above 0, 5 seconds by default.</summary>
    public Duration AnswerWithin { get; set; } = Duration.FromSeconds(5);
}
