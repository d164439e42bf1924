using EcomOps.Core;
using NodaTime;

namespace EcomOps.Routing.Orders;

/// <summary>An order to be routed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Lines">At least one line.</param>
/// <param name="Destination">Where it goes.</param>
/// <param name="Tier">Shipping tier that was promised, as in the rate table ("standard").</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RoutingOrder(string Id, IReadOnlyList<RoutingLine> Lines, Destination Destination, string Tier)
{
    /// <summary>Last day on which it may arrive; null to take the day of the service level of tier and region, and no day where there is none.</summary>
    public LocalDate? RequiredBy { get; init; }

    /// <summary>Most parcels, 1 or more; null for no limit.</summary>
    public int? MaximumParcels { get; init; }

    /// <summary>Units of all lines.</summary>
    public long Units => Lines.Sum(l => l.Quantity);

    /// <summary>Weight of all lines.</summary>
    public Weight Weight => Lines.Aggregate(Weight.Zero, (sum, line) => sum + (line.UnitWeight * line.Quantity));
}
