using EcomOps.Core;
using EcomOps.Routing.Locations;
using EcomOps.Routing.Orders;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Routing.Eligibility;

/// <summary>What eligibility rules may know: one order and one location that could send it.</summary>
/// <param name="Order">Order.</param>
/// <param name="Location">Location.</param>
/// <param name="Region">Region of the destination; null when the rate table has none for it.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RoutingFacts(RoutingOrder Order, Location Location, string? Region = null) : IFacts<RoutingFacts>
{
    /// <summary>Great-circle kilometres from location to destination, rounded up to 0.1; null when the destination's place is unknown.</summary>
    public decimal? Distance { get; } = Order.Destination.Position is { } place
        ? decimal.Ceiling((decimal)Location.Position.KilometresTo(place) * 10m) / 10m
        : null;

    /// <summary>The published vocabulary <c>ecomops.routing/1</c>.</summary>
    public static Vocabulary<RoutingFacts> Vocabulary { get; } = EcomOps.Rules.Vocabularies.Vocabulary.Of<RoutingFacts>("ecomops.routing")
        .Titled("Order routing: an order and a location that could send it")
        .Int("order.units", f => f.Order.Units, "the number of units").WithRange(1L, null)
        .Int("order.lines", f => f.Order.Lines.Count, "the number of lines").WithRange(1L, null)
        .Weight("order.weight", f => f.Order.Weight, WeightUnit.Kilogram, "the weight of the order")
        .Bool("order.hazardous", f => f.Order.Lines.Any(l => l.IsHazardous), "the order holds hazardous goods")
        .Text("order.tier", f => f.Order.Tier, "the shipping tier")
        .Text("destination.country", f => f.Order.Destination.Country.Value, "the country of destination")
        .Text("destination.region", f => f.Region, "the region of destination", optional: true)
        .Text("location.id", f => f.Location.Id, "the location")
        .Enum<LocationKind>("location.kind", f => f.Location.Kind, "the kind of location")
        .Text("location.country", f => f.Location.Country.Value, "the location's country")
        .Bool("location.active", f => f.Location.IsActive, "the location is active")
        .Bool("location.servesDestination", f => f.Location.ServedCountries.Count == 0 || f.Location.ServedCountries.Contains(f.Order.Destination.Country), "the location ships to the destination")
        .Bool("location.handlesHazardousGoods", f => f.Location.HandlesHazardousGoods, "the location may ship hazardous goods")
        .Bool("location.sameCountry", f => f.Location.Country == f.Order.Destination.Country, "the location is in the country of destination")
        .Decimal("location.distance", f => f.Distance, "the distance to the destination", "km", scale: 1).WithRange(0m, 20_100m)
        .List("location.tags", f => f.Location.Tags, "the location's tags")
        .Build();
}
