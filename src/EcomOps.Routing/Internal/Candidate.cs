using EcomOps.Core;
using EcomOps.Routing.Carriers;
using EcomOps.Routing.Locations;
using EcomOps.Routing.Plans;
using EcomOps.Routing.Promises;

namespace EcomOps.Routing.Internal;

// A location as one order sees it. With reasons it is excluded.
internal sealed class Candidate(Location location)
{
    public Location Location { get; } = location;

    public List<CandidateReason> Reasons { get; } = [];

    public List<(CarrierRate Rate, DeliveryPromise Promise)> Offers { get; } = [];

    public decimal? Distance { get; set; }

    public Money Surcharge { get; set; }

    // Units by SKU index of the order.
    public long[] Stock { get; set; } = [];

    // Units that may still be handed over on the days of the offers; null for no limit.
    public long? Room { get; set; }

    public bool IsEligible => Reasons.Count == 0;

    public DeliveryPromise? Earliest => Offers.Count == 0 ? null : Offers.Select(o => o.Promise).MinBy(p => p.ArrivesOn);
}
