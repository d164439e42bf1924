namespace EcomOps.Analytics.Recommendations.Internal;

// Neighbours of each item with their similarities, one pair of arrays an item.
internal sealed record NeighbourLists(int[][] Items, double[][] Similarities)
{
    public static NeighbourLists Build(ItemRows rows, ItemSimilarity similarity, int? keep, int minimumTogether)
    {
        (int[] starts, int[] holders) = rows.Transposed();
        int[] together = new int[rows.Items], others = new int[rows.Items], kept = new int[rows.Items];
        double[] alike = new double[rows.Items], scale = [.. rows.Counts.Select(c => 1 / Math.Sqrt(c))];
        int[][] items = new int[rows.Items][];
        double[][] similarities = new double[rows.Items][];
        for (int i = 0; i < rows.Items; i++)
        {
            int seen = Others(rows, holders.AsSpan(starts[i], starts[i + 1] - starts[i]), together, others), count = 0;
            foreach (int j in others.AsSpan(0, seen))
            {
                int both = together[j];
                together[j] = 0;
                if (j != i && both >= minimumTogether)
                {
                    kept[count] = j;
                    alike[count++] = similarity == ItemSimilarity.Cosine ? both * scale[i] * scale[j] : (double)both / (rows.Counts[i] + rows.Counts[j] - both);
                }
            }

            if (keep < count)
            {
                Span<double> values = alike.AsSpan(0, count);
                values.Sort(kept.AsSpan(0, count), static (x, y) => y.CompareTo(x));
                count = Cut(kept, alike, count, keep.Value);
            }

            items[i] = kept[..count];
            similarities[i] = alike[..count];
        }

        return new NeighbourLists(items, similarities);
    }

    public void AddTo(int item, Span<double> scores)
    {
        double[] values = Similarities[item];
        int[] others = Items[item];
        for (int n = 0; n < others.Length; n++)
        {
            scores[others[n]] += values[n];
        }
    }

    // Keeps the first ones of a falling sequence; of those as alike as the last kept, the first by name.
    private static int Cut(int[] items, double[] alike, int count, int keep)
    {
        double last = alike[keep - 1];
        int from = Array.FindIndex(alike, 0, count, v => v == last), to = Array.FindLastIndex(alike, count - 1, count, v => v == last);
        Array.Sort(items, from, to - from + 1);
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
