namespace EcomOps.Analytics.Recommendations;

/// <summary>Purchases split by time: models are fitted to the earlier ones and judged by the later ones.</summary>
/// <remarks>A random split would let a model learn from the future of the very customer it is asked about, and look about twice as good. Immutable and thread-safe.</remarks>
public sealed class HoldoutSplit
{
    private HoldoutSplit(Interactions train, IReadOnlyList<HeldOutCustomer> customers) => (Train, Customers) = (train, customers);

    /// <summary>What models are fitted to.</summary>
    public Interactions Train { get; }

    /// <summary>Customers or baskets with something to foresee.</summary>
    public IReadOnlyList<HeldOutCustomer> Customers { get; }

    /// <summary>Holds out the last part of each customer's different items, by the time of their first purchase. Buying an item again is not counted: it needs no recommendation.</summary>
    /// <param name="purchases">Purchases in any sequence; equal times are put in ordinal sequence of items.</param>
    /// <param name="share">Share held out of each customer, above 0 and below 1; rounded down, so that customers with too few items are only trained on. 0.25 by default.</param>
    /// <returns>The split.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is out of range.</exception>
    public static HoldoutSplit LastOfEachCustomer(IEnumerable<ItemPurchase> purchases, double share = 0.25)
    {
        ArgumentNullException.ThrowIfNull(purchases);
        RequireShare(share);
        List<ItemPurchase> train = [];
        List<(List<ItemPurchase> Known, List<string> Later)> split = [];
        foreach (IGrouping<string, ItemPurchase> customer in purchases.Where(p => !string.IsNullOrWhiteSpace(p.CustomerId) && !string.IsNullOrWhiteSpace(p.ItemId)).GroupBy(p => p.CustomerId).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            List<ItemPurchase> items = [.. customer.OrderBy(p => p.At).ThenBy(p => p.ItemId, StringComparer.Ordinal).DistinctBy(p => p.ItemId)];
            int kept = items.Count - (int)Math.Floor(items.Count * share);
            train.AddRange(items.Take(kept));
            split.Add(([.. items.Take(kept)], [.. items.Skip(kept).Select(p => p.ItemId)]));
        }

        Interactions known = Interactions.From(train);
        return new HoldoutSplit(known, [.. split.Where(s => s.Later.Count > 0).Select(s => new HeldOutCustomer(Numbers(known, s.Known.Select(p => p.ItemId)), s.Later))]);
    }

    /// <summary>Holds out the later baskets of a shop that does not know its customers: one item of each is hidden and has to be found from the rest of the cart.</summary>
    /// <param name="baskets">Baskets in the sequence of their time.</param>
    /// <param name="share">Share of the baskets held out, above 0 and below 1, rounded down; 0.25 by default.</param>
    /// <returns>The split. The hidden item is the one in the middle of the ordinal sequence, so that no property of the item decides; baskets of one item are left out.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is out of range.</exception>
    public static HoldoutSplit LaterBaskets(IReadOnlyList<IReadOnlyList<string>> baskets, double share = 0.25)
    {
        ArgumentNullException.ThrowIfNull(baskets);
        RequireShare(share);
        int kept = baskets.Count - (int)Math.Floor(baskets.Count * share);
        Interactions known = Interactions.Of(Baskets.From(baskets.Take(kept)));
        List<HeldOutCustomer> later = [];
        foreach (IReadOnlyList<string> basket in baskets.Skip(kept))
        {
            string[] items = [.. basket.Where(i => !string.IsNullOrWhiteSpace(i)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
            if (items.Length > 1)
            {
                string hidden = items[items.Length / 2];
                later.Add(new HeldOutCustomer(Numbers(known, items.Where(i => i != hidden)), [hidden]));
            }
        }

        return new HoldoutSplit(known, later);
    }

    private static int[] Numbers(Interactions known, IEnumerable<string> items) => [.. items.Select(known.NumberOf).OfType<int>().Order()];

    private static void RequireShare(double share)
    {
        if (!(share is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "The share must lie between 0 and 1, both exclusive.");
        }
    }
}
