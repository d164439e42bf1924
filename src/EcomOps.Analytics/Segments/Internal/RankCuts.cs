using System.Numerics;
using System.Runtime.CompilerServices;

namespace EcomOps.Analytics.Segments.Internal;

// Scores by rank without ranking: only the values at which a score begins are looked for, by counting. Equal values rank in position order.
internal static class RankCuts
{
    private const int Bits = 12;
    private const int Few = 256;

    // Score 1 below the first of the given ranks, 2 from it, and so on; ranks are 0-based, ascending, and may reach the number of values.
    public static byte[] Score(ReadOnlySpan<long> values, ReadOnlySpan<int> firsts)
    {
        Span<Cut> cuts = stackalloc Cut[firsts.Length];
        int count = 0;
        foreach (int first in firsts)
        {
            if (first < values.Length)
            {
                cuts[count++].Below = first;
            }
        }

        byte[] scores = new byte[values.Length];
        Find(values, cuts[..count]);
        Assign(values, cuts[..count], scores);
        return scores;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Assign(ReadOnlySpan<long> values, Span<Cut> cuts, byte[] scores)
    {
        for (int i = 0; i < values.Length; i++)
        {
            long value = values[i];
            int score = 1;
            foreach (ref Cut cut in cuts)
            {
                if (value == cut.Value)
                {
                    score += cut.Below-- > 0 ? 0 : 1;
                }
                else
                {
                    score += value > cut.Value ? 1 : 0;
                }
            }

            scores[i] = (byte)score;
        }
    }

    // Turns ranks (in Below) into the values at them and the number of equal values that rank before.
    private static void Find(ReadOnlySpan<long> among, Span<Cut> cuts)
    {
        if (cuts.IsEmpty)
        {
            return;
        }

        if (among.Length <= Few)
        {
            long[] sorted = among.ToArray();
            Array.Sort(sorted);
            foreach (ref Cut cut in cuts)
            {
                cut.Value = sorted[cut.Below];
                cut.Below -= Array.IndexOf(sorted, cut.Value);
            }

            return;
        }

        (long least, long most) = Customers.Internal.PackedLayout.Extent(among);
        int shift = Math.Max(0, 64 - BitOperations.LeadingZeroCount(Above(most, least)) - Bits);
        Span<int> counts = stackalloc int[1 << Bits];
        Count(among, least, shift, counts);
        int bin = 0, before = 0;
        for (int i = 0; i < cuts.Length;)
        {
            for (; cuts[i].Below >= before + counts[bin]; bin++)
            {
                before += counts[bin];
            }

            int to = i;
            for (; to < cuts.Length && cuts[to].Below < before + counts[bin]; to++)
            {
                cuts[to].Below -= before;
                cuts[to].Value = unchecked(least + bin);
            }

            // Without a shift a bin is one value.
            if (shift > 0)
            {
                Find(Inside(among, least, shift, bin, counts[bin]), cuts[i..to]);
            }

            i = to;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Count(ReadOnlySpan<long> values, long least, int shift, Span<int> counts)
    {
        counts.Clear();
        foreach (long value in values)
        {
            counts[(int)(Above(value, least) >> shift)]++;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long[] Inside(ReadOnlySpan<long> values, long least, int shift, int bin, int count)
    {
        long[] inside = new long[count];
        int next = 0;
        foreach (long value in values)
        {
            if ((int)(Above(value, least) >> shift) == bin)
            {
                inside[next++] = value;
            }
        }

        return inside;
    }

    private static ulong Above(long value, long least) => unchecked((ulong)value - (ulong)least);

    private struct Cut
    {
        public long Value;
        public int Below;
    }
}
