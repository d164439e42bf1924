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
        int customers = orders.CustomerCount, count = 0;
        RepeatSummary[] rows = GC.AllocateUninitializedArray<RepeatSummary>(customers);
        int[] positions = GC.AllocateUninitializedArray<int>(customers);
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
            int first = days[0], last = days[^1], previous = first, x = 0;
            foreach (int day in days)
            {
                x += day != previous ? 1 : 0;
                previous = day;
            }

            rows[count] = new RepeatSummary(x, (last - first) / perUnit, (end - first) / perUnit);
            positions[count++] = c;
        }

        if (count < customers)
        {
            Array.Resize(ref rows, count);
            Array.Resize(ref positions, count);
        }

        return (rows, positions, new AverageSpend(orders, rows, positions, end));
    }
}
