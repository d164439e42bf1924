using NodaTime;

namespace EcomOps.Inventory.Demand;

/// <summary>Calendar arithmetic of <see cref="DemandPeriod"/>.</summary>
public static class DemandPeriods
{
    /// <summary>Usual season length, in periods: 7, 52, 12, 4; 1 (no season) without a calendar.</summary>
    /// <param name="period">The period.</param>
    /// <returns>Number of periods in a season.</returns>
    public static int SeasonLength(this DemandPeriod period) => period switch
    {
        DemandPeriod.Day => 7,
        DemandPeriod.Week => 52,
        DemandPeriod.Month => 12,
        DemandPeriod.Quarter => 4,
        _ => 1,
    };

    /// <summary>Mean length in days: 1, 7, 30.436875 or 91.310625 (Gregorian year of 365.2425 days).</summary>
    /// <param name="period">The period; not <see cref="DemandPeriod.Unspecified"/>.</param>
    /// <returns>Days.</returns>
    /// <exception cref="InvalidOperationException">The period has no calendar.</exception>
    public static double MeanDays(this DemandPeriod period) => period switch
    {
        DemandPeriod.Day => 1,
        DemandPeriod.Week => 7,
        DemandPeriod.Month => 365.2425 / 12,
        DemandPeriod.Quarter => 365.2425 / 4,
        _ => throw new InvalidOperationException("A series without a calendar has no length in days: state lead times in periods, or make the series with a period and a start."),
    };

    /// <summary>First day of the period that holds a day.</summary>
    /// <param name="period">The period; not <see cref="DemandPeriod.Unspecified"/>.</param>
    /// <param name="day">Any day.</param>
    /// <returns>That day, its Monday, or the first of its month or quarter.</returns>
    /// <exception cref="InvalidOperationException">The period has no calendar.</exception>
    public static LocalDate StartOf(this DemandPeriod period, LocalDate day) => period switch
    {
        DemandPeriod.Day => day,
        DemandPeriod.Week => day.PlusDays(1 - (int)day.DayOfWeek),
        DemandPeriod.Month => new LocalDate(day.Year, day.Month, 1),
        DemandPeriod.Quarter => new LocalDate(day.Year, (3 * ((day.Month - 1) / 3)) + 1, 1),
        _ => throw new InvalidOperationException("A series without a calendar has no first days."),
    };

    /// <summary>The first day some periods later (or, negative, earlier).</summary>
    /// <param name="period">The period; not <see cref="DemandPeriod.Unspecified"/>.</param>
    /// <param name="start">First day of a period.</param>
    /// <param name="count">Number of periods.</param>
    /// <returns>First day of that period.</returns>
    /// <exception cref="InvalidOperationException">The period has no calendar.</exception>
    public static LocalDate Plus(this DemandPeriod period, LocalDate start, int count) => period switch
    {
        DemandPeriod.Day => start.PlusDays(count),
        DemandPeriod.Week => start.PlusDays(7 * count),
        DemandPeriod.Month => start.PlusMonths(count),
        DemandPeriod.Quarter => start.PlusMonths(3 * count),
        _ => throw new InvalidOperationException("A series without a calendar has no first days."),
    };

    /// <summary>Number of periods from one first day to another.</summary>
    /// <param name="period">The period; not <see cref="DemandPeriod.Unspecified"/>.</param>
    /// <param name="from">First day of a period.</param>
    /// <param name="to">First day of a period.</param>
    /// <returns>Whole periods; negative when <paramref name="to"/> is earlier.</returns>
    /// <exception cref="InvalidOperationException">The period has no calendar.</exception>
    public static int Between(this DemandPeriod period, LocalDate from, LocalDate to) => period switch
    {
        DemandPeriod.Day => Period.DaysBetween(from, to),
        DemandPeriod.Week => Period.DaysBetween(from, to) / 7,
        DemandPeriod.Month => (12 * (to.Year - from.Year)) + to.Month - from.Month,
        DemandPeriod.Quarter => ((12 * (to.Year - from.Year)) + to.Month - from.Month) / 3,
        _ => throw new InvalidOperationException("A series without a calendar has no first days."),
    };
}
