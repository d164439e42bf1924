namespace EcomOps.Analytics.Segments.Internal;

// Positions in ascending order of their values, equal values in position order.
internal static class StableRank
{
    private const int Radix = 11;
    private const int Buckets = 1 << Radix;

    public static int[] Ascending(ReadOnlySpan<long> values)
    {
        int n = values.Length;
        int[] order = new int[n];
        long min = long.MaxValue, max = long.MinValue;
        for (int i = 0; i < n; i++)
        {
            order[i] = i;
            min = Math.Min(min, values[i]);
            max = Math.Max(max, values[i]);
        }

        if (n < 2 || min == max)
        {
            return order;
        }

        ulong range = unchecked((ulong)max - (ulong)min);
        int[] other = new int[n];
        Span<int> counts = stackalloc int[Buckets];
        for (int shift = 0; shift < 64 && range >> shift != 0; shift += Radix)
        {
            counts.Clear();
            foreach (long value in values)
            {
                counts[unchecked((int)((ulong)(value - min) >> shift) & (Buckets - 1))]++;
            }

            int sum = 0;
            for (int b = 0; b < Buckets; b++)
            {
                (counts[b], sum) = (sum, sum + counts[b]);
            }

            foreach (int at in order)
            {
                other[counts[unchecked((int)((ulong)(values[at] - min) >> shift) & (Buckets - 1))]++] = at;
            }

            (order, other) = (other, order);
        }

        return order;
    }
}
