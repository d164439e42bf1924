using EcomOps.Core;

namespace EcomOps.Benchmarks.Gates.Core;

/// <summary>Adding money must cost no more than a few times adding the bare decimals.</summary>
public sealed class MoneyGate : IGate
{
    /// <inheritdoc />
    public string Name => "core/money-add";

    /// <inheritdoc />
    public IEnumerable<GateResult> Measure()
    {
        Money[] amounts = [.. Enumerable.Range(1, 1000).Select(i => Money.Eur(i / 100m))];
        decimal[] bare = [.. amounts.Select(m => m.Amount)];
        decimal sink = 0m;
        double money = Measurement.BestNanoseconds(() => sink += amounts.Aggregate(Money.Zero(Currency.Eur), (sum, m) => sum + m).Amount);
        double floor = Measurement.BestNanoseconds(() => sink += bare.Aggregate(0m, (sum, d) => sum + d));
        GC.KeepAlive(sink);
        yield return GateResult.AtMost(Name, money / floor, "x", 4);
    }
}
