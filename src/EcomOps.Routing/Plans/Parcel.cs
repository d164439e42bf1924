using EcomOps.Core;
using EcomOps.Routing.Promises;

namespace EcomOps.Routing.Plans;

/// <summary>What one location sends.</summary>
/// <param name="LocationId">Location.</param>
/// <param name="Carrier">Carrier.</param>
/// <param name="Service">The carrier's product.</param>
/// <param name="Lines">Content, in the order of the order's lines.</param>
/// <param name="Weight">Weight of the content.</param>
/// <param name="Promise">When it is taken on, handed over and delivered.</param>
/// <param name="Cost">Its part of the plan's cost: parcel, units and surcharges, without the costs of splitting and of what stays unfilled.</param>
/// <remarks>Immutable.</remarks>
public sealed record Parcel(string LocationId, string Carrier, string Service, IReadOnlyList<ParcelLine> Lines, Weight Weight, DeliveryPromise Promise, Money Cost)
{
    /// <summary>Units in it.</summary>
    public long Units => Lines.Sum(l => l.Units);
}
