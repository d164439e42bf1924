using EcomOps.Core;
using EcomOps.Routing.Plans;
using EcomOps.Routing.Stock;

namespace EcomOps.Operations.Steps;

/// <summary>What the sites can still promise while orders are routed one after the other.</summary>
internal sealed class SiteStock(IReadOnlyDictionary<(string Site, Sku Sku), long> onHand) : IStockView
{
    private readonly Dictionary<(string Site, Sku Sku), long> _available = new(onHand);

    public long Available(string locationId, Sku sku) => Math.Max(0, _available.GetValueOrDefault((locationId, sku)));

    internal void Take(RoutingPlan plan)
    {
        foreach (Parcel parcel in plan.Parcels)
        {
            foreach (ParcelLine line in parcel.Lines)
            {
                _available[(parcel.LocationId, line.Sku)] = _available.GetValueOrDefault((parcel.LocationId, line.Sku)) - line.Units;
            }
        }
    }
}
