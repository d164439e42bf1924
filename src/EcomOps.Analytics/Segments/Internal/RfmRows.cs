using System.Buffers;
using System.Runtime.CompilerServices;
using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Customers.Internal;
using EcomOps.Analytics.Internal;

namespace EcomOps.Analytics.Segments.Internal;

// Raw values from rows in any order: one cell of 16 bytes a customer, asked for some rows ahead, since waiting for memory would be most
// of the time. The cells are borrowed, since fresh memory costs more than the sums.
internal static class RfmRows
{
    private const int Ahead = 32;
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
            Add(customers, days, amounts, cells, asOf);
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(ReadOnlySpan<int> customers, ReadOnlySpan<int> days, ReadOnlySpan<long> amounts, Span<Cell> cells, int asOf)
    {
        int row = 0;
        for (; row < customers.Length - Ahead; row++)
        {
            Prefetch.Of(ref cells[customers[row + Ahead]]);
            cells[customers[row]].Add(days[row], amounts[row], asOf);
        }

        for (; row < customers.Length; row++)
        {
            cells[customers[row]].Add(days[row], amounts[row], asOf);
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
        int[]? positions = null;
        int[] recency = new int[cells.Length], frequency = new int[cells.Length];
        long[] monetary = new long[cells.Length];
        int count = 0;
        for (int c = 0; c < cells.Length; c++)
        {
            ref readonly Cell cell = ref cells[c];
            if (cell.Count == 0)
            {
                positions ??= RfmValues.Without(c, cells.Length);
                continue;
            }

            positions?[count] = c;
            recency[count] = asOf - cell.Last;
            frequency[count] = cell.Count;
            monetary[count++] = cell.Sum;
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
