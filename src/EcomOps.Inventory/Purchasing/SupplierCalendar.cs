using NodaTime;

namespace EcomOps.Inventory.Purchasing;

/// <summary>On which days a supplier takes orders.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class SupplierCalendar
{
    private const int FarthestDays = 3 * 366;

    private readonly HashSet<IsoDayOfWeek> _weekdays;
    private readonly DateInterval[] _closed;

    private SupplierCalendar(HashSet<IsoDayOfWeek> weekdays, DateInterval[] closed) => (_weekdays, _closed) = (weekdays, closed);

    /// <summary>Orders on every day.</summary>
    public static SupplierCalendar EveryDay { get; } = new([], []);

    /// <summary>Orders from Monday to Friday.</summary>
    public static SupplierCalendar WorkingDays { get; } =
        On(IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday);

    /// <summary>Orders on some days of the week only.</summary>
    /// <param name="weekdays">At least one day of the week.</param>
    /// <returns>The calendar.</returns>
    /// <exception cref="ArgumentException">No day, or <see cref="IsoDayOfWeek.None"/>.</exception>
    public static SupplierCalendar On(params IReadOnlyList<IsoDayOfWeek> weekdays)
    {
        ArgumentNullException.ThrowIfNull(weekdays);
        return weekdays.Count > 0 && weekdays.All(d => d is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday)
            ? new SupplierCalendar([.. weekdays], [])
            : throw new ArgumentException("A supplier's calendar needs at least one day of the week.", nameof(weekdays));
    }

    /// <summary>The same calendar with a time of closing (both ends closed).</summary>
    /// <param name="closing">First and last closed day.</param>
    /// <returns>The calendar.</returns>
    public SupplierCalendar Closed(DateInterval closing)
    {
        ArgumentNullException.ThrowIfNull(closing);
        return new SupplierCalendar(_weekdays, [.. _closed, closing]);
    }

    /// <summary>Whether an order can be placed on a day.</summary>
    /// <param name="day">The day.</param>
    /// <returns>True when it can.</returns>
    public bool IsOpen(LocalDate day) => (_weekdays.Count == 0 || _weekdays.Contains(day.DayOfWeek)) && !Array.Exists(_closed, c => c.Contains(day));

    /// <summary>The first day from a given one (included) on which an order can be placed.</summary>
    /// <param name="from">First day that comes into question.</param>
    /// <returns>The day; null when the supplier is closed for the next three years.</returns>
    public LocalDate? NextOrderDay(LocalDate from)
    {
        for (int i = 0; i < FarthestDays; i++)
        {
            LocalDate day = from.PlusDays(i);
            if (IsOpen(day))
            {
                return day;
            }
        }

        return null;
    }
}
