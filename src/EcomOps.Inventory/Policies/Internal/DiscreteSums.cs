using EcomOps.Inventory.Distributions;

namespace EcomOps.Inventory.Policies.Internal;

internal static class DiscreteSums
{
    // Demand of several independent, equal periods.
    public static DiscreteDemand Over(DiscreteDemand demand, int periods) => demand switch
    {
        _ when periods == 1 => demand,
        _ when periods == 0 => new PoissonDemand(0),
        PoissonDemand poisson => new PoissonDemand(poisson.Mean * periods),
        NegativeBinomialDemand nb => new NegativeBinomialDemand(nb.R * periods, nb.P),
        _ => PmfDemand.Tabulate(demand, 1e-13).SumOver(periods),
    };
}
