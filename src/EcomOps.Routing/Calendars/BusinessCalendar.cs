using NodaTime;

namespace EcomOps.Routing.Calendars;

/// <summary>Which days are business days: the days of the week that are worked, less holidays.</summary>
/// <remarks>Immutable and thread-safe. Compared by reference. Holidays are the caller's data; none are built in.</remarks>
public sealed class BusinessCalendar
{
    private readonly HashSet<LocalDate> _holidays;
    private readonly HashSet<IsoDayOfWeek> _rest;

    /// <summary>Makes a calendar.</summary>
    /// <param name="holidays">Days that are not worked although their day of the week is; null for none.</param>
    /// <param name="restDays">Days of the week that are not worked; null for Saturday and Sunday. At least one day must be left.</param>
    /// <exception cref="ArgumentException">All seven days are rest days.</exception>
    public BusinessCalendar(IEnumerable<LocalDate>? holidays = null, IEnumerable<IsoDayOfWeek>? restDays = null)
    {
        _holidays = [.. holidays ?? []];
        _rest = [.. restDays ?? [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday]];
        if (_rest.Count(d => d != IsoDayOfWeek.None) >= 7)
        {
            throw new ArgumentException("A calendar needs at least one working day in the week.", nameof(restDays));
        }
    }

    /// <summary>Monday to Friday, without holidays.</summary>
    public static BusinessCalendar Weekdays { get; } = new();

    /// <summary>Every day, without holidays.</summary>
    public static BusinessCalendar EveryDay { get; } = new(restDays: []);

    /// <summary>Days that are not worked, ascending.</summary>
    public IReadOnlyList<LocalDate> Holidays => [.. _holidays.Order()];

    /// <summary>Days of the week that are not worked, Monday first.</summary>
    public IReadOnlyList<IsoDayOfWeek> RestDays => [.. _rest.Order()];

    /// <summary>Whether a day is worked.</summary>
    /// <param name="day">Day.</param>
    /// <returns>False on rest days and holidays.</returns>
    public bool IsBusinessDay(LocalDate day) => !_rest.Contains(day.DayOfWeek) && !_holidays.Contains(day);

    /// <summary>The first business day on or after a day.</summary>
    /// <param name="day">Day.</param>
    /// <returns>The day itself when it is one.</returns>
    public LocalDate OnOrAfter(LocalDate day)
    {
        while (!IsBusinessDay(day))
        {
            day = day.PlusDays(1);
        }

        return day;
    }

    /// <summary>Counts business days forward.</summary>
    /// <param name="day">Start; itself not counted. With zero days the first business day on or after it.</param>
    /// <param name="businessDays">Business days, 0 or more.</param>
    /// <returns>The business day that many steps on.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="businessDays"/> is below 0.</exception>
    public LocalDate Add(LocalDate day, int businessDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(businessDays);
        if (businessDays == 0)
        {
            return OnOrAfter(day);
        }

        for (int i = 0; i < businessDays; i++)
        {
            day = OnOrAfter(day.PlusDays(1));
        }

        return day;
    }
}
