namespace EcomOps.Analytics.Cohorts;

/// <summary>Length of a cohort period.</summary>
public enum CalendarPeriod
{
    /// <summary>Day.</summary>
    Day,

    /// <summary>Week; which day begins it is a setting.</summary>
    Week,

    /// <summary>Calendar month.</summary>
    Month,

    /// <summary>Calendar quarter.</summary>
    Quarter,
}
