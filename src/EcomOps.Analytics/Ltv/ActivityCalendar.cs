using EcomOps.Analytics.Customers;
using NodaTime;

namespace EcomOps.Analytics.Ltv;

/// <summary>How busy each calendar month is, so that models may count time in operational weeks: a week of a month with index 1.5 is one and a half.</summary>
/// <remarks>
/// A purchase model fitted to operational time has the rate of a customer rise and fall with the index, and leaving too: the time
/// change of a Poisson process (Cox and Isham 1980, <i>Point Processes</i>, 4.2). Works with every model that counts time.
/// Immutable and thread-safe; equal when the indices are.
/// </remarks>
public sealed record ActivityCalendar
{
    private static readonly int[] Days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

    private readonly double[] _months;

    /// <summary>A calendar with given activity.</summary>
    /// <param name="months">Activity of a day in January, February, ... December, on any scale; twelve finite numbers above 0.</param>
    /// <exception cref="ArgumentException">There are not twelve numbers above 0.</exception>
    public ActivityCalendar(IReadOnlyList<double> months)
    {
        ArgumentNullException.ThrowIfNull(months);
        if (months.Count != 12 || !months.All(m => m > 0 && double.IsFinite(m)))
        {
            throw new ArgumentException("Give the activity of twelve months, January first, each a number above 0.", nameof(months));
        }

        double mean = months.Zip(Days, (m, days) => m * days).Sum() / 365;
        _months = [.. months.Select(m => m / mean)];
        Months = Array.AsReadOnly(_months);
    }

    /// <summary>Index of each month, January first; the days of a common year average to 1.</summary>
    public IReadOnlyList<double> Months { get; }

    /// <summary>Operational weeks between two days.</summary>
    /// <param name="after">Day before the first that counts.</param>
    /// <param name="until">Last day that counts.</param>
    /// <returns>Sum of the indices of the days, over seven; negative when the days are exchanged.</returns>
    public double Weeks(LocalDate after, LocalDate until) => (Position(until) - Position(after)) / 7;

    /// <summary>Operational weeks in the weeks that follow a day.</summary>
    /// <param name="after">Day before the first that counts.</param>
    /// <param name="weeks">Calendar weeks ahead; 0 or more, fractions count.</param>
    /// <returns>Length in operational weeks.</returns>
    public double WeeksAhead(LocalDate after, double weeks)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(weeks);
        int whole = (int)Math.Floor(weeks * 7);
        LocalDate day = after.PlusDays(whole);
        return Weeks(after, day) + (((weeks * 7) - whole) * Index(day.PlusDays(1)) / 7);
    }

    /// <summary>Index of a day.</summary>
    /// <param name="day">Day.</param>
    /// <returns>Index of its month.</returns>
    public double Index(LocalDate day) => _months[day.Month - 1];

    /// <summary>Purchase histories with recency and age in operational weeks.</summary>
    /// <param name="orders">Orders.</param>
    /// <param name="until">Last day of observation, inclusive.</param>
    /// <returns>Summaries in <see cref="TimeUnit.OperationalWeek"/>; a model fitted to them refuses histories in another unit or by another calendar.</returns>
    public RepeatSummaries Summarise(CustomerOrders orders, LocalDate until)
    {
        ArgumentNullException.ThrowIfNull(orders);
        return RepeatSummaries.From(orders, until, this);
    }

    /// <summary>Whether all indices are equal.</summary>
    /// <param name="other">Another calendar.</param>
    /// <returns>True when they are.</returns>
    public bool Equals(ActivityCalendar? other) => other is not null && _months.AsSpan().SequenceEqual(other._months);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (double month in _months)
        {
            hash.Add(month);
        }

        return hash.ToHashCode();
    }

    // Operational days from the beginning of the year 1 to the end of a day; a common year has 365.
    private double Position(LocalDate day)
    {
        int before = day.Year - 1;
        double position = (365.0 * before) + (((before / 4) - (before / 100) + (before / 400)) * _months[1]) + (day.Day * _months[day.Month - 1]);
        for (int m = 1; m < day.Month; m++)
        {
            position += _months[m - 1] * CalendarSystem.Iso.GetDaysInMonth(day.Year, m);
        }

        return position;
    }
}
