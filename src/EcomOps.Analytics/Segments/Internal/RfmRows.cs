using System.Buffers;
using System.Runtime.CompilerServices;
using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Customers.Internal;

namespace EcomOps.Analytics.Segments.Internal;

// Raw values from rows in any order: one cell of 16 bytes a customer. Where the cells outgrow the second-level cache, rows are first
// brought, a chunk at a time, into blocks of customers whose cells fit: a row read twice in order costs less than one place of memory
// at random. Chunks and cells are borrowed, since fresh memory costs more than the sums.
internal static class RfmRows
{
    private const int BlockBits = 15;
    private const int Chunk = 1 << 20;
    private const int NoRow = int.MinValue;
    private const int OnlyLater = int.MinValue + 1;

    public static RfmValues Collect(int[] customers, int[] days, long[] amounts, int customerCount, int asOf)
    {
        CheckNumbers(customers, customerCount);
        Cell[] borrowed = ArrayPool<Cell>.Shared.Rent(customerCount);
        try
        {
            Span<Cell> cells = borrowed.AsSpan(0, customerCount);
            cells.Fill(new Cell { Last = NoRow });
            if (customerCount >> BlockBits >= 2 && PackedLayout.Of(days, amounts, BlockBits) is { } layout)
            {
                AddChunks(customers, days, amounts, cells, layout, asOf);
            }
            else
            {
                for (int i = 0; i < customers.Length; i++)
                {
                    cells[customers[i]].Add(days[i], amounts[i], asOf);
                }
            }

            if (FirstGap(cells) is >= 0 and var gap)
            {
                throw new ArgumentException(CustomerOrders.WithoutRow(gap), nameof(customers));
            }

            return Values(cells, asOf);
        }
        finally
        {
            ArrayPool<Cell>.Shared.Return(borrowed);
        }
    }

    private static void AddChunks(ReadOnlySpan<int> customers, ReadOnlySpan<int> days, ReadOnlySpan<long> amounts, Span<Cell> cells, PackedLayout layout, int asOf)
    {
        long[] words = ArrayPool<long>.Shared.Rent(Math.Min(Chunk, customers.Length));
        try
        {
            for (int row = 0; row < customers.Length; row += Chunk)
            {
                int rows = Math.Min(Chunk, customers.Length - row);
                int[] ends = PackedPartition.IntoBlocks(customers.Slice(row, rows), days.Slice(row, rows), amounts.Slice(row, rows), cells.Length, words, layout);
                int from = 0;
                for (int block = 0; block < ends.Length; from = ends[block++])
                {
                    AddBlock(words.AsSpan(from..ends[block]), cells[(block << BlockBits)..], layout, asOf);
                }
            }
        }
        finally
        {
            ArrayPool<long>.Shared.Return(words);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddBlock(ReadOnlySpan<long> words, Span<Cell> cells, PackedLayout layout, int asOf)
    {
        int dayShift = layout.DayShift, customerShift = layout.CustomerShift, firstDay = layout.FirstDay;
        uint dayMask = layout.DayMask, customerMask = layout.CustomerMask;
        ulong amountMask = layout.AmountMask;
        long least = layout.Least;
        foreach (long word in words)
        {
            ulong bits = unchecked((ulong)word);
            int day = firstDay + (int)((bits >> dayShift) & dayMask);
            cells[(int)((bits >> customerShift) & customerMask)].Add(day, unchecked(least + (long)(bits & amountMask)), asOf);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int FirstGap(ReadOnlySpan<Cell> cells)
    {
        int c = 0;
        while (c < cells.Length && cells[c].Last != NoRow)
        {
            c++;
        }

        return c < cells.Length ? c : -1;
    }

    private static void CheckNumbers(int[] customers, int customerCount)
    {
        if (customers.Length == 0 || (PackedLayout.Extent<int>(customers) is var (least, most) && least >= 0 && most < customerCount))
        {
            return;
        }

        int row = Array.FindIndex(customers, c => (uint)c >= (uint)customerCount);
        throw new ArgumentException($"Customer number {customers[row]} of row {row} is not between 0 and {customerCount - 1}.", nameof(customers));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static RfmValues Values(ReadOnlySpan<Cell> cells, int asOf)
    {
        int[] positions = new int[cells.Length], recency = new int[cells.Length], frequency = new int[cells.Length];
        long[] monetary = new long[cells.Length];
        int count = 0;
        for (int c = 0; c < cells.Length; c++)
        {
            ref readonly Cell cell = ref cells[c];
            if (cell.Count > 0)
            {
                positions[count] = c;
                recency[count] = asOf - cell.Last;
                frequency[count] = cell.Count;
                monetary[count++] = cell.Sum;
            }
        }

        return new RfmValues(positions, recency, frequency, monetary).First(count);
    }

    private struct Cell
    {
        public int Last;
        public int Count;
        public long Sum;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(int day, long amount, int asOf)
        {
            if (day > asOf)
            {
                Last = Math.Max(Last, OnlyLater);
                return;
            }

            Last = Math.Max(Last, day);
            Count++;
            Sum += amount;
        }
    }
}
