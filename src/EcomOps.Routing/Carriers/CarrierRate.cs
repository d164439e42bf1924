using EcomOps.Core;
using EcomOps.Routing.Calendars;

namespace EcomOps.Routing.Carriers;

/// <summary>One row of a rate table: what a carrier's service costs and how long it takes, for a tier and a region.</summary>
/// <param name="Carrier">Carrier ("dhl").</param>
/// <param name="Service">The carrier's product ("parcel-connect").</param>
/// <param name="Tier">Shipping tier that it serves.</param>
/// <param name="Region">Region of destination that it serves.</param>
/// <param name="TransitDays">Business days of the carrier from hand-over to arrival, 0 or more.</param>
/// <param name="CostPerParcel">Price of a parcel, 0 or more.</param>
/// <param name="CostPerKilogram">Price of each kilogram, 0 or more; linear, weights are not rounded up.</param>
/// <remarks>Immutable. Dated price lists, weight steps and surcharges belong to rate shopping at a carrier's interface; this is the table an operator keeps by hand.</remarks>
public sealed record CarrierRate(string Carrier, string Service, string Tier, string Region, int TransitDays, Money CostPerParcel, Money CostPerKilogram)
{
    /// <summary>Country of origin that it is for; null for all.</summary>
    public CountryCode? Origin { get; init; }

    /// <summary>Days on which the carrier moves and delivers; Monday to Friday by default.</summary>
    public BusinessCalendar Calendar { get; init; } = BusinessCalendar.Weekdays;

    /// <summary>Heaviest order that it takes; null for no limit. The order's whole weight counts, also when it is split.</summary>
    public Weight? MaximumWeight { get; init; }
}
