using System.Runtime.CompilerServices;
using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Customers.Internal;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Cohorts.Internal;

internal static class CohortKernel
{
    public static CohortTable Compute(CustomerOrders orders, CohortOptions options)
    {
        if (orders.OrderCount == 0)
        {
            return new CohortTable(options, []);
        }

        int lastDay = Math.Max(options.DataUntil is { } until ? DayNumber.Of(until) : orders.LastDayNumber, orders.FirstDayNumber);
        var index = new PeriodIndex(orders.FirstDayNumber, lastDay, options.Period, options.WeekStart);
        int periods = index.Starts.Count;
        int[] active = new int[periods * periods];
        long[] value = new long[periods * periods];
        int[] sizes = new int[periods];
        Count(orders, index, lastDay, options.Rolling, active, value, sizes);

        bool lastIsPartial = DayNumber.Of(index.End) - 1 > lastDay;
        List<Cohort> cohorts = [];
        for (int c = 0; c < periods; c++)
        {
            if (sizes[c] > 0)
            {
                cohorts.Add(new Cohort(index.Starts[c], sizes[c], Cells(orders, c, periods, sizes[c], active, value, lastIsPartial)));
            }
        }

        return new CohortTable(options, cohorts);
    }

    // Rows of a customer come by day, so a customer's distinct periods are the changes of the period from row to row,
    // and rolling activity is told by the last period alone.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Count(CustomerOrders orders, PeriodIndex index, int lastDay, bool rolling, int[] active, long[] value, int[] sizes)
    {
        int periods = index.Starts.Count, firstDay = index.First;
        ReadOnlySpan<int> starts = orders.Orders.Starts, days = orders.Orders.Days, periodOf = index.Periods;
        ReadOnlySpan<long> amounts = orders.Orders.Amounts;
        for (int customer = 0; customer + 1 < starts.Length; customer++)
        {
            int from = starts[customer], to = starts[customer + 1];
            while (to > from && days[to - 1] > lastDay)
            {
                to--;
            }

            if (to == from)
            {
                continue;
            }

            int cohort = periodOf[days[from] - firstDay], row = cohort * periods, last = cohort;
            Span<long> values = value.AsSpan(row, periods);
            Span<int> counts = active.AsSpan(row, periods);
            ReadOnlySpan<int> mine = days[from..to];
            ReadOnlySpan<long> spent = amounts[from..to];
            sizes[cohort]++;
            counts[cohort]++;
            for (int i = 0; i < mine.Length && i < spent.Length; i++)
            {
                int period = periodOf[mine[i] - firstDay];
                values[period] += spent[i];
                if (!rolling)
                {
                    counts[period] += period != last ? 1 : 0;
                }

                last = period;
            }

            for (int p = cohort + 1; rolling && p <= last; p++)
            {
                counts[p]++;
            }

            if (orders.Refunds is { } refunds)
            {
                Deduct(refunds, customer, mine[0], lastDay, index, values);
            }
        }
    }

    // A refund dated before the first order is booked with it.
    private static void Deduct(OrderColumns refunds, int customer, int first, int lastDay, PeriodIndex index, Span<long> values)
    {
        for (int i = refunds.Starts[customer]; i < refunds.Starts[customer + 1] && refunds.Days[i] <= lastDay; i++)
        {
            values[index.Periods[Math.Max(refunds.Days[i], first) - index.First]] -= refunds.Amounts[i];
        }
    }

    private static CohortCell[] Cells(CustomerOrders orders, int cohort, int periods, int size, int[] active, long[] value, bool lastIsPartial)
    {
        CohortCell[] cells = new CohortCell[periods - cohort];
        Money sum = Money.Zero(orders.Currency), first = orders.ToMoney(value[(cohort * periods) + cohort]);
        for (int k = 0; k < cells.Length; k++)
        {
            int at = (cohort * periods) + cohort + k;
            Money money = orders.ToMoney(value[at]);
            sum += money;
            cells[k] = new CohortCell(
                active[at], (double)active[at] / size, money, first.IsZero ? null : (double)(money.Amount / first.Amount),
                sum.Divide(size, MoneyRounding.HalfEven), lastIsPartial && cohort + k == periods - 1);
        }

        return cells;
    }
}
