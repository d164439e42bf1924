using EcomOps.Routing.Carriers;
using EcomOps.Routing.Locations;
using EcomOps.Routing.Stock;
using NodaTime;

namespace EcomOps.Routing.Promises;

/// <summary>Computes delivery promises from cut-offs, calendars and transit times.</summary>
/// <remarks>Static and thread-safe.</remarks>
public static class PromiseCalculator
{
    /// <summary>
    /// Taken on: the order's local day when it is a business day and the order came at or before the cut-off, else the next business day. Ships: handling days later, on the first day that is a
    /// business day of both location and carrier and has capacity left. Arrives: transit business days of the carrier after that.
    /// </summary>
    /// <param name="location">Location.</param>
    /// <param name="rate">Carrier's service.</param>
    /// <param name="at">When the order came.</param>
    /// <param name="workload">Load already planned; null for none.</param>
    /// <param name="horizon">Days after the first possible one to look for capacity, 0 or more.</param>
    /// <param name="units">Units that the location would hand over, 0 or more: the first day with room for all of them is taken, else the first with any room.</param>
    /// <returns>The promise; null when no day within the horizon has capacity left.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="horizon"/> is below 0.</exception>
    public static DeliveryPromise? Compute(Location location, CarrierRate rate, Instant at, IWorkloadView? workload = null, int horizon = 14, long units = 1)
    {
        ArgumentNullException.ThrowIfNull(location);
        ArgumentNullException.ThrowIfNull(rate);
        ArgumentOutOfRangeException.ThrowIfNegative(horizon);
        LocalDate day = at.InZone(location.Zone).Date;
        bool works = location.Calendar.IsBusinessDay(day);
        bool late = works && at > CutOff(location, day);
        LocalDate taken = works && !late ? day : location.Calendar.OnOrAfter(day.PlusDays(1));
        LocalDate first = location.Calendar.Add(taken, location.HandlingDays);
        LocalDate? ships = Day(location, rate, workload, first, horizon, units) ?? Day(location, rate, workload, first, horizon, 1);
        return ships is { } found ? new DeliveryPromise(taken, found, rate.Calendar.Add(found, rate.TransitDays), late) : null;
    }

    private static LocalDate? Day(Location location, CarrierRate rate, IWorkloadView? workload, LocalDate first, int horizon, long units)
    {
        for (LocalDate day = first; day <= first.PlusDays(horizon); day = day.PlusDays(1))
        {
            if (location.Calendar.IsBusinessDay(day) && rate.Calendar.IsBusinessDay(day) && HasRoom(location, workload?.Planned(location.Id, day) ?? default, units))
            {
                return day;
            }
        }

        return null;
    }

    // A cut-off in the hour that spring skips is the later instant; in the hour that autumn repeats, too: the shopper gets the benefit.
    private static Instant CutOff(Location location, LocalDate day)
    {
        NodaTime.TimeZones.ZoneLocalMapping mapping = location.Zone.MapLocal(day + location.CutOff);
        return mapping.Count == 0 ? mapping.LateInterval.Start : mapping.Last().ToInstant();
    }

    private static bool HasRoom(Location location, Workload load, long units) =>
        load.Orders < (location.DailyOrders ?? int.MaxValue) && load.Units + units <= (location.DailyUnits ?? long.MaxValue);
}
