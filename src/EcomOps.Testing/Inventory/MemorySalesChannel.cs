using EcomOps.Core;
using EcomOps.Inventory.Channels;

namespace EcomOps.Testing.Inventory;

/// <summary>A channel in memory that loses, delays and repeats what it is told, and sells what it shows. The same seed gives the same trouble. Not thread-safe.</summary>
public sealed class MemorySalesChannel : ISalesChannelPort
{
    private readonly Random _random;
    private readonly Dictionary<Sku, (long Units, long Version)> _shown = [];
    private readonly List<(Sku Sku, long Units, long Version)> _late = [];
    private readonly List<ChannelSale> _sales = [];

    /// <summary>An empty channel.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="seed">Seed of its trouble.</param>
    public MemorySalesChannel(string name, int seed) => (Name, _random) = (name, new Random(seed));

    /// <inheritdoc />
    public string Name { get; }

    /// <summary>Chance that a call is lost with an error, half of the time after it took effect; 0 to 1.</summary>
    public double Loss { get; set; }

    /// <summary>Chance that a repeat of a call arrives again later; 0 to 1.</summary>
    public double Duplication { get; set; }

    /// <summary>Whether sales wait for <see cref="Deliver"/> before they are reported.</summary>
    public bool DelaysSales { get; set; }

    /// <summary>Units shown of an item.</summary>
    /// <param name="sku">The item.</param>
    /// <returns>Units; 0 for an unknown item.</returns>
    public long Shown(Sku sku) => _shown.GetValueOrDefault(sku).Units;

    /// <summary>Changes what is shown from outside, as a person in the channel's own pages would.</summary>
    /// <param name="sku">The item.</param>
    /// <param name="units">Units.</param>
    public void Tamper(Sku sku, long units) => _shown[sku] = (units, _shown.GetValueOrDefault(sku).Version);

    /// <summary>Sells as much as is shown.</summary>
    /// <param name="reference">Order number.</param>
    /// <param name="sku">The item.</param>
    /// <param name="units">Units wanted.</param>
    /// <returns>Whether the channel showed enough and sold.</returns>
    public bool Sell(string reference, Sku sku, long units)
    {
        (long shown, long version) = _shown.GetValueOrDefault(sku);
        if (shown < units)
        {
            return false;
        }

        _shown[sku] = (shown - units, version);
        _sales.Add(new(reference, [KeyValuePair.Create(sku, units)]));
        return true;
    }

    /// <summary>Lets repeats and late calls arrive, which a channel must ignore when they are older.</summary>
    public void Deliver()
    {
        foreach ((Sku sku, long units, long version) in _late)
        {
            if (version > _shown.GetValueOrDefault(sku).Version)
            {
                _shown[sku] = (units, version);
            }
        }

        _late.Clear();
        DelaysSales = false;
    }

    /// <inheritdoc />
    public ValueTask<long> SetAsync(Sku sku, long? expected, long quantity, long version, CancellationToken cancellationToken)
    {
        bool isLost = _random.NextDouble() < Loss;
        if (isLost && _random.Next(2) == 0)
        {
            throw Lost();
        }

        (long shown, long last) = _shown.GetValueOrDefault(sku);
        if (version >= last && (expected is null || expected == shown))
        {
            _shown[sku] = (quantity, version);
            if (_random.NextDouble() < Duplication)
            {
                _late.Add((sku, quantity, version));
            }
        }

        return isLost ? throw Lost() : new(_shown.GetValueOrDefault(sku).Units);
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyDictionary<Sku, long>> ReadAllAsync(CancellationToken cancellationToken) => new(_shown.ToDictionary(s => s.Key, s => s.Value.Units));

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<ChannelSale>> ReceiveSalesAsync(CancellationToken cancellationToken)
    {
        if (_random.NextDouble() < Loss)
        {
            throw Lost();
        }

        // Everything ever sold, some of it twice: taking each once is the reader's work.
        return new(DelaysSales ? [] : [.. _sales.SelectMany(s => _random.NextDouble() < Duplication ? new[] { s, s } : [s])]);
    }

    private static EcomOpsException Lost() => new("channel_unavailable", "The channel did not answer.", isTransient: true);
}
