using System.ComponentModel.DataAnnotations;
using NodaTime;

namespace EcomOps.Inventory.Ledger;

/// <summary>How a ledger works.</summary>
public sealed class StockLedgerOptions
{
    /// <summary>Name of the log within the store: one shard is one assortment with its own writer, so a basket never spans two. Default <c>main</c>.</summary>
    [Required]
    public string Shard { get; set; } = "main";

    /// <summary>How long a hold lasts when its request does not say; 15 minutes by default.</summary>
    public Duration DefaultTimeToLive { get; set; } = Duration.FromMinutes(15);

    /// <summary>Longest time that a hold may last; 24 hours by default.</summary>
    public Duration MaximumTimeToLive { get; set; } = Duration.FromHours(24);

    /// <summary>How long idempotency keys and closed claims are remembered; 7 days by default.</summary>
    public Duration KeyRetention { get; set; } = Duration.FromDays(7);

    /// <summary>Most requests in one batch; 1,000 by default.</summary>
    [Range(1, 100_000)]
    public int MaximumBatch { get; set; } = 1000;

    /// <summary>Most requests that wait for the writer; more are answered <see cref="Busy"/>. 65,536 by default.</summary>
    [Range(1, 10_000_000)]
    public int QueueCapacity { get; set; } = 65_536;

    /// <summary>Longest time that the writer waits for a batch to fill while callers are active; 1 ms by default, 0 for never. It does not wait while the store appends within a quarter of it.</summary>
    public Duration Linger { get; set; } = Duration.FromMilliseconds(1);

    /// <summary>How often a shared store is read for entries of other processes, and expired holds are booked; 1 second by default, 0 for never.</summary>
    public Duration RefreshInterval { get; set; } = Duration.FromSeconds(1);

    /// <summary>How overdue supply is treated in promises by date: it is expected so long after now; 3 days by default.</summary>
    public Duration OverdueReview { get; set; } = Duration.FromDays(3);

    /// <summary>What happens to a document that takes effect in a closed period; refused by default.</summary>
    public ClosedPeriodPolicy ClosedPeriods { get; set; }

    /// <summary>How often a batch is decided again when the store conflicts or fails, before callers are told; 50 by default. Failures are tried at most 3 times.</summary>
    [Range(1, 10_000)]
    public int MaximumAttempts { get; set; } = 50;
}
