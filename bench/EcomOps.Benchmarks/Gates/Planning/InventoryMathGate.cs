using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.MultiEchelon;
using EcomOps.Inventory.Policies;

namespace EcomOps.Benchmarks.Gates.Planning;

/// <summary>Time per call of the exact policies.</summary>
public sealed class InventoryMathGate : IGate
{
    /// <inheritdoc />
    public string Name => "planning/math";

    /// <inheritdoc />
    public IEnumerable<GateResult> Measure()
    {
        double sink = 0;
        double[] demand = [.. Enumerable.Range(0, 52).Select(t => 40.0 + (t * 13 % 37))], fixedCost = [.. demand.Select(_ => 120.0)], holding = [.. demand.Select(_ => 0.5)];
        var chain = new SerialChain([new(3, 1), new(2, 1), new(2, 2)], 37.12, 5, 1);
        yield return Micro("newsvendor", () => sink += Newsvendor.Optimise(new NormalDemand(50, 8), 0.18, 0.7).Level, 2);
        yield return Micro("rq-poisson-exact", () => sink += ReorderPointQuantity.PoissonExact(60, 4, 30, 2.5, 1.2).CostRate, 100);
        yield return Micro("ss-poisson-exact", () => sink += MinMaxPolicy.Optimise(5, 1, 4, new PoissonDemand(6)).CostPerPeriod, 200);
        yield return Micro("wagner-whitin-52", () => sink += LotSizing.WagnerWhitin(demand, fixedCost, holding).TotalCost, 20);
        yield return Micro("serial-3-stages", () => sink += chain.Optimise().CostPerPeriod, 50_000);
        GC.KeepAlive(sink);
    }

    private GateResult Micro(string what, Action action, double target) => GateResult.AtMost($"{Name}/{what}", Measurement.BestNanoseconds(action, 5, 40) / 1e3, "us", target);
}
