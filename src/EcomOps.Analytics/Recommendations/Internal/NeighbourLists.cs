namespace EcomOps.Analytics.Recommendations.Internal;

// Neighbours of each item, one item after the other: those of item i are Items[Starts[i]..Starts[i + 1]], and Together says how many
// customers hold both. Likeness is worked out when it is asked for: kept, it would double the memory, and fresh memory costs more than counting.
internal sealed record NeighbourLists(ItemSimilarity Similarity, int[] Counts, double[] Scale, int[] Starts, int[] Items, int[] Together)
{
    public static NeighbourLists Build(ItemRows rows, ItemSimilarity similarity, int? keep, int minimumTogether)
    {
        (int[] starts, int[] holders) = rows.Transposed();
        int[] together = new int[rows.Items], others = new int[rows.Items], ends = new int[rows.Items + 1];
        var lists = new NeighbourLists(similarity, rows.Counts, [.. rows.Counts.Select(c => 1 / Math.Sqrt(c))], ends, [], []);
        using PairBuffer pairs = new();
        for (int i = 0; i < rows.Items; i++)
        {
            int seen = Others(rows, holders.AsSpan(starts[i], starts[i + 1] - starts[i]), together, others);
            Span<int> items = pairs.Room(seen, out Span<int> both);
            int count = 0;
            foreach (int j in others.AsSpan(0, seen))
            {
                int held = together[j];
                together[j] = 0;
                if (j != i && held >= minimumTogether)
                {
                    items[count] = j;
                    both[count++] = held;
                }
            }

            count = keep < count ? lists.Cut(i, items[..count], both[..count], keep.Value) : count;
            pairs.Take(count);
            ends[i + 1] = pairs.Count;
        }

        (int[] allItems, int[] allTogether) = pairs.ToArrays();
        return lists with { Items = allItems, Together = allTogether };
    }

    public void AddTo(int item, Span<double> scores)
    {
        for (int n = Starts[item]; n < Starts[item + 1]; n++)
        {
            scores[Items[n]] += Alike(item, Items[n], Together[n]);
        }
    }

    private double Alike(int item, int other, int both) =>
        Similarity == ItemSimilarity.Cosine ? both * Scale[item] * Scale[other] : (double)both / (Counts[item] + Counts[other] - both);

    // Keeps the most alike, the first of equals by name; most first.
    private int Cut(int item, Span<int> items, Span<int> both, int keep)
    {
        (double Alike, int Item, int Both)[] ranked = new (double, int, int)[items.Length];
        for (int n = 0; n < ranked.Length; n++)
        {
            ranked[n] = (Alike(item, items[n], both[n]), items[n], both[n]);
        }

        Array.Sort(ranked, static (x, y) => y.Alike.CompareTo(x.Alike) is not 0 and var order ? order : x.Item.CompareTo(y.Item));
        for (int n = 0; n < keep; n++)
        {
            (items[n], both[n]) = (ranked[n].Item, ranked[n].Both);
        }

        return keep;
    }

    // Counts, for one item, how many of its holders hold each other item, and lists the items counted.
    private static int Others(ItemRows rows, ReadOnlySpan<int> holders, int[] together, int[] others)
    {
        long pairs = 0;
        foreach (int holder in holders)
        {
            pairs += rows.Starts[holder + 1] - rows.Starts[holder];
        }

        return pairs > together.Length ? Scanned(rows, holders, together, others) : Noted(rows, holders, together, others);
    }

    // Many pairs: count blindly, then look through all items.
    private static int Scanned(ItemRows rows, ReadOnlySpan<int> holders, int[] together, int[] others)
    {
        foreach (int holder in holders)
        {
            foreach (int other in rows.Of(holder))
            {
                unchecked
                {
                    together[other]++; // At most the number of holders.
                }
            }
        }

        int seen = 0;
        for (int j = 0; j < together.Length; j++)
        {
            if (together[j] > 0)
            {
                others[seen++] = j;
            }
        }

        return seen;
    }

    // Few pairs among many items: note each item when it is first met.
    private static int Noted(ItemRows rows, ReadOnlySpan<int> holders, int[] together, int[] others)
    {
        int seen = 0;
        foreach (int holder in holders)
        {
            foreach (int other in rows.Of(holder))
            {
                if (together[other]++ == 0)
                {
                    others[seen++] = other;
                }
            }
        }

        others.AsSpan(0, seen).Sort();
        return seen;
    }
}
