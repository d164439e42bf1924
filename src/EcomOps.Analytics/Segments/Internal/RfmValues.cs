using System.Runtime.CompilerServices;
using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Customers.Internal;

namespace EcomOps.Analytics.Segments.Internal;

// Raw values of the customers with an order by the day; Positions index the store, null when every customer has one.
internal sealed record RfmValues(int[]? Positions, int[] RecencyDays, int[] Frequency, long[] Monetary)
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static RfmValues Collect(CustomerOrders orders, int asOf, RfmFrequencyBasis basis)
    {
        int n = orders.CustomerCount;
        int[]? positions = null;
        int[] recency = new int[n], frequency = new int[n];
        long[] monetary = new long[n];
        ReadOnlySpan<int> starts = orders.Orders.Starts, days = orders.Orders.Days;
        ReadOnlySpan<long> amounts = orders.Orders.Amounts;
        bool byDay = basis == RfmFrequencyBasis.PurchaseDays;
        int count = 0;
        for (int c = 0; c < n; c++)
        {
            int from = starts[c], to = starts[c + 1];
            while (to > from && days[to - 1] > asOf)
            {
                to--;
            }

            if (to == from)
            {
                positions ??= Without(c, n);
                continue;
            }

            long sum = 0;
            foreach (long amount in amounts[from..to])
            {
                sum += amount;
            }

            int times = to - from;
            if (byDay)
            {
                times = 1;
                for (int i = from + 1; i < to; i++)
                {
                    times += days[i] != days[i - 1] ? 1 : 0;
                }
            }

            positions?[count] = c;
            recency[count] = asOf - days[to - 1];
            frequency[count] = times;
            monetary[count++] = sum - Refunded(orders.Refunds, c, asOf);
        }

        return new RfmValues(positions, recency, frequency, monetary).First(count);
    }

    public int PositionOf(int index) => Positions is null ? index : Positions[index];

    public RfmValues First(int count) => count == RecencyDays.Length ? this
        : new RfmValues(Positions?[..count], RecencyDays[..count], Frequency[..count], Monetary[..count]);

    // Room for the positions, the first ones of which are their own; fresh memory that most shops need not pay for.
    public static int[] Without(int customer, int customers)
    {
        int[] positions = new int[customers];
        for (int c = 0; c < customer; c++)
        {
            positions[c] = c;
        }

        return positions;
    }

    private static long Refunded(OrderColumns? refunds, int customer, int asOf)
    {
        long sum = 0;
        if (refunds is not null)
        {
            for (int i = refunds.Starts[customer]; i < refunds.Starts[customer + 1] && refunds.Days[i] <= asOf; i++)
            {
                sum += refunds.Amounts[i];
            }
        }

        return sum;
    }
}
