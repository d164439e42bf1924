using EcomOps.Analytics.Recommendations.Internal;

namespace EcomOps.Analytics.Recommendations;

/// <summary>Who bought what, as sets: the input of every recommender.</summary>
/// <remarks>An item that a customer bought twice counts once. Customers and items are numbered in ordinal order, so the same purchases in any sequence give the same models. Immutable and thread-safe.</remarks>
public sealed class Interactions
{
    private readonly Dictionary<string, int> _itemNumbers;

    private Interactions(IReadOnlyList<string> customers, IReadOnlyList<string> items, ItemRows rows)
    {
        Customers = customers;
        Items = items;
        Rows = rows;
        _itemNumbers = new Dictionary<string, int>(items.Count, StringComparer.Ordinal);
        for (int i = 0; i < items.Count; i++)
        {
            _itemNumbers[items[i]] = i;
        }
    }

    /// <summary>Customers, ordinal ascending; baskets without a customer are numbered from 1 in their sequence.</summary>
    public IReadOnlyList<string> Customers { get; }

    /// <summary>Items, ordinal ascending; an item's number is its position.</summary>
    public IReadOnlyList<string> Items { get; }

    /// <summary>Number of different (customer, item) pairs.</summary>
    public int Count => Rows.Contents.Length;

    internal ItemRows Rows { get; }

    /// <summary>Collects purchases. Rows with a blank customer or item are left out.</summary>
    /// <param name="purchases">Purchases in any sequence.</param>
    /// <returns>The interactions; empty ones without purchases.</returns>
    public static Interactions From(IEnumerable<ItemPurchase> purchases)
    {
        ArgumentNullException.ThrowIfNull(purchases);
        SortedDictionary<string, HashSet<string>> byCustomer = new(StringComparer.Ordinal);
        foreach ((string customer, string item, _) in purchases)
        {
            if (string.IsNullOrWhiteSpace(customer) || string.IsNullOrWhiteSpace(item))
            {
                continue;
            }

            if (!byCustomer.TryGetValue(customer, out HashSet<string>? items))
            {
                byCustomer[customer] = items = new HashSet<string>(StringComparer.Ordinal);
            }

            items.Add(item);
        }

        Baskets baskets = Baskets.From(byCustomer.Values);
        return new Interactions([.. byCustomer.Keys], baskets.Items, new ItemRows(baskets.Starts, baskets.Contents, baskets.Counts));
    }

    /// <summary>Takes baskets, each as a customer of its own: for shops that do not know their customers, and for what goes together in one cart.</summary>
    /// <param name="baskets">Baskets.</param>
    /// <returns>The interactions.</returns>
    public static Interactions Of(Baskets baskets)
    {
        ArgumentNullException.ThrowIfNull(baskets);
        string[] names = [.. Enumerable.Range(1, baskets.Count).Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        return new Interactions(names, baskets.Items, new ItemRows(baskets.Starts, baskets.Contents, baskets.Counts));
    }

    /// <summary>Number of an item.</summary>
    /// <param name="item">Item.</param>
    /// <returns>Its position in <see cref="Items"/>; null when nobody bought it.</returns>
    public int? NumberOf(string item) => _itemNumbers.TryGetValue(item, out int number) ? number : null;

    /// <summary>Customers who bought an item.</summary>
    /// <param name="item">Number of the item.</param>
    /// <returns>0 or more.</returns>
    public int BuyersOf(int item) => Rows.Counts[item];

    /// <summary>What a customer bought.</summary>
    /// <param name="customer">Position in <see cref="Customers"/>.</param>
    /// <returns>Item numbers, ascending, each once.</returns>
    public ReadOnlySpan<int> HistoryOf(int customer) => Rows.Of(customer);
}
