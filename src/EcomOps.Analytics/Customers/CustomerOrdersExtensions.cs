using EcomOps.Analytics.Customers.Internal;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Customers;

/// <summary>Summaries over the order store.</summary>
public static class CustomerOrdersExtensions
{
    /// <summary>Repeat summaries of all customers.</summary>
    /// <param name="orders">Orders.</param>
    /// <param name="until">Last day of observation, inclusive; age is counted to it.</param>
    /// <param name="unit">Days or weeks; weeks by default.</param>
    /// <returns>One summary a customer with an order up to the day.</returns>
    /// <exception cref="ArgumentException">The unit is neither days nor weeks.</exception>
    public static RepeatSummaries ToRepeatSummaries(this CustomerOrders orders, LocalDate until, TimeUnit unit = TimeUnit.Week)
    {
        ArgumentNullException.ThrowIfNull(orders);
        return RepeatSummaries.From(orders, until, unit);
    }

    /// <summary>Repeat rate: customers with at least two orders, over all customers.</summary>
    /// <param name="orders">Orders.</param>
    /// <param name="byDay">Whether two purchase days are needed (true) or two orders suffice (false, the default).</param>
    /// <returns>Count, base and rate; the rate is null without customers.</returns>
    public static RepeatRate RepeatRate(this CustomerOrders orders, bool byDay = false)
    {
        ArgumentNullException.ThrowIfNull(orders);
        int[] starts = orders.Orders.Starts, days = orders.Orders.Days;
        int repeating = 0;
        for (int c = 0; c < orders.CustomerCount; c++)
        {
            bool repeats = byDay ? days[starts[c]] != days[starts[c + 1] - 1] : starts[c + 1] - starts[c] >= 2;
            repeating += repeats ? 1 : 0;
        }

        return new RepeatRate(repeating, orders.CustomerCount);
    }

    /// <summary>Orders and value of one purchase window, for holdout checks.</summary>
    /// <param name="orders">Orders.</param>
    /// <param name="after">Day before the window, exclusive.</param>
    /// <param name="until">Last day of the window, inclusive.</param>
    /// <returns>Per customer in id order: distinct purchase days in the window.</returns>
    public static IReadOnlyList<int> PurchaseDays(this CustomerOrders orders, LocalDate after, LocalDate until)
    {
        ArgumentNullException.ThrowIfNull(orders);
        int from = DayNumber.Of(after), to = DayNumber.Of(until);
        int[] starts = orders.Orders.Starts, days = orders.Orders.Days;
        int[] counts = new int[orders.CustomerCount];
        for (int c = 0; c < counts.Length; c++)
        {
            int previous = int.MinValue;
            for (int i = starts[c]; i < starts[c + 1]; i++)
            {
                if (days[i] > from && days[i] <= to && days[i] != previous)
                {
                    counts[c]++;
                }

                previous = days[i];
            }
        }

        return counts;
    }

    /// <summary>Value of all orders in a window, refunds not deducted.</summary>
    /// <param name="orders">Orders.</param>
    /// <param name="after">Day before the window, exclusive.</param>
    /// <param name="until">Last day, inclusive.</param>
    /// <returns>Sum.</returns>
    public static Money ValueOf(this CustomerOrders orders, LocalDate after, LocalDate until)
    {
        ArgumentNullException.ThrowIfNull(orders);
        int from = DayNumber.Of(after), to = DayNumber.Of(until);
        long sum = 0;
        for (int i = 0; i < orders.Orders.Days.Length; i++)
        {
            sum += orders.Orders.Days[i] > from && orders.Orders.Days[i] <= to ? orders.Orders.Amounts[i] : 0;
        }

        return orders.ToMoney(sum);
    }
}
