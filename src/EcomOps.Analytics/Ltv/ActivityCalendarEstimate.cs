using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv.Internal;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Ltv;

/// <summary>What a history tells of the seasons of a shop.</summary>
/// <remarks>Closed: <see cref="Found"/> or <see cref="TooShort"/>. Immutable and thread-safe.</remarks>
public abstract record ActivityCalendarEstimate
{
    /// <summary>Whole calendar months that an estimate needs: with fewer than two years a season cannot be told from a change.</summary>
    public const int FewestMonths = 24;

    private ActivityCalendarEstimate()
    {
    }

    /// <summary>Estimates a calendar from the whole calendar months up to a day.</summary>
    /// <param name="orders">Orders; those after the day play no part.</param>
    /// <param name="until">Last day that may be used.</param>
    /// <returns>A calendar, or why there is none.</returns>
    /// <remarks>
    /// Purchase days of all customers, per day of the month, over their centred twelve-month moving average (Macauley 1931; Hyndman
    /// and Athanasopoulos, <i>Forecasting: Principles and Practice</i>, 3.4); the logarithms are averaged by month and drawn towards
    /// no season by the share of their variance that chance explains (James and Stein 1961), where chance is Poisson times the
    /// dispersion of weeks within months or, from 30 months on, the variance of the same month over years if that is larger. With
    /// fewer than 30 months a single odd month looks like a season: let a validation decide (<see cref="ModelSelection"/>).
    /// </remarks>
    public static ActivityCalendarEstimate From(CustomerOrders orders, LocalDate until)
    {
        ArgumentNullException.ThrowIfNull(orders);
        return SeasonEstimator.Estimate(orders, until);
    }

    /// <summary>A calendar.</summary>
    /// <param name="Calendar">The calendar; all indices 1 when chance explains the differences between months.</param>
    /// <param name="WholeMonths">Calendar months used, <see cref="FewestMonths"/> or more.</param>
    /// <param name="Kept">Share of the differences between months that was kept, averaged over months; 0 to 1.</param>
    public sealed record Found(ActivityCalendar Calendar, int WholeMonths, double Kept) : ActivityCalendarEstimate;

    /// <summary>No calendar.</summary>
    /// <param name="Reason">Why, with code <c>history_too_short_for_calendar</c>.</param>
    public sealed record TooShort(Issue Reason) : ActivityCalendarEstimate;
}
