using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv;

namespace EcomOps.Benchmarks.Gates.Analytics;

/// <summary>Fits of a data set of CDNOW's size and of a million customers.</summary>
public sealed class LifetimeGate : IGate
{
    /// <inheritdoc />
    public string Name => "analytics/lifetime";

    /// <inheritdoc />
    public IEnumerable<GateResult> Measure()
    {
        RepeatSummaries small = Cdnow() ?? Simulate(2357, 39 * 7);
        yield return GateResult.AtMost(Name + "/bg-nbd-cdnow", Measurement.BestNanoseconds(() => BgNbdModel.Fit(small)) / 1e6, "ms", 5);
        yield return GateResult.AtMost(Name + "/pareto-nbd-cdnow", Measurement.BestNanoseconds(() => ParetoNbdModel.Fit(small)) / 1e6, "ms", 50);
        RepeatSummaries large = Simulate(1_000_000, 104 * 7);
        yield return GateResult.AtMost(Name + "/bg-nbd-million", Measurement.BestProcessorSeconds(() => BgNbdModel.Fit(large)), "s", 2);
    }

    private static RepeatSummaries? Cdnow()
    {
        string path = Path.Combine(Environment.GetEnvironmentVariable("ECOMOPS_DATA") ?? Path.Combine("..", "shared", "data"), "cdnow", "summary.csv");
        return !File.Exists(path) ? null : RepeatSummaries.Of(TimeUnit.Week, File.ReadLines(path).Skip(1).Select(l => l.Split(',')).Select(r => new RepeatSummary(
            int.Parse(r[1], System.Globalization.CultureInfo.InvariantCulture), double.Parse(r[2], System.Globalization.CultureInfo.InvariantCulture), double.Parse(r[3], System.Globalization.CultureInfo.InvariantCulture))));
    }

    // BG/NBD customers with r .24, alpha 4.4 weeks, a .8, b 2.4, observed by day.
    private static RepeatSummaries Simulate(int customers, int days)
    {
        var random = new Random(1);
        RepeatSummary[] rows = new RepeatSummary[customers];
        for (int c = 0; c < customers; c++)
        {
            double age = days - random.Next(91), rate = -Math.Log(1 - random.NextDouble()) * 0.6 * random.NextDouble() * random.NextDouble() / 31, leave = random.NextDouble() * random.NextDouble();
            double t = 0, last = 0;
            int x = 0;
            while (x < 500)
            {
                t += -Math.Log(1 - random.NextDouble()) / rate;
                if (t > age)
                {
                    break;
                }

                last = Math.Ceiling(t);
                x++;
                if (random.NextDouble() < leave)
                {
                    break;
                }
            }

            rows[c] = new RepeatSummary(x, Math.Min(last, age) / 7, age / 7);
        }

        return RepeatSummaries.Of(TimeUnit.Week, rows);
    }
}
