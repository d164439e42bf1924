using NodaTime;

namespace EcomOps.Analytics.Events.Delivery;

/// <summary>The shop's own sink: events in order, each once, and each order once, whether browser or server told of it.</summary>
/// <remarks>In memory; not thread-safe. Flagged events (robots, own staff) are kept.</remarks>
public sealed class EventLog
{
    private readonly SortedSet<ShopEvent> _events = new(ShopEventOrder.Instance);
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _orders = new(StringComparer.Ordinal);
    private readonly SortedSet<Instant> _late = [];

    /// <summary>Events by time, then by id.</summary>
    public IReadOnlyCollection<ShopEvent> Events => _events;

    /// <summary>A log of events in any order.</summary>
    /// <param name="events">Events; the first that tells of an order, by this sequence, counts.</param>
    /// <returns>The log.</returns>
    public static EventLog Of(IEnumerable<ShopEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        EventLog log = new();
        foreach (ShopEvent e in events)
        {
            log.Add(e);
        }

        return log;
    }

    /// <summary>Adds an event.</summary>
    /// <param name="event">Event, already corrected by <see cref="ClockSkew"/>.</param>
    /// <returns>What was done.</returns>
    public LogOutcome Add(ShopEvent @event)
    {
        ArgumentNullException.ThrowIfNull(@event);
        if (_ids.Contains(@event.EventId))
        {
            return LogOutcome.Duplicate;
        }

        if (@event.Kind == ShopEventKind.OrderCompleted && @event.Order is { } order && !_orders.Add(order.OrderId))
        {
            return LogOutcome.OrderAlreadyTold;
        }

        bool isLate = _events.Max is { } last && @event.OccurredAt < last.OccurredAt;
        if (isLate)
        {
            _late.Add(@event.OccurredAt);
        }

        _ids.Add(@event.EventId);
        _events.Add(@event);
        return isLate ? LogOutcome.AddedLate : LogOutcome.Added;
    }

    /// <summary>Days whose figures late events changed since the last call; all others stand as they were.</summary>
    /// <param name="zone">Zone of the business days.</param>
    /// <returns>Days, ascending, each once.</returns>
    public IReadOnlyList<LocalDate> TakeReopened(DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        List<LocalDate> days = [.. _late.Select(at => at.InZone(zone).Date).Distinct()];
        _late.Clear();
        return days;
    }
}
