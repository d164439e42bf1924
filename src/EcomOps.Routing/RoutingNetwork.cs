using EcomOps.Core;
using EcomOps.Routing.Carriers;
using EcomOps.Routing.Locations;
using EcomOps.Routing.ServiceLevels;

namespace EcomOps.Routing;

/// <summary>The locations, prices and service levels that orders are routed over.</summary>
/// <param name="Currency">Currency of every cost.</param>
/// <param name="Locations">Locations.</param>
/// <param name="Rates">Regions and carriers' prices.</param>
/// <param name="ServiceLevels">Promises by tier and region; null when orders bring their own days or have none.</param>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RoutingNetwork(Currency Currency, IReadOnlyList<Location> Locations, RateTable Rates, ServiceLevelTable? ServiceLevels = null)
{
    /// <summary>Checks the network.</summary>
    /// <returns>All problems; empty when it can be used. A location without any rate to any region is a warning.</returns>
    public IReadOnlyList<Issue> Validate()
    {
        List<Issue> issues = [];
        for (int i = 0; i < Locations.Count; i++)
        {
            Location location = Locations[i];
            string path = $"locations[{i}]";
            Require(issues, location.Id.Length > 0, "missing_id", path + ".id", "A location needs an id.");
            Require(issues, Locations.Take(i).All(l => l.Id != location.Id), "duplicate_id", path + ".id", $"Location '{location.Id}' stands twice; ids must differ.");
            Require(issues, location.HandlingDays >= 0, "negative_days", path + ".handlingDays", "Handling days must be 0 or more.");
            Require(issues, location.DailyOrders is null or > 0 && location.DailyUnits is null or > 0, "bad_capacity", path + ".dailyOrders", "A daily capacity must be 1 or more; leave it out for no limit, or make the location inactive.");
            Cost(issues, location.ParcelHandlingCost, path + ".parcelHandlingCost");
            Cost(issues, location.UnitHandlingCost, path + ".unitHandlingCost");
            if (!Rates.Rates.Any(r => r.Origin is null || r.Origin == location.Country))
            {
                issues.Add(new Issue("no_rate", path, $"No carrier's rate starts in {location.Country}; '{location.Id}' can never send.", Severity.Warning));
            }
        }

        HashSet<string> regions = [.. Rates.Regions.Select(r => r.Name)];
        for (int i = 0; i < Rates.Rates.Count; i++)
        {
            CarrierRate rate = Rates.Rates[i];
            string path = $"rates[{i}]";
            Require(issues, regions.Contains(rate.Region), "unknown_region", path + ".region", $"Region '{rate.Region}' is not declared; declare it or correct its name.");
            Require(issues, rate.TransitDays >= 0, "negative_days", path + ".transitDays", "Transit days must be 0 or more.");
            Cost(issues, rate.CostPerParcel, path + ".costPerParcel");
            Cost(issues, rate.CostPerKilogram, path + ".costPerKilogram");
        }

        return [.. issues, .. LevelIssues(regions)];
    }

    private IEnumerable<Issue> LevelIssues(HashSet<string> regions)
    {
        foreach (FulfilmentServiceLevel level in ServiceLevels?.Levels ?? [])
        {
            string path = $"serviceLevels[{level.Tier}/{level.Region}]";
            if (!regions.Contains(level.Region))
            {
                yield return new Issue("unknown_region", path, $"Region '{level.Region}' is not declared; declare it or correct its name.");
            }

            if (level.BusinessDays < 0 || level.Target is <= 0 or > 1)
            {
                yield return new Issue("bad_level", path, "Business days must be 0 or more and the target above 0 up to 1.");
            }
        }
    }

    private void Cost(List<Issue> issues, Money? cost, string path)
    {
        Require(issues, cost is null || cost.Value.Currency == Currency, "currency_mismatch", path, $"The cost must be in {Currency}.");
        Require(issues, cost is null || !cost.Value.IsNegative, "negative_cost", path, "The cost must be 0 or more.");
    }

    private static void Require(List<Issue> issues, bool holds, string code, string path, string message)
    {
        if (!holds)
        {
            issues.Add(new Issue(code, path, message));
        }
    }
}
