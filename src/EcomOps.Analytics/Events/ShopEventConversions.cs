using EcomOps.Analytics.Events.Internal;
using EcomOps.Analytics.Funnels;
using EcomOps.Analytics.Metrics;
using NodaTime;

namespace EcomOps.Analytics.Events;

/// <summary>Conversion metrics over canonical events.</summary>
/// <remarks>Repeats, robots and own staff are treated as in <see cref="ShopEventStream"/>. Pure and thread-safe.</remarks>
public static class ShopEventConversions
{
    /// <summary>Entity "session": one visit.</summary>
    public const string Session = "session";

    /// <summary>Entity "visitor": the user id where one of the visitor's events knows it, else the anonymous id.</summary>
    public const string Visitor = "visitor";

    /// <summary>Entity "customer": the user id; events of visitors whom no event names are left out.</summary>
    public const string Customer = "customer";

    /// <summary>Events of an entity, as <see cref="ConversionReport.Compute"/> takes them.</summary>
    /// <param name="events">Events in any order.</param>
    /// <param name="entity">"session", "visitor" or "customer".</param>
    /// <param name="withFlagged">Whether robots and own staff count.</param>
    /// <returns>
    /// Each event under its own name (<see cref="ShopEvent.Name"/>), and beside it the steps of its session that it reaches:
    /// <c>visit</c>, <c>view</c>, <c>cart</c>, <c>checkout</c>, <c>shipping</c>, <c>payment</c>, <c>order</c>. A later step implies the earlier ones (whoever orders has been in
    /// the checkout, though its event was lost); an implied step and <c>visit</c> occur once a session, and a custom event with the name of a step is passed over. For sessions the property <c>channel</c> is that of the first event that names one.
    /// </returns>
    /// <exception cref="ArgumentException">There is no such entity.</exception>
    public static IReadOnlyList<FunnelEvent> ToConversionEvents(this IEnumerable<ShopEvent> events, string entity, bool withFlagged = false) =>
        [.. ConversionStream.Of(EventPeople.Of(events, withFlagged), entity).SelectMany(s => s.Events)];

    /// <summary>Computes the conversion metrics of a registry from events.</summary>
    /// <param name="registry">Metrics; those without a <see cref="Metric.Conversion"/> are passed over.</param>
    /// <param name="events">Events in any order.</param>
    /// <param name="period">Business days in which the base event must lie; of a session, in which it must have begun, as for <see cref="ShopFacts"/>. Conversions may come later.</param>
    /// <param name="zone">Zone of the business day.</param>
    /// <param name="breakdown">Property by which to split, for example <c>channel</c>; null for no split.</param>
    /// <param name="withFlagged">Whether robots and own staff count.</param>
    /// <returns>Reports by metric id, in registry order of ids.</returns>
    /// <exception cref="ArgumentException">A metric names an entity that there is not.</exception>
    public static IReadOnlyDictionary<string, ConversionReport> Conversions(
        this MetricRegistry registry, IEnumerable<ShopEvent> events, ReportPeriod period, DateTimeZone zone, string? breakdown = null, bool withFlagged = false)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(zone);
        EventPeople people = EventPeople.Of(events, withFlagged);
        Interval days = new(zone.AtStartOfDay(period.From).ToInstant(), zone.AtStartOfDay(period.Until.PlusDays(1)).ToInstant());
        Dictionary<string, ConversionStream[]> streams = new(StringComparer.Ordinal);
        OrderedDictionary<string, ConversionReport> reports = new(StringComparer.Ordinal);
        foreach (Metric metric in registry.Metrics)
        {
            if (metric.Conversion is not { } spec)
            {
                continue;
            }

            if (!streams.TryGetValue(spec.Entity, out ConversionStream[]? stream))
            {
                streams[spec.Entity] = stream = [.. ConversionStream.Of(people, spec.Entity)];
            }

            bool bySession = spec.Entity == Session;
            reports[metric.Id] = ConversionReport.Compute(
                stream.Where(s => !bySession || days.Contains(s.Began)).SelectMany(s => s.Events), spec, breakdown, bySession ? null : days);
        }

        return reports;
    }
}
