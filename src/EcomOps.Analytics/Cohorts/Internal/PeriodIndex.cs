using EcomOps.Analytics.Customers.Internal;
using NodaTime;

namespace EcomOps.Analytics.Cohorts.Internal;

// Period numbers of every day in a range, counted from the period of its first day.
internal sealed class PeriodIndex
{
    private readonly int _first;
    private readonly int[] _periods;

    public PeriodIndex(int firstDay, int lastDay, CalendarPeriod period, IsoDayOfWeek weekStart)
    {
        _first = firstDay;
        _periods = new int[lastDay - firstDay + 1];
        List<LocalDate> starts = [];
        for (int i = 0; i < _periods.Length; i++)
        {
            LocalDate start = StartOf(DayNumber.ToDate(firstDay + i), period, weekStart);
            if (starts.Count == 0 || starts[^1] != start)
            {
                starts.Add(start);
            }

            _periods[i] = starts.Count - 1;
        }

        Starts = starts;
        End = Next(starts[^1], period);
    }

    public IReadOnlyList<LocalDate> Starts { get; }

    // Day after the last period.
    public LocalDate End { get; }

    public ReadOnlySpan<int> Periods => _periods;

    public int First => _first;

    public static LocalDate StartOf(LocalDate day, CalendarPeriod period, IsoDayOfWeek weekStart) => period switch
    {
        CalendarPeriod.Day => day,
        CalendarPeriod.Week => day.PlusDays(1).Previous(weekStart),
        CalendarPeriod.Month => new LocalDate(day.Year, day.Month, 1),
        CalendarPeriod.Quarter => new LocalDate(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
        _ => throw new ArgumentOutOfRangeException(nameof(period), period, "Unknown period."),
    };

    private static LocalDate Next(LocalDate start, CalendarPeriod period) => period switch
    {
        CalendarPeriod.Day => start.PlusDays(1),
        CalendarPeriod.Week => start.PlusDays(7),
        CalendarPeriod.Month => start.PlusMonths(1),
        _ => start.PlusMonths(3),
    };
}
