using NodaTime;

namespace EcomOps.Analytics.Cohorts;

/// <summary>Settings of a cohort table.</summary>
public sealed record CohortOptions
{
    /// <summary>Period; month by default.</summary>
    public CalendarPeriod Period { get; init; } = CalendarPeriod.Month;

    /// <summary>First day of a week; Monday by default.</summary>
    public IsoDayOfWeek WeekStart { get; init; } = IsoDayOfWeek.Monday;

    /// <summary>Whether "active in k" means active in k or later (rolling retention) instead of in k; false by default.</summary>
    public bool Rolling { get; init; }

    /// <summary>Last day of the data, inclusive; the day of the last order when null. Periods that end later are partial.</summary>
    public LocalDate? DataUntil { get; init; }
}
