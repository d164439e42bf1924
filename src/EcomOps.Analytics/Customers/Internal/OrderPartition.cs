using System.Runtime.CompilerServices;

namespace EcomOps.Analytics.Customers.Internal;

// Sorts rows by (customer, day). A first pass by the high bits of the customer number keeps the second, exact
// pass within the cache: random writes over the whole store would cost several times more.
internal static class OrderPartition
{
    private const int BlockBits = 12;

    public static OrderColumns Sort(int[] customers, int[] days, long[] amounts, int customerCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(customerCount);
        if (IsSorted(customers, days, customerCount))
        {
            return new OrderColumns(Starts(customers, customerCount), days, amounts);
        }

        return PackedPartition.TrySort(customers, days, amounts, customerCount) ?? InTwoPasses(customers, days, amounts, Starts(customers, customerCount));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsSorted(int[] customers, int[] days, int customerCount)
    {
        bool sorted = true;
        for (int i = 0; i < customers.Length; i++)
        {
            int c = customers[i];
            if ((uint)c >= (uint)customerCount)
            {
                throw new ArgumentException($"Customer number {c} of row {i} is not between 0 and {customerCount - 1}.", nameof(customers));
            }

            sorted = sorted && (i == 0 || c > customers[i - 1] || (c == customers[i - 1] && days[i] >= days[i - 1]));
        }

        return sorted;
    }

    private static int[] Starts(int[] customers, int customerCount)
    {
        int[] starts = new int[customerCount + 1];
        foreach (int c in customers)
        {
            starts[c + 1]++;
        }

        for (int c = 0; c < customerCount; c++)
        {
            starts[c + 1] += starts[c];
        }

        return starts;
    }

    // For rows too few or too wide to be packed.
    private static OrderColumns InTwoPasses(int[] customers, int[] days, long[] amounts, int[] starts)
    {
        int rows = customers.Length;
        (int[] byBlock, int[] blockDays, long[] blockAmounts) = ByBlock(customers, days, amounts, starts);
        int[] outDays = new int[rows];
        long[] outAmounts = new long[rows];
        int[] next = starts.AsSpan(0, starts.Length - 1).ToArray();
        for (int i = 0; i < rows; i++)
        {
            int at = next[byBlock[i]]++;
            outDays[at] = blockDays[i];
            outAmounts[at] = blockAmounts[i];
        }

        SortDays(starts, outDays, outAmounts);
        return new OrderColumns(starts, outDays, outAmounts);
    }

    private static (int[] Customers, int[] Days, long[] Amounts) ByBlock(int[] customers, int[] days, long[] amounts, int[] starts)
    {
        int customerCount = starts.Length - 1;
        if (customerCount <= 1 << BlockBits)
        {
            return (customers, days, amounts);
        }

        int blocks = ((customerCount - 1) >> BlockBits) + 1;
        int[] next = new int[blocks];
        for (int b = 0; b < blocks; b++)
        {
            next[b] = starts[b << BlockBits];
        }

        int[] c = new int[customers.Length];
        int[] d = new int[customers.Length];
        long[] a = new long[customers.Length];
        for (int i = 0; i < customers.Length; i++)
        {
            int at = next[customers[i] >> BlockBits]++;
            c[at] = customers[i];
            d[at] = days[i];
            a[at] = amounts[i];
        }

        return (c, d, a);
    }

    private static void SortDays(int[] starts, int[] days, long[] amounts)
    {
        for (int c = 0; c + 1 < starts.Length; c++)
        {
            int from = starts[c], to = starts[c + 1];
            if (to - from > 32)
            {
                Array.Sort(days, amounts, from, to - from);
                continue;
            }

            for (int i = from + 1; i < to; i++)
            {
                int day = days[i];
                if (day >= days[i - 1])
                {
                    continue;
                }

                long amount = amounts[i];
                int j = i - 1;
                for (; j >= from && days[j] > day; j--)
                {
                    days[j + 1] = days[j];
                    amounts[j + 1] = amounts[j];
                }

                days[j + 1] = day;
                amounts[j + 1] = amount;
            }
        }
    }
}
