using EcomOps.Core;
using EcomOps.Inventory.Channels;

namespace EcomOps.Testing.Inventory;

/// <summary>A marketplace in memory that takes only differences, each once, and is polled for sales until they are acknowledged. It loses, delays and repeats as <see cref="MemorySalesChannel"/> does. Not thread-safe.</summary>
public sealed class DeltaSalesChannel : ISalesChannelPort
{
    private readonly ChannelTrouble _trouble;
    private readonly Dictionary<Sku, ChannelStock> _shown = [];
    private readonly List<(Sku Sku, long Delta, long Version)> _late = [];
    private readonly Dictionary<string, ChannelSale> _waiting = new(StringComparer.Ordinal);

    /// <summary>An empty channel.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="seed">Seed of its trouble.</param>
    public DeltaSalesChannel(string name, int seed) => (Name, _trouble) = (name, new(seed));

    /// <inheritdoc />
    public string Name { get; }

    /// <summary>Chance that a call fails: it then took effect, never arrives, or arrives with <see cref="Deliver"/>; 0 to 1.</summary>
    public double Loss { get => _trouble.Loss; set => _trouble.Loss = value; }

    /// <summary>Chance that a repeat of a write arrives with <see cref="Deliver"/>, or a sale is reported twice; 0 to 1.</summary>
    public double Duplication { get => _trouble.Duplication; set => _trouble.Duplication = value; }

    /// <summary>Chance that a sale is left out of one poll; 0 to 1.</summary>
    public double Delay { get => _trouble.Delay; set => _trouble.Delay = value; }

    /// <summary>Sales that were not acknowledged yet.</summary>
    public int Waiting => _waiting.Count;

    /// <summary>Units shown of an item; may be below 0 when a difference met sales that it did not know of.</summary>
    /// <param name="sku">The item.</param>
    /// <returns>Units; 0 for an unknown item.</returns>
    public long Shown(Sku sku) => _shown.GetValueOrDefault(sku).Units;

    /// <summary>Sells as much as is shown.</summary>
    /// <param name="reference">Order number.</param>
    /// <param name="sku">The item.</param>
    /// <param name="units">Units wanted.</param>
    /// <returns>Whether the channel showed enough and sold.</returns>
    public bool Sell(string reference, Sku sku, long units)
    {
        ChannelStock stock = _shown.GetValueOrDefault(sku);
        if (stock.Units < units)
        {
            return false;
        }

        _shown[sku] = stock with { Units = stock.Units - units };
        _waiting.Add(reference, new(reference, [KeyValuePair.Create(sku, units)]));
        return true;
    }

    /// <summary>Lets repeats and late writes arrive.</summary>
    public void Deliver()
    {
        foreach ((Sku sku, long delta, long version) in _late)
        {
            Add(sku, delta, version);
        }

        _late.Clear();
    }

    /// <inheritdoc />
    public ValueTask<ChannelStock> SetAsync(Sku sku, long? expected, long quantity, long version, CancellationToken cancellationToken)
    {
        long delta = quantity - (expected ?? Shown(sku));
        CallFate fate = _trouble.Next();
        if (fate is CallFate.Arrives or CallFate.AnswerLost)
        {
            Add(sku, delta, version);
        }

        if (fate == CallFate.Late || _trouble.Repeats())
        {
            _late.Add((sku, delta, version));
        }

        return fate == CallFate.Arrives ? new(_shown.GetValueOrDefault(sku)) : throw ChannelTrouble.Lost();
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyDictionary<Sku, ChannelStock>> ReadAllAsync(CancellationToken cancellationToken) => new(new Dictionary<Sku, ChannelStock>(_shown));

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<ChannelSale>> ReceiveSalesAsync(CancellationToken cancellationToken) => new(_trouble.Report([.. _waiting.Values]));

    /// <inheritdoc />
    public ValueTask AcknowledgeAsync(IReadOnlyCollection<string> references, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(references);
        CallFate fate = _trouble.Next();
        if (fate is CallFate.Arrives or CallFate.AnswerLost)
        {
            foreach (string reference in references)
            {
                _waiting.Remove(reference);
            }
        }

        return fate == CallFate.Arrives ? ValueTask.CompletedTask : throw ChannelTrouble.Lost();
    }

    private void Add(Sku sku, long delta, long version)
    {
        ChannelStock stock = _shown.GetValueOrDefault(sku);
        if (version > stock.Version)
        {
            _shown[sku] = new(stock.Units + delta, version);
        }
    }
}
