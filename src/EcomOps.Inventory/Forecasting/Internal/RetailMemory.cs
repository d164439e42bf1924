using EcomOps.Inventory.Demand;

namespace EcomOps.Inventory.Forecasting.Internal;

// How long the retail model remembers, in periods: half-lives of its parts and the length of history it looks at.
internal sealed record RetailMemory(double Short, double Long, double Alike, double Level, int Window)
{
    public static RetailMemory Of(DemandPeriod period) => period switch
    {
        DemandPeriod.Week => new RetailMemory(13, 52, 13, 26, 208),
        DemandPeriod.Month or DemandPeriod.Quarter => new RetailMemory(12, 36, 12, 18, 120),
        _ => new RetailMemory(30, 120, 28, 56, 730),
    };
}
