using NodaTime;

namespace EcomOps.Inventory.Demand;

/// <summary>The stretch of time that sales records cover, cut into whole periods that end with its last day.</summary>
/// <remarks>
/// Weeks are counted back from the last day, so that the newest week is whole and a forecast begins on the day after; days, months and
/// quarters follow the calendar. A period that is covered in part only is left out. Immutable and thread-safe.
/// </remarks>
/// <param name="Period">Length of a period; not <see cref="DemandPeriod.Unspecified"/>.</param>
/// <param name="From">First day that the records cover.</param>
/// <param name="Through">Last day that they cover.</param>
public sealed record DemandWindow(DemandPeriod Period, LocalDate From, LocalDate Through)
{
    /// <summary>Days on which the records are missing; a period that holds one is missing, and not a period without demand.</summary>
    public IReadOnlyList<DateInterval> Unknown { get; init; } = [];

    /// <summary>Number of whole periods; 0 when there is none.</summary>
    public int Count => Next > Aligned ? Periods(Aligned, Next) : 0;

    /// <summary>The day after the last whole period: where a forecast begins.</summary>
    public LocalDate Next => Period == DemandPeriod.Week ? Through.PlusDays(1) : Period.StartOf(Through.PlusDays(1));

    private LocalDate Aligned
    {
        get
        {
            if (Period == DemandPeriod.Week)
            {
                return Next.PlusWeeks(-Math.Max(0, NodaTime.Period.DaysBetween(From, Next) / 7));
            }

            LocalDate start = Period.StartOf(From);
            return start == From ? start : Period.Plus(start, 1);
        }
    }

    /// <summary>Sums dated quantities by period, in any order and with any number of rows a day.</summary>
    /// <param name="sales">Day and units; negative units are returns and are netted within their period; days outside are left out.</param>
    /// <param name="sinceFirstSale">Whether periods before the first one with demand are left out (the default): the item was not on sale yet.</param>
    /// <returns>The series, ending with the last whole period; all of it when nothing was sold, empty when no whole period is covered.</returns>
    /// <exception cref="ArgumentException">A quantity is no finite number.</exception>
    /// <exception cref="InvalidOperationException">The period has no calendar.</exception>
    public DemandSeries Series(IEnumerable<(LocalDate Day, double Units)> sales, bool sinceFirstSale = true)
    {
        ArgumentNullException.ThrowIfNull(sales);
        LocalDate first = Aligned, end = Next;
        var sums = new double[Count];
        foreach ((LocalDate day, double units) in sales)
        {
            if (!double.IsFinite(units))
            {
                throw new ArgumentException($"The quantity of {day:uuuu-MM-dd} is no finite number.", nameof(sales));
            }

            if (day >= first && day < end)
            {
                sums[IndexOf(first, day)] += units;
            }
        }

        int skipped = sinceFirstSale ? Math.Max(0, Array.FindIndex(sums, s => s > 0)) : 0;
        for (int i = 0; i < sums.Length; i++)
        {
            LocalDate start = Period.Plus(first, i), last = Period.Plus(first, i + 1).PlusDays(-1);
            sums[i] = Unknown.Any(u => u.Start <= last && u.End >= start) ? double.NaN : sums[i];
        }

        return DemandSeries.Calendar(Period, Period.Plus(first, skipped), sums[skipped..]);
    }

    /// <summary>First day of a period of a series that ends with this window.</summary>
    /// <param name="series">A series made by <see cref="Series"/>.</param>
    /// <param name="index">0-based period; from <see cref="DemandSeries.Count"/> on, the periods of a forecast.</param>
    /// <returns>The day.</returns>
    public LocalDate StartOf(DemandSeries series, int index)
    {
        ArgumentNullException.ThrowIfNull(series);
        return Period.Plus(Next, index - series.Count);
    }

    private int IndexOf(LocalDate first, LocalDate day) =>
        Period == DemandPeriod.Week ? NodaTime.Period.DaysBetween(first, day) / 7 : Periods(first, Period.StartOf(day));

    private int Periods(LocalDate from, LocalDate to) => Period.Between(from, to);
}
