namespace EcomOps.Analytics.Customers;

/// <summary>Unit in which lifetime-value models count time; a fit remembers it, and predicting in another unit is an error.</summary>
public enum TimeUnit
{
    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks of seven days, not rounded.</summary>
    Week,

    /// <summary>Opportunities or contract periods, for discrete-time models.</summary>
    Period,

    /// <summary>Weeks of average activity by an <see cref="Ltv.ActivityCalendar"/>: a busy week counts as more than one, a quiet week as less.</summary>
    OperationalWeek,
}
