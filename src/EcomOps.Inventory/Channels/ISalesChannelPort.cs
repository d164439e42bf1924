using EcomOps.Core;

namespace EcomOps.Inventory.Channels;

/// <summary>The outside half of a sales channel: a shop platform, marketplace or till that shows stock and reports what happened there.</summary>
/// <remarks>
/// <para>Calls may fail with <see cref="EcomOpsException"/> whether or not they took effect, arrive late or twice; the synchroniser repeats them.</para>
/// <para>A platform with absolute numbers sets them by compare-and-set. A platform that only takes differences adds <c>quantity - expected</c> to whatever it shows, once for each version.
/// Either way an older version than the channel has is ignored, and the answer is what the channel shows then.</para>
/// </remarks>
public interface ISalesChannelPort
{
    /// <summary>Name of the channel, as defined in the ledger.</summary>
    string Name { get; }

    /// <summary>Sets what the channel shows.</summary>
    /// <param name="sku">The item.</param>
    /// <param name="expected">What the caller believes the channel shows; null for an item it does not know yet, which is then set whatever it shows.</param>
    /// <param name="quantity">Units to show.</param>
    /// <param name="version">Grows with every write of the item.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What the channel shows afterwards; its version is <paramref name="version"/> exactly when the write took effect.</returns>
    ValueTask<ChannelStock> SetAsync(Sku sku, long? expected, long quantity, long version, CancellationToken cancellationToken);

    /// <summary>What the channel shows of every item it knows.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Stock by item.</returns>
    ValueTask<IReadOnlyDictionary<Sku, ChannelStock>> ReadAllAsync(CancellationToken cancellationToken);

    /// <summary>Sales that the channel has to report, each at least until it is acknowledged; a sale may come again later, but not after the ledger's key retention.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Sales, in no particular order.</returns>
    ValueTask<IReadOnlyList<ChannelSale>> ReceiveSalesAsync(CancellationToken cancellationToken);

    /// <summary>Corrections that were made on the channel, each at least until it is acknowledged. None for channels on which nobody can.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Corrections, in no particular order.</returns>
    ValueTask<IReadOnlyList<ChannelAdjustment>> ReceiveAdjustmentsAsync(CancellationToken cancellationToken) => new([]);

    /// <summary>Says that sales and corrections are in the ledger, or were refused for good, and need not be reported again. Nothing to do for platforms that page by time.</summary>
    /// <param name="references">Their references.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task that ends when the channel knows.</returns>
    ValueTask AcknowledgeAsync(IReadOnlyCollection<string> references, CancellationToken cancellationToken) => ValueTask.CompletedTask;
}
