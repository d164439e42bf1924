using EcomOps.Core;

namespace EcomOps.Inventory.Channels;

/// <summary>The outside half of a sales channel: a shop platform or marketplace that shows stock and reports sales.</summary>
/// <remarks>Calls may fail with <see cref="EcomOpsException"/>, arrive late or twice; the synchroniser repeats them.</remarks>
public interface ISalesChannelPort
{
    /// <summary>Name of the channel, as defined in the ledger.</summary>
    string Name { get; }

    /// <summary>Sets what the channel shows, by compare-and-set.</summary>
    /// <param name="sku">The item.</param>
    /// <param name="expected">What the caller believes the channel shows; null to set it whatever it shows.</param>
    /// <param name="quantity">Units to show.</param>
    /// <param name="version">The ledger's sequence; an older version than the channel has is ignored.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What the channel shows afterwards: <paramref name="quantity"/> when it was set.</returns>
    ValueTask<long> SetAsync(Sku sku, long? expected, long quantity, long version, CancellationToken cancellationToken);

    /// <summary>What the channel shows of every item it knows.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Units by item.</returns>
    ValueTask<IReadOnlyDictionary<Sku, long>> ReadAllAsync(CancellationToken cancellationToken);

    /// <summary>Sales that the channel has to report; each may come several times.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Sales, in no particular order.</returns>
    ValueTask<IReadOnlyList<ChannelSale>> ReceiveSalesAsync(CancellationToken cancellationToken);
}
