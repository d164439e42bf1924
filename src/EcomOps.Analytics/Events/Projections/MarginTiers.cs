using EcomOps.Core;

namespace EcomOps.Analytics.Events.Projections;

/// <summary>Names ranges of contribution margin, so that a collector can compare products without learning the margin.</summary>
/// <remarks>Immutable and thread-safe. The share is margin divided by price; an item with a price of 0 and no margin is in the lowest tier.</remarks>
public sealed record MarginTiers
{
    private readonly (string Name, decimal From)[] _tiers;

    /// <summary>Creates tiers.</summary>
    /// <param name="lowest">Name of the tier below every cut-off.</param>
    /// <param name="cuts">Further tiers with the share of the price from which they hold, inclusive, ascending; 0.4 is 40 %.</param>
    /// <exception cref="ArgumentException">A name is blank or repeated, or the cut-offs do not ascend.</exception>
    public MarginTiers(string lowest, params IReadOnlyList<(string Name, decimal From)> cuts)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(lowest);
        ArgumentNullException.ThrowIfNull(cuts);
        _tiers = [(lowest, decimal.MinValue), .. cuts];
        for (int i = 1; i < _tiers.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(_tiers[i].Name) || _tiers[..i].Any(t => t.Name == _tiers[i].Name) || _tiers[i].From <= _tiers[i - 1].From)
            {
                throw new ArgumentException("Tiers need names of their own and ascending cut-offs.", nameof(cuts));
            }
        }
    }

    /// <summary><c>low</c> below 20 % of the price, <c>medium</c> from 20 %, <c>high</c> from 40 %.</summary>
    public static MarginTiers Default { get; } = new("low", ("medium", 0.20m), ("high", 0.40m));

    /// <summary>Names from the lowest tier.</summary>
    public IReadOnlyList<string> Names => [.. _tiers.Select(t => t.Name)];

    /// <summary>Tier of one item.</summary>
    /// <param name="item">Item.</param>
    /// <returns>The tier's name; null when the margin is not known.</returns>
    public string? Of(EventItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Margin is { } margin ? Name(margin.Amount, item.Price.Amount) : null;
    }

    /// <summary>Tier of all items together, weighted by their value.</summary>
    /// <param name="items">Items.</param>
    /// <returns>The tier's name; null without items, or when one margin is not known.</returns>
    public string? Of(IReadOnlyList<EventItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (items.Count == 0)
        {
            return null;
        }

        decimal margin = 0, value = 0;
        foreach (EventItem item in items)
        {
            if (item.Margin is not { } unit)
            {
                return null;
            }

            margin += unit.Amount * item.Quantity;
            value += item.Price.Amount * item.Quantity;
        }

        return Name(margin, value);
    }

    /// <inheritdoc />
    public bool Equals(MarginTiers? other) => other is not null && _tiers.AsSpan().SequenceEqual(other._tiers);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(_tiers.Length, _tiers[0].Name);

    // margin / value >= cut, without the division: a price of 0 has no share.
    private string Name(decimal margin, decimal value)
    {
        int tier = value <= 0 ? 0 : _tiers.Length - 1;
        while (tier > 0 && margin < _tiers[tier].From * value)
        {
            tier--;
        }

        return _tiers[tier].Name;
    }
}
