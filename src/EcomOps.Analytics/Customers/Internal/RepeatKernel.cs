using System.Runtime.CompilerServices;
using EcomOps.Core;

namespace EcomOps.Analytics.Customers.Internal;

// One pass over rows sorted by customer and day.
internal static class RepeatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (RepeatSummary[] Rows, int[] Positions, IReadOnlyList<Money> Spend) Summarise(CustomerOrders orders, int end, double perUnit)
    {
        ReadOnlySpan<int> starts = orders.Orders.Starts, allDays = orders.Orders.Days;
        ReadOnlySpan<long> allAmounts = orders.Orders.Amounts;
        int customers = orders.CustomerCount, count = 0;
        RepeatSummary[] rows = GC.AllocateUninitializedArray<RepeatSummary>(customers);
        int[] positions = GC.AllocateUninitializedArray<int>(customers);
        long[] repeatValue = GC.AllocateUninitializedArray<long>(customers);
        for (int c = 0; c < customers; c++)
        {
            int from = starts[c], to = starts[c + 1];
            while (to > from && allDays[to - 1] > end)
            {
                to--;
            }

            if (to == from)
            {
                continue;
            }

            ReadOnlySpan<int> days = allDays[from..to];
            ReadOnlySpan<long> amounts = allAmounts[from..to];
            int first = days[0], last = days[^1], previous = first, x = 0;
            long value = 0;
            for (int i = 0; i < days.Length && i < amounts.Length; i++)
            {
                int day = days[i];
                x += day != previous ? 1 : 0;
                value += day != first ? amounts[i] : 0;
                previous = day;
            }

            rows[count] = new RepeatSummary(x, (last - first) / perUnit, (end - first) / perUnit);
            positions[count] = c;
            repeatValue[count++] = value;
        }

        if (count < customers)
        {
            Array.Resize(ref rows, count);
            Array.Resize(ref positions, count);
            Array.Resize(ref repeatValue, count);
        }

        return (rows, positions, new AverageSpend(orders, rows, repeatValue));
    }
}
