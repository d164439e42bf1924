using EcomOps.Core;
using EcomOps.Routing.Calendars;
using NodaTime;

namespace EcomOps.Routing.Locations;

/// <summary>A place that holds stock and ships.</summary>
/// <param name="Id">Its id, unique within a network; ids are compared ordinally.</param>
/// <param name="Country">Country it stands in.</param>
/// <param name="Position">Where it stands.</param>
/// <param name="Zone">Zone of its cut-off and of its business days.</param>
/// <param name="CutOff">Local time until which an order is handled the same business day; the instant of the cut-off itself still counts.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record Location(string Id, CountryCode Country, GeoPoint Position, DateTimeZone Zone, LocalTime CutOff)
{
    /// <summary>What kind of place it is; a warehouse by default.</summary>
    public LocationKind Kind { get; init; }

    /// <summary>Whether it takes orders; true by default.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>Its business days; Monday to Friday by default.</summary>
    public BusinessCalendar Calendar { get; init; } = BusinessCalendar.Weekdays;

    /// <summary>Business days from taking an order on to hand-over to the carrier, 0 or more; 0 by default (the same day).</summary>
    public int HandlingDays { get; init; }

    /// <summary>Most orders it hands over on a business day, 1 or more; null for no limit.</summary>
    public int? DailyOrders { get; init; }

    /// <summary>Most units it hands over on a business day, 1 or more; null for no limit.</summary>
    public long? DailyUnits { get; init; }

    /// <summary>Cost of picking and packing a parcel, in the network's currency; null for none.</summary>
    public Money? ParcelHandlingCost { get; init; }

    /// <summary>Cost of picking a unit, in the network's currency; null for none.</summary>
    public Money? UnitHandlingCost { get; init; }

    /// <summary>Whether it may ship hazardous goods; false by default.</summary>
    public bool HandlesHazardousGoods { get; init; }

    /// <summary>Countries it ships to; empty for all.</summary>
    public IReadOnlyList<CountryCode> ServedCountries { get; init; } = [];

    /// <summary>Words of the author's own, for rules.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}
