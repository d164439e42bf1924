using NodaTime;

namespace EcomOps.Analytics.Metrics;

/// <summary>A range of business days.</summary>
/// <param name="From">First day, inclusive.</param>
/// <param name="Until">Last day, inclusive.</param>
public readonly record struct ReportPeriod(LocalDate From, LocalDate Until)
{
    /// <summary>Number of days.</summary>
    public int Days => Period.DaysBetween(From, Until) + 1;

    /// <summary>The period just before: the month before for a whole month, else as many days.</summary>
    public ReportPeriod Prior => IsWholeMonth
        ? new(From.PlusMonths(-1), From.PlusDays(-1))
        : new(From.PlusDays(-Days), From.PlusDays(-1));

    /// <summary>The same days one year before.</summary>
    public ReportPeriod PriorYear => IsWholeMonth ? new(From.PlusYears(-1), From.PlusYears(-1).PlusMonths(1).PlusDays(-1)) : new(From.PlusYears(-1), Until.PlusYears(-1));

    private bool IsWholeMonth => From.Day == 1 && Until == From.PlusMonths(1).PlusDays(-1);

    /// <summary>A calendar month.</summary>
    /// <param name="month">Month.</param>
    /// <returns>Its days.</returns>
    public static ReportPeriod Of(YearMonth month) => new(month.OnDayOfMonth(1), month.OnDayOfMonth(1).PlusMonths(1).PlusDays(-1));

    /// <summary>Whether a day lies inside.</summary>
    /// <param name="day">Day.</param>
    /// <returns>True at both ends too.</returns>
    public bool Contains(LocalDate day) => day >= From && day <= Until;
}
