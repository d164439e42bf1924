using EcomOps.Analytics.Funnels;
using EcomOps.Analytics.Recommendations;

namespace EcomOps.Benchmarks.Gates.Analytics;

/// <summary>Funnel scanning and item sets.</summary>
public sealed class ScanGate : IGate
{
    private const int Events = 4_000_000;
    private const int PerPerson = 20;

    /// <inheritdoc />
    public string Name => "analytics/scan";

    /// <inheritdoc />
    public IEnumerable<GateResult> Measure()
    {
        var random = new Random(1);
        long[] times = new long[Events];
        uint[] steps = new uint[Events];
        for (int i = 0; i < Events; i++)
        {
            times[i] = i % PerPerson == 0 ? 0 : times[i - 1] + random.Next(100);
            steps[i] = random.Next(8) is < 4 and var step ? 1u << step : 0;
        }

        int sink = 0;
        double seconds = Measurement.BestNanoseconds(
            () =>
            {
                for (int p = 0; p < Events; p += PerPerson)
                {
                    sink = unchecked(sink + FunnelScanner.Level(times.AsSpan(p, PerPerson), steps.AsSpan(p, PerPerson), 4, 1000));
                }
            }, batches: 3) / 1e9;
        GC.KeepAlive(sink);
        yield return GateResult.AtLeast(Name + "/funnel-4-steps", Events / seconds, "1/s", 10_000_000);

        string path = Path.Combine(Environment.GetEnvironmentVariable("ECOMOPS_DATA") ?? Path.Combine("..", "shared", "data"), "groceries", "groceries.csv");
        if (!File.Exists(path))
        {
            yield return GateResult.Missing(Name + "/groceries-0.001", "ms", 30, higherIsBetter: false, "groceries/groceries.csv is not there.");
            yield break;
        }

        Baskets baskets = Baskets.From(File.ReadLines(path).Where(l => l.Length > 0).Select(l => l.Split(',').Select(t => t.Trim())));
        yield return GateResult.AtMost(Name + "/groceries-0.001", Measurement.BestNanoseconds(() => FrequentItemSets.Find(baskets, 0.001)) / 1e6, "ms", 30);
    }
}
