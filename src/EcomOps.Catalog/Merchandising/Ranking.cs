namespace EcomOps.Catalog.Merchandising;

/// <summary>Orders a list of products: pins first, then boosted relevance.</summary>
/// <remarks>Pure and thread-safe; the same input gives the same order.</remarks>
public static class Ranking
{
    /// <summary>Puts products in order.</summary>
    /// <param name="items">Products; each id once.</param>
    /// <param name="pins">Fixed places; each product and each place once. A pin of a product that is not among the items has no effect.</param>
    /// <param name="outOfStockLast">Whether what cannot be bought comes after everything else; default true.</param>
    /// <returns>
    /// The items by boost x relevance, the larger first, ties by id; each pinned one at its place, or at the end of the list when the list
    /// is shorter. A pinned product that is out of stock takes part like any other unless its pin says that it stays.
    /// </returns>
    /// <exception cref="ArgumentException">An item, pinned product or place comes twice, or a place is below 1.</exception>
    public static IReadOnlyList<RankedItem> Order(IEnumerable<RankedItem> items, IReadOnlyList<Pin>? pins = null, bool outOfStockLast = true)
    {
        ArgumentNullException.ThrowIfNull(items);
        Dictionary<string, RankedItem> byId = items.ToDictionary(i => i.Id, StringComparer.Ordinal);
        Pin[] places = [.. (pins ?? []).OrderBy(p => p.Position)];
        if (places.Any(p => p.Position < 1) || places.DistinctBy(p => p.Position).Count() < places.Length || places.DistinctBy(p => p.Id, StringComparer.Ordinal).Count() < places.Length)
        {
            throw new ArgumentException("Each pin has a product and a place of its own, from 1.", nameof(pins));
        }

        List<(int Position, RankedItem Item)> pinned = [];
        foreach (Pin pin in places)
        {
            if (byId.TryGetValue(pin.Id, out RankedItem? item) && (item.IsInStock || pin.KeepsPlaceOutOfStock))
            {
                pinned.Add((pin.Position, item));
                byId.Remove(pin.Id);
            }
        }

        Queue<RankedItem> free = new(byId.Values
            .OrderBy(i => outOfStockLast && !i.IsInStock)
            .ThenByDescending(i => i.Boost * i.Relevance)
            .ThenBy(i => i.Id, StringComparer.Ordinal));
        List<RankedItem> ordered = new(free.Count + pinned.Count);
        foreach ((int position, RankedItem item) in pinned)
        {
            while (ordered.Count < position - 1 && free.TryDequeue(out RankedItem? next))
            {
                ordered.Add(next);
            }

            ordered.Add(item);
        }

        ordered.AddRange(free);
        return ordered;
    }
}
