using System.Numerics;
using System.Runtime.CompilerServices;

namespace EcomOps.Analytics.Customers.Internal;

// Sorts rows by (customer, day) as single words: position of the customer in its block, day and amount above their
// minima, packed into 64 bits. One pass scatters the words into blocks of customers, then each block is sorted within
// the second-level cache by two counting passes, day first, then customer. The words stand in the column that takes the
// amounts in the end, so nothing but the result and one block is allocated.
internal static class PackedPartition
{
    // Below, the counters cost more than they save; above, days are too many to count by block.
    private const int FewestRows = 4096;
    private const int MostDays = 1 << 14;
    private const int RowsPerBlock = 32_000;

    public static OrderColumns? TrySort(int[] customers, int[] days, long[] amounts, int customerCount)
    {
        if (customers.Length < FewestRows)
        {
            return null;
        }

        int blockBits = BitOperations.Log2((uint)Math.Clamp((long)RowsPerBlock * customerCount / customers.Length, 1, 1 << 16));
        if (PackedLayout.Of(days, amounts, blockBits) is not { Days: <= MostDays } layout)
        {
            return null;
        }

        long[] words = GC.AllocateUninitializedArray<long>(customers.Length);
        int[] ends = BlockEnds(customers, customerCount, blockBits);
        Scatter(customers, days, amounts, ends, words, layout);
        int[] outDays = GC.AllocateUninitializedArray<int>(customers.Length);
        int[] starts = new int[customerCount + 1];
        SortBlocks(words, outDays, starts, ends, layout);
        return new OrderColumns(starts, outDays, words);
    }

    // First positions of the blocks; the scatter moves them to the ends.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] BlockEnds(ReadOnlySpan<int> customers, int customerCount, int blockBits)
    {
        int[] next = new int[((customerCount - 1) >> blockBits) + 1];
        foreach (int c in customers)
        {
            next[c >> blockBits]++;
        }

        int sum = 0;
        for (int b = 0; b < next.Length; b++)
        {
            (next[b], sum) = (sum, sum + next[b]);
        }

        return next;
    }

    // Kernels run once over millions of rows, so tiered compilation would spend them in unoptimised code.
    // Unchecked: positions stay below the number of rows, and the packed fields were measured to fit.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scatter(ReadOnlySpan<int> customers, ReadOnlySpan<int> days, ReadOnlySpan<long> amounts, int[] next, Span<long> words, PackedLayout layout)
    {
        unchecked
        {
            int blockBits = layout.BlockBits, firstDay = layout.FirstDay, dayShift = layout.AmountBits, customerShift = layout.AmountBits + layout.DayBits;
            int mask = (1 << blockBits) - 1;
            long least = layout.Least;
            bool wide = customerShift > 63;
            for (int i = 0; i < customers.Length && i < days.Length && i < amounts.Length; i++)
            {
                int c = customers[i];
                ulong word = (ulong)(amounts[i] - least) | (dayShift > 63 ? 0 : (ulong)(uint)(days[i] - firstDay) << dayShift) | (wide ? 0 : (ulong)(uint)(c & mask) << customerShift);
                words[next[c >> blockBits]++] = (long)word;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SortBlocks(long[] words, int[] outDays, int[] starts, int[] ends, PackedLayout layout)
    {
        int largest = 0, from = 0;
        foreach (int end in ends)
        {
            largest = Math.Max(largest, end - from);
            from = end;
        }

        long[] byDay = GC.AllocateUninitializedArray<long>(largest);
        int[] dayNext = new int[layout.Days], customerNext = new int[1 << layout.BlockBits];
        from = 0;
        for (int b = 0; b < ends.Length; b++)
        {
            Span<long> block = words.AsSpan(from, ends[b] - from);
            int first = b << layout.BlockBits, customersHere = Math.Min(1 << layout.BlockBits, starts.Length - 1 - first);
            SortBlock(block, outDays.AsSpan(from, block.Length), byDay, dayNext, customerNext.AsSpan(0, customersHere), starts.AsSpan(first, customersHere), from, layout);
            from = ends[b];
        }

        starts[^1] = words.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SortBlock(Span<long> block, Span<int> outDays, Span<long> byDay, Span<int> dayNext, Span<int> customerNext, Span<int> starts, int offset, PackedLayout layout)
    {
        unchecked
        {
            int dayShift = layout.DayShift, customerShift = layout.CustomerShift, firstDay = layout.FirstDay;
            uint dayMask = layout.DayMask, customerMask = layout.CustomerMask;
            ulong amountMask = layout.AmountMask;
            long least = layout.Least;
            dayNext.Clear();
            customerNext.Clear();
            foreach (long word in block)
            {
                dayNext[(int)((uint)((ulong)word >> dayShift) & dayMask)]++;
                customerNext[(int)((uint)((ulong)word >> customerShift) & customerMask)]++;
            }

            int sum = 0;
            for (int d = 0; d < dayNext.Length; d++)
            {
                (dayNext[d], sum) = (sum, sum + dayNext[d]);
            }

            sum = 0;
            for (int c = 0; c < customerNext.Length; c++)
            {
                starts[c] = offset + sum;
                (customerNext[c], sum) = (sum, sum + customerNext[c]);
            }

            foreach (long word in block)
            {
                byDay[dayNext[(int)((uint)((ulong)word >> dayShift) & dayMask)]++] = word;
            }

            foreach (long word in byDay[..block.Length])
            {
                int at = customerNext[(int)((uint)((ulong)word >> customerShift) & customerMask)]++;
                outDays[at] = firstDay + (int)((uint)((ulong)word >> dayShift) & dayMask);
                block[at] = least + (long)((ulong)word & amountMask);
            }
        }
    }
}
