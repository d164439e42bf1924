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

    private static void Count(CustomerOrders orders, PeriodIndex index, int lastDay, bool rolling, int[] active, long[] value, int[] sizes)
    {
        int periods = index.Starts.Count;
        ReadOnlySpan<int> starts = orders.Orders.Starts, days = orders.Orders.Days, periodOf = index.Periods;
        ReadOnlySpan<long> amounts = orders.Orders.Amounts;
        OrderColumns? refunds = orders.Refunds;
        for (int customer = 0; customer + 1 < starts.Length; customer++)
        {
            int from = starts[customer], to = starts[customer + 1];
            if (days[from] > lastDay)
            {
                continue;
            }

            int cohort = periodOf[days[from] - index.First];
            int row = cohort * periods, previous = -1;
            sizes[cohort]++;
            for (int i = from; i < to && days[i] <= lastDay; i++)
            {
                int period = periodOf[days[i] - index.First];
                value[row + period] += amounts[i];
                if (period != previous)
                {
                    // Rolling: active in every period since the last one seen.
                    for (int p = rolling ? previous + 1 : period; p <= period; p++)
                    {
                        active[row + p] += p >= cohort ? 1 : 0;
                    }

                    previous = period;
                }
            }

            for (int i = refunds is null ? 0 : refunds.Starts[customer]; refunds is not null && i < refunds.Starts[customer + 1] && refunds.Days[i] <= lastDay; i++)
            {
                int day = Math.Max(refunds.Days[i], days[from]);
                value[row + periodOf[day - index.First]] -= refunds.Amounts[i];
            }
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
