using NodaTime;

namespace EcomOps.Inventory.Demand;

/// <summary>Makes series from dated sales.</summary>
public static class DemandHistory
{
    /// <summary>Sums dated quantities by period, in any order and with any number of rows per day.</summary>
    /// <param name="sales">Day and units; negative units are returns and are netted within their period; rows outside the range are left out.</param>
    /// <param name="period">Length of a period; not <see cref="DemandPeriod.Unspecified"/>.</param>
    /// <param name="from">First day that the records cover.</param>
    /// <param name="through">Last day that they cover. A period that is covered only in part, at either end, is left out, because its sum would be too low.</param>
    /// <returns>The series; a covered period without a row had no demand. Empty when no whole period is covered.</returns>
    /// <exception cref="ArgumentException">A quantity is no finite number.</exception>
    /// <exception cref="InvalidOperationException">The period has no calendar.</exception>
    public static DemandSeries Of(IEnumerable<(LocalDate Day, double Units)> sales, DemandPeriod period, LocalDate from, LocalDate through)
    {
        ArgumentNullException.ThrowIfNull(sales);
        LocalDate first = period.StartOf(from);
        first = first == from ? first : period.Plus(first, 1);
        LocalDate end = period.StartOf(through.PlusDays(1));
        int count = end > first ? period.Between(first, end) : 0;
        var sums = new double[count];
        foreach ((LocalDate day, double units) in sales)
        {
            if (!double.IsFinite(units))
            {
                throw new ArgumentException($"The quantity of {day:uuuu-MM-dd} is no finite number.", nameof(sales));
            }

            if (day >= first && day < end)
            {
                sums[period.Between(first, period.StartOf(day))] += units;
            }
        }

        return DemandSeries.Calendar(period, first, sums);
    }
}
