using System.Runtime.InteropServices;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Operations.Importing.Internal;

/// <summary>What rows say of one item: its titles and its latest price. What sales say goes before what returns say.</summary>
internal sealed class ItemTally
{
    private readonly Dictionary<string, long> _titles = new(StringComparer.Ordinal);
    private bool _sold;
    private Instant _latest = Instant.MinValue;

    internal Money Price { get; private set; }

    internal void Add(OrderRow row, Instant at, Money price, bool isSale)
    {
        if (isSale && !_sold)
        {
            (_sold, _latest) = (true, Instant.MinValue);
            _titles.Clear();
        }
        else if (_sold && !isSale)
        {
            return;
        }

        if (row.Title is { } title)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_titles, title, out _)++;
        }

        if (at >= _latest)
        {
            (_latest, Price) = (at, price);
        }
    }

    internal string? Title() => _titles.Count == 0
        ? null
        : _titles.OrderByDescending(title => title.Value).ThenBy(title => title.Key, StringComparer.Ordinal).First().Key;
}
