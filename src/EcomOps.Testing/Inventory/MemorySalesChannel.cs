using EcomOps.Core;
using EcomOps.Inventory.Channels;

namespace EcomOps.Testing.Inventory;

/// <summary>A shop platform in memory with absolute numbers and compare-and-set. It loses, delays and repeats what it is told, and sells what it shows. The same seed gives the same trouble. Not thread-safe.</summary>
public sealed class MemorySalesChannel : ISalesChannelPort
{
    private readonly ChannelTrouble _trouble;
    private readonly Dictionary<Sku, ChannelStock> _shown = [];
    private readonly List<(Sku Sku, long? Expected, long Units, long Version)> _late = [];
    private readonly List<ChannelSale> _sales = [];
    private readonly List<ChannelAdjustment> _adjustments = [];

    /// <summary>An empty channel.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="seed">Seed of its trouble.</param>
    public MemorySalesChannel(string name, int seed) => (Name, _trouble) = (name, new(seed));

    /// <inheritdoc />
    public string Name { get; }

    /// <summary>Chance that a call fails: it then took effect, never arrives, or arrives with <see cref="Deliver"/>; 0 to 1.</summary>
    public double Loss { get => _trouble.Loss; set => _trouble.Loss = value; }

    /// <summary>Chance that a repeat of a write arrives with <see cref="Deliver"/>, or a sale is reported twice; 0 to 1.</summary>
    public double Duplication { get => _trouble.Duplication; set => _trouble.Duplication = value; }

    /// <summary>Chance that a sale is left out of one report; 0 to 1.</summary>
    public double Delay { get => _trouble.Delay; set => _trouble.Delay = value; }

    /// <summary>Whether sales wait for <see cref="Deliver"/> before they are reported.</summary>
    public bool DelaysSales { get; set; }

    /// <summary>Units shown of an item.</summary>
    /// <param name="sku">The item.</param>
    /// <returns>Units; 0 for an unknown item.</returns>
    public long Shown(Sku sku) => _shown.GetValueOrDefault(sku).Units;

    /// <summary>Changes what is shown from outside, as a person in the channel's own pages would.</summary>
    /// <param name="sku">The item.</param>
    /// <param name="units">Units.</param>
    public void Tamper(Sku sku, long units) => _shown[sku] = _shown.GetValueOrDefault(sku) with { Units = units };

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
        _sales.Add(new(reference, [KeyValuePair.Create(sku, units)]));
        return true;
    }

    /// <summary>Corrects stock at the channel, which then shows and reports it.</summary>
    /// <param name="adjustment">The correction.</param>
    public void Correct(ChannelAdjustment adjustment)
    {
        ArgumentNullException.ThrowIfNull(adjustment);
        Tamper(adjustment.Sku, Shown(adjustment.Sku) + adjustment.Quantity);
        _adjustments.Add(adjustment);
    }

    /// <summary>Lets repeats and late writes arrive, which a channel must ignore when they are older.</summary>
    public void Deliver()
    {
        foreach ((Sku sku, long? expected, long units, long version) in _late)
        {
            Set(sku, expected, units, version);
        }

        _late.Clear();
        DelaysSales = false;
    }

    /// <inheritdoc />
    public ValueTask<ChannelStock> SetAsync(Sku sku, long? expected, long quantity, long version, CancellationToken cancellationToken)
    {
        CallFate fate = _trouble.Next();
        if (fate is CallFate.Arrives or CallFate.AnswerLost)
        {
            Set(sku, expected, quantity, version);
        }

        if (fate == CallFate.Late || _trouble.Repeats())
        {
            _late.Add((sku, expected, quantity, version));
        }

        return fate == CallFate.Arrives ? new(_shown.GetValueOrDefault(sku)) : throw ChannelTrouble.Lost();
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyDictionary<Sku, ChannelStock>> ReadAllAsync(CancellationToken cancellationToken) => new(new Dictionary<Sku, ChannelStock>(_shown));

    /// <inheritdoc />
    /// <remarks>Everything ever sold, some of it twice: taking each once is the reader's work.</remarks>
    public ValueTask<IReadOnlyList<ChannelSale>> ReceiveSalesAsync(CancellationToken cancellationToken) => new(DelaysSales ? [] : _trouble.Report(_sales));

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<ChannelAdjustment>> ReceiveAdjustmentsAsync(CancellationToken cancellationToken) => new(_trouble.Report(_adjustments));

    private void Set(Sku sku, long? expected, long units, long version)
    {
        ChannelStock stock = _shown.GetValueOrDefault(sku);
        if (version > stock.Version && (expected is null || expected == stock.Units))
        {
            _shown[sku] = new(units, version);
        }
    }
}
