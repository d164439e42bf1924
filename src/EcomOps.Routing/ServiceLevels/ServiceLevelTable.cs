using EcomOps.Routing.Calendars;
using NodaTime;

namespace EcomOps.Routing.ServiceLevels;

/// <summary>Service levels (SLA) by tier and region, and the clock they are counted with.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ServiceLevelTable
{
    private readonly Dictionary<(string, string), FulfilmentServiceLevel> _levels = [];

    /// <summary>Takes levels.</summary>
    /// <param name="levels">Levels; the last of a tier and region counts.</param>
    /// <param name="zone">Zone in which an order's day is told.</param>
    /// <param name="cutOff">Local time until which an order counts for its own day, that time included; later ones count for the next business day.</param>
    /// <param name="calendar">Business days; null for Monday to Friday.</param>
    public ServiceLevelTable(IEnumerable<FulfilmentServiceLevel> levels, DateTimeZone zone, LocalTime cutOff, BusinessCalendar? calendar = null)
    {
        ArgumentNullException.ThrowIfNull(levels);
        ArgumentNullException.ThrowIfNull(zone);
        foreach (FulfilmentServiceLevel level in levels)
        {
            _levels[(level.Tier, level.Region)] = level;
        }

        Zone = zone;
        CutOff = cutOff;
        Calendar = calendar ?? BusinessCalendar.Weekdays;
    }

    /// <summary>Levels by tier and then region, ordinally.</summary>
    public IReadOnlyList<FulfilmentServiceLevel> Levels =>
        [.. _levels.Values.OrderBy(l => l.Tier, StringComparer.Ordinal).ThenBy(l => l.Region, StringComparer.Ordinal)];

    /// <summary>Zone in which an order's day is told.</summary>
    public DateTimeZone Zone { get; }

    /// <summary>Local time until which an order counts for its own day.</summary>
    public LocalTime CutOff { get; }

    /// <summary>Business days.</summary>
    public BusinessCalendar Calendar { get; }

    /// <summary>Level of a tier and region.</summary>
    /// <param name="tier">Tier.</param>
    /// <param name="region">Region.</param>
    /// <returns>The level; null when there is none.</returns>
    public FulfilmentServiceLevel? Find(string tier, string region) => _levels.GetValueOrDefault((tier, region));

    /// <summary>Last day on which an order may arrive.</summary>
    /// <param name="tier">Tier.</param>
    /// <param name="region">Region.</param>
    /// <param name="at">When the order came.</param>
    /// <returns>The day; null when there is no level.</returns>
    public LocalDate? Deadline(string tier, string region, Instant at)
    {
        if (Find(tier, region) is not { } level)
        {
            return null;
        }

        LocalDateTime local = at.InZone(Zone).LocalDateTime;
        LocalDate counted = Calendar.OnOrAfter(local.TimeOfDay <= CutOff ? local.Date : local.Date.PlusDays(1));
        return Calendar.Add(counted, level.BusinessDays);
    }
}
