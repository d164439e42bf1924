namespace EcomOps.Analytics.Recommendations;

/// <summary>Baskets as sets of numbered items.</summary>
/// <remarks>Items repeated in one basket count once. Immutable and thread-safe.</remarks>
public sealed class Baskets
{
    private Baskets(string[] items, int[] starts, int[] contents, int[] counts)
    {
        Items = items;
        Starts = starts;
        Contents = contents;
        Counts = counts;
    }

    /// <summary>Item names, ordinal ascending; an item's number is its position.</summary>
    public IReadOnlyList<string> Items { get; }

    /// <summary>Number of baskets, empty ones included.</summary>
    public int Count => Starts.Length - 1;

    internal int[] Starts { get; }

    internal int[] Contents { get; }

    internal int[] Counts { get; }

    /// <summary>Numbers the items of baskets.</summary>
    /// <param name="baskets">Item names of each basket (SKUs, categories); blank names are left out.</param>
    /// <returns>The baskets.</returns>
    public static Baskets From(IEnumerable<IEnumerable<string>> baskets)
    {
        ArgumentNullException.ThrowIfNull(baskets);
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        List<int> contents = [], starts = [0];
        foreach (IEnumerable<string> basket in baskets)
        {
            foreach (string item in basket)
            {
                if (!string.IsNullOrWhiteSpace(item))
                {
                    ref int number = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(seen, item, out bool known);
                    number = known ? number : seen.Count - 1;
                    contents.Add(number);
                }
            }

            starts.Add(contents.Count);
        }

        string[] names = [.. seen.Keys.Order(StringComparer.Ordinal)];
        int[] renumber = new int[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            renumber[seen[names[i]]] = i;
        }

        return Sorted(names, starts, contents, renumber);
    }

    internal static Baskets Of(Interactions interactions) => new([.. interactions.Items], interactions.Rows.Starts, interactions.Rows.Contents, interactions.Rows.Counts);

    private static Baskets Sorted(string[] names, List<int> starts, List<int> contents, int[] renumber)
    {
        int[] flat = new int[contents.Count], ends = new int[starts.Count], counts = new int[names.Length];
        int at = 0;
        for (int b = 0; b + 1 < starts.Count; b++)
        {
            int from = at;
            for (int i = starts[b]; i < starts[b + 1]; i++)
            {
                flat[at++] = renumber[contents[i]];
            }

            Array.Sort(flat, from, at - from);
            int kept = from;
            for (int i = from; i < at; i++)
            {
                if (i == from || flat[i] != flat[i - 1])
                {
                    counts[flat[i]]++;
                    flat[kept++] = flat[i];
                }
            }

            at = kept;
            ends[b + 1] = at;
        }

        return new Baskets(names, ends, flat[..at], counts);
    }
}
