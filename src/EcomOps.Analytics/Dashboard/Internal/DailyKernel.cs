using EcomOps.Analytics.Metrics;
using EcomOps.Analytics.Metrics.Internal;
using NodaTime;

namespace EcomOps.Analytics.Dashboard.Internal;

/// <summary>One pass over the facts for each part of the shop.</summary>
internal sealed class DailyKernel
{
    private readonly FactTable _table;
    private readonly ReportPeriod _days;
    private readonly IReadOnlyList<Measure> _measures;
    private readonly ReportPeriod[] _each;
    private readonly SortedDictionary<string, bool[]> _spend = new(StringComparer.Ordinal);

    public DailyKernel(FactTable table, ReportPeriod days, IReadOnlyList<Measure> measures)
    {
        (_table, _days, _measures) = (table, days, measures);
        _each = [.. Enumerable.Range(0, days.Days).Select(d => new ReportPeriod(days.From.PlusDays(d), days.From.PlusDays(d)))];
        foreach (SpendFact fact in table.Spend.Of(days))
        {
            if (!_spend.TryGetValue(fact.Channel, out bool[]? on))
            {
                _spend[fact.Channel] = on = new bool[_each.Length];
            }

            on[Day(fact.On)] = true;
        }
    }

    public DailyView View(FactDimension? dimension, string? value)
    {
        FactFilter filter = dimension is { } d ? FactFilter.Of(d, value!) : FactFilter.None;
        decimal?[][] columns = [.. _measures.Select(m => m.Rollup is MeasureRollup.Sum or MeasureRollup.SumOfKnown ? new decimal?[_each.Length] : [])];
        for (int day = 0; day < _each.Length; day++)
        {
            PeriodTotals totals = _table.Totals(_each[day], filter);
            for (int m = 0; m < columns.Length; m++)
            {
                if (columns[m].Length > 0)
                {
                    columns[m][day] = _measures[m].Of(totals);
                }
            }
        }

        return new DailyView(
            dimension, value, columns,
            _measures.Any(m => m.Rollup is MeasureRollup.Customers or MeasureRollup.ReturningCustomers) ? Visits(filter) : [],
            _measures.Any(m => m.Rollup == MeasureRollup.PaidChannels) && filter.TakesChannelOnly ? Channels(filter) : []);
    }

    private List<CustomerVisit> Visits(FactFilter filter)
    {
        List<CustomerVisit> visits = [];
        Dictionary<string, (int Last, int LastReturning)> known = new(StringComparer.Ordinal);
        for (int day = 0; day < _each.Length; day++)
        {
            foreach (PlacedOrder placed in _table.Orders.Of(_each[day]))
            {
                OrderFact order = placed.Order;
                if (order.CustomerId is not { } customer || !Takes(filter, order))
                {
                    continue;
                }

                (int last, int lastReturning) = known.TryGetValue(customer, out (int, int) before) ? before : (-1, -1);
                bool returning = placed.Number > 1;

                // A second order of one day counts nobody again.
                if (last != day || (returning && lastReturning != day))
                {
                    visits.Add(new CustomerVisit(day, last, returning, returning ? lastReturning : -1));
                }

                known[customer] = (day, returning ? day : lastReturning);
            }
        }

        return visits;
    }

    private static bool Takes(FactFilter filter, OrderFact order) =>
        filter.TakesOrder(order.Channel, order.Segment, order.Country, order.SalesChannel) && (filter.Category is null || order.Lines.Any(l => filter.TakesLine(l.Category)));

    private List<DailyChannel> Channels(FactFilter filter)
    {
        List<DailyChannel> channels = [];
        foreach ((string channel, bool[] on) in _spend)
        {
            if (FactFilter.Same(filter.Channel, channel))
            {
                decimal[] revenue = new decimal[_each.Length];
                for (int day = 0; day < _each.Length; day++)
                {
                    foreach (PlacedOrder placed in _table.Orders.Of(_each[day]))
                    {
                        revenue[day] += placed.Order.Channel == channel ? placed.Order.Lines.Sum(l => (l.UnitPrice.Amount * l.Quantity) - (l.Discount?.Amount ?? 0)) : 0;
                    }
                }

                channels.Add(new DailyChannel(on, revenue));
            }
        }

        return channels;
    }

    private int Day(LocalDate date) => Period.DaysBetween(_days.From, date);
}
