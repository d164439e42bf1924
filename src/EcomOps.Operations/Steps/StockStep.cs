using EcomOps.Core;
using EcomOps.Operations.History;
using EcomOps.Operations.Settings;

namespace EcomOps.Operations.Steps;

/// <summary>Stock at the end of the history: from the ledger where goods receipts are known, else as the settings assume it.</summary>
internal static class StockStep
{
    private const int RecentWeeks = 8;

    internal static StockResults Assume(ShopHistory history, StoreSettings settings, WeeklyDemand demand)
    {
        if (settings.Supply.StockCoverWeeks is not { } cover)
        {
            return new(new Dictionary<Sku, long>(), new Dictionary<Sku, long>(), new Dictionary<(string, Sku), long>(), 0, false);
        }

        var onHand = new Dictionary<Sku, long>();
        var bySite = new Dictionary<(string, Sku), long>();
        foreach ((Sku sku, long[] weeks) in demand.Units.OrderBy(d => d.Key))
        {
            double mean = weeks.TakeLast(RecentWeeks).Select(w => (double)w).Average();
            long units = (long)Math.Round(cover * mean, MidpointRounding.AwayFromZero);
            onHand[sku] = units;
            foreach ((FulfilmentSite site, long share) in Split(history.Sites, units))
            {
                bySite[(site.Id, sku)] = share;
            }
        }

        return new(onHand, new Dictionary<Sku, long>(), bySite, 0, true);
    }

    /// <summary>Whole units by the sites' shares, the odd ones to the first.</summary>
    private static IEnumerable<(FulfilmentSite Site, long Units)> Split(IReadOnlyList<FulfilmentSite> sites, long units)
    {
        long given = 0;
        for (int i = sites.Count - 1; i >= 0; i--)
        {
            long part = i == 0 ? units - given : (long)(sites[i].StockShare * units);
            given += part;
            yield return (sites[i], part);
        }
    }
}
