using EcomOps.Analytics.Customers.Internal;
using EcomOps.Analytics.Ltv;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Customers;

/// <summary>Purchase histories of all customers at one day, with their time unit.</summary>
/// <remarks>Immutable and thread-safe. Customers whose first order is after the day take no part.</remarks>
public sealed class RepeatSummaries
{
    private RepeatSummaries(TimeUnit unit, RepeatSummary[] items, int[]? customers, CustomerOrders? source, LocalDate? until, IReadOnlyList<Money>? spend)
    {
        Unit = unit;
        Items = items;
        CustomerPositions = customers;
        Source = source;
        Until = until;
        AverageRepeatSpend = spend ?? [];
    }

    /// <summary>Unit of recency and age.</summary>
    public TimeUnit Unit { get; }

    /// <summary>One summary a customer, in id order; or the given weighted rows.</summary>
    public IReadOnlyList<RepeatSummary> Items { get; }

    /// <summary>Average order value a repeat purchase day, zero without repeat; empty when the summaries were given as plain rows.</summary>
    public IReadOnlyList<Money> AverageRepeatSpend { get; }

    /// <summary>Last day of observation, inclusive; null for plain rows.</summary>
    public LocalDate? Until { get; }

    /// <summary>Calendar that time was counted by; null in plain days, weeks and periods.</summary>
    public ActivityCalendar? Calendar { get; private init; }

    internal CustomerOrders? Source { get; }

    internal int[]? CustomerPositions { get; }

    /// <summary>Takes rows that somebody else computed.</summary>
    /// <param name="unit">Their time unit.</param>
    /// <param name="items">Rows.</param>
    /// <returns>The summaries.</returns>
    /// <exception cref="ArgumentException">A row has a negative frequency, a negative recency or one above its age, a weight that is not above 0, or a number that is not finite.</exception>
    public static RepeatSummaries Of(TimeUnit unit, IEnumerable<RepeatSummary> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        RepeatSummary[] rows = [.. items];
        for (int i = 0; i < rows.Length; i++)
        {
            RepeatSummary row = rows[i];
            if (!row.IsHistory || !(row.Weight > 0) || !double.IsFinite(row.Weight))
            {
                throw new ArgumentException($"Row {i} {row.Impossible}", nameof(items));
            }
        }

        return new RepeatSummaries(unit, rows, null, null, null, null);
    }

    /// <summary>Id of the customer of a row.</summary>
    /// <param name="row">Position in <see cref="Items"/>.</param>
    /// <returns>The id; null for plain rows.</returns>
    public string? CustomerId(int row) => Source is null ? null : Source.CustomerId(CustomerPositions![row]);

    internal static RepeatSummaries From(CustomerOrders orders, LocalDate until, TimeUnit unit)
    {
        if (unit is not (TimeUnit.Day or TimeUnit.Week))
        {
            throw new ArgumentException("Orders by day are summarised in days or weeks; discrete periods are given as rows, operational weeks come from an ActivityCalendar.", nameof(unit));
        }

        (RepeatSummary[] rows, int[] positions, IReadOnlyList<Money> spend) = RepeatKernel.Summarise(orders, DayNumber.Of(until), unit == TimeUnit.Week ? 7 : 1);
        return new RepeatSummaries(unit, rows, positions, orders, until, spend);
    }

    internal static RepeatSummaries From(CustomerOrders orders, LocalDate until, ActivityCalendar calendar)
    {
        RepeatSummaries days = From(orders, until, TimeUnit.Day);
        RepeatSummary[] rows = new RepeatSummary[days.Items.Count];
        for (int i = 0; i < rows.Length; i++)
        {
            RepeatSummary row = days.Items[i];
            LocalDate first = until.PlusDays(-(int)row.Age);
            rows[i] = row with { Recency = calendar.Weeks(first, first.PlusDays((int)row.Recency)), Age = calendar.Weeks(first, until) };
        }

        return new RepeatSummaries(TimeUnit.OperationalWeek, rows, days.CustomerPositions, orders, until, days.AverageRepeatSpend) { Calendar = calendar };
    }
}
