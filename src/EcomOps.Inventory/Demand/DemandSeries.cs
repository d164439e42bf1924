using NodaTime;

namespace EcomOps.Inventory.Demand;

/// <summary>
/// Demand of one item (at one place), period by period without gaps, oldest first. A period is observed, <em>missing</em> (not known:
/// the shop's records do not reach there) or <em>censored</em> (out of stock: sales are only a lower bound of demand). A missing period
/// is not a period without demand.
/// </summary>
/// <remarks>Immutable and thread-safe. Compared by reference.</remarks>
public sealed class DemandSeries
{
    private readonly double?[] _values;
    private readonly bool[] _censored;

    private DemandSeries(double?[] values, bool[]? censored, DemandPeriod period, int seasonLength, LocalDate? start)
    {
        _values = values;
        _censored = censored ?? new bool[values.Length];
        Period = period;
        SeasonLength = seasonLength;
        Start = start;
    }

    /// <summary>Units per period, oldest first; null where the period is missing. Never NaN.</summary>
    public IReadOnlyList<double?> Values => _values;

    /// <summary>Number of periods, missing ones included.</summary>
    public int Count => _values.Length;

    /// <summary>Length of a period.</summary>
    public DemandPeriod Period { get; }

    /// <summary>Periods in a season; 1 for none.</summary>
    public int SeasonLength { get; }

    /// <summary>First day of the first period, if the series has a calendar.</summary>
    public LocalDate? Start { get; }

    /// <summary>Whether the item was out of stock in a period, so that its sales are a lower bound of demand.</summary>
    /// <param name="index">0-based period.</param>
    /// <returns>True for a censored period.</returns>
    public bool IsCensored(int index) => _censored[index];

    /// <summary>A series without a calendar.</summary>
    /// <param name="values">Units per period, oldest first; NaN marks a missing period.</param>
    /// <param name="seasonLength">Periods in a season; 1 (the default) for none.</param>
    /// <returns>The series.</returns>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The season length is below 1.</exception>
    public static DemandSeries Of(IEnumerable<double> values, int seasonLength = 1) => Make(values, DemandPeriod.Unspecified, seasonLength, null);

    /// <summary>A daily series with the week as its season.</summary>
    /// <param name="start">First day.</param>
    /// <param name="values">Units per day, oldest first; NaN marks a missing day.</param>
    /// <returns>The series.</returns>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public static DemandSeries Daily(LocalDate start, IEnumerable<double> values) => Calendar(DemandPeriod.Day, start, values);

    /// <summary>A weekly series with the year (52 weeks) as its season.</summary>
    /// <param name="start">Any day of the first week.</param>
    /// <param name="values">Units per week, oldest first; NaN marks a missing week.</param>
    /// <returns>The series.</returns>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public static DemandSeries Weekly(LocalDate start, IEnumerable<double> values) => Calendar(DemandPeriod.Week, start, values);

    /// <summary>A monthly series with the year as its season.</summary>
    /// <param name="start">Any day of the first month.</param>
    /// <param name="values">Units per month, oldest first; NaN marks a missing month.</param>
    /// <returns>The series.</returns>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    public static DemandSeries Monthly(LocalDate start, IEnumerable<double> values) => Calendar(DemandPeriod.Month, start, values);

    /// <summary>A series of any calendar period.</summary>
    /// <param name="period">The period; not <see cref="DemandPeriod.Unspecified"/>.</param>
    /// <param name="start">Any day of the first period.</param>
    /// <param name="values">Units per period, oldest first; NaN marks a missing period.</param>
    /// <returns>The series.</returns>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    /// <exception cref="InvalidOperationException">The period has no calendar.</exception>
    public static DemandSeries Calendar(DemandPeriod period, LocalDate start, IEnumerable<double> values) =>
        Make(values, period, period.SeasonLength(), period.StartOf(start));

    /// <summary>The same series with its stock-outs marked.</summary>
    /// <param name="outOfStock">One flag per period; true where the item could not be sold for a part of the period.</param>
    /// <returns>The series with censored periods.</returns>
    /// <exception cref="ArgumentException">The number of flags differs from the number of periods.</exception>
    public DemandSeries WithStockOuts(IEnumerable<bool> outOfStock)
    {
        ArgumentNullException.ThrowIfNull(outOfStock);
        bool[] flags = [.. outOfStock];
        return flags.Length == Count
            ? new DemandSeries(_values, flags, Period, SeasonLength, Start)
            : throw new ArgumentException($"{flags.Length} stock-out flags for {Count} periods.", nameof(outOfStock));
    }

    /// <summary>The same series with another season length.</summary>
    /// <param name="seasonLength">Periods in a season; 1 for none.</param>
    /// <returns>The series.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The season length is below 1.</exception>
    public DemandSeries WithSeason(int seasonLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seasonLength, 1);
        return new DemandSeries(_values, _censored, Period, seasonLength, Start);
    }

    /// <summary>The first periods of the series, for a backtest.</summary>
    /// <param name="count">Number of periods to keep; from 0 to <see cref="Count"/>.</param>
    /// <returns>The shorter series.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside its range.</exception>
    public DemandSeries First(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        return new DemandSeries(_values[..count], _censored[..count], Period, SeasonLength, Start);
    }

    /// <summary>The last periods of the series, for a backtest with a sliding window.</summary>
    /// <param name="count">Number of periods to keep; from 0 to <see cref="Count"/>.</param>
    /// <returns>The shorter series, with its own start.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside its range.</exception>
    public DemandSeries Last(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        return new DemandSeries(_values[^count..], _censored[^count..], Period, SeasonLength, Start is { } start ? Period.Plus(start, Count - count) : null);
    }

    private static DemandSeries Make(IEnumerable<double> values, DemandPeriod period, int seasonLength, LocalDate? start)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentOutOfRangeException.ThrowIfLessThan(seasonLength, 1);
        double?[] kept = [.. values.Select(v => double.IsNaN(v) ? (double?)null : v)];
        return Array.Exists(kept, v => v is { } known && double.IsInfinity(known))
            ? throw new ArgumentException("Demand must be finite; NaN marks a missing period.", nameof(values))
            : new DemandSeries(kept, null, period, seasonLength, start);
    }
}
