using EcomOps.Inventory.Distributions;

namespace EcomOps.Inventory.Policies.Internal;

// A policy run over the same seeded demand whatever its levels. What a period is expected to lose and keep is added, not what it drew, so that
// chance only moves the stock.
internal sealed class LostSalesSimulation
{
    private const int Batches = 50;

    private readonly DiscreteDemand _demand;
    private readonly int _leadTime;
    private readonly int _review;
    private readonly long[] _drawn;
    private readonly int _warmUp;
    private readonly Dictionary<long, (double Lost, double Left, double Kept)> _expected = [];

    public LostSalesSimulation(DiscreteDemand demand, int leadTime, int reviewPeriods, int seed, int periods)
    {
        (_demand, _leadTime, _review) = (demand, leadTime, reviewPeriods);
        _warmUp = Math.Max(periods / 10, 20 * (leadTime + reviewPeriods));
        var random = new Random(seed);
        double[] cumulative = Cumulative(demand);
        _drawn = new long[_warmUp + periods];
        for (int t = 0; t < _drawn.Length; t++)
        {
            int found = Array.BinarySearch(cumulative, random.NextDouble());
            _drawn[t] = Math.Min(found < 0 ? ~found : found, cumulative.Length - 1);
        }
    }

    public PolicyService Run(LostSalesRule rule)
    {
        var arriving = new long[_leadTime + 1];
        long onHand = rule.Highest, position = onHand;
        DiscreteDemand cycle = DiscreteSums.Over(_demand, _review);
        var batches = new double[Batches];
        double stock = 0, lost = 0, kept = 0, orders = 0, lasting = 0;
        int cycles = 0, counted = _drawn.Length - _warmUp;
        for (int t = 0; t < _drawn.Length; t++)
        {
            long order = t % _review == 0 ? rule.Order(position) : 0;
            position += order;
            arriving[(t + _leadTime) % arriving.Length] = order;
            onHand += arriving[t % arriving.Length];
            arriving[t % arriving.Length] = 0;
            if (t >= _warmUp)
            {
                (double Lost, double Left, double Kept) expected = Expected(onHand);
                lost += expected.Lost;
                stock += expected.Left;
                kept += expected.Kept;
                orders += order > 0 ? 1 : 0;
                batches[Math.Min(Batches - 1, (int)((long)(t - _warmUp) * Batches / counted))] += expected.Lost;
                if (t % _review == _leadTime % _review)
                {
                    lasting += cycle.Cdf(onHand);
                    cycles++;
                }
            }

            long sold = Math.Min(onHand, _drawn[t]);
            onHand -= sold;
            position -= sold;
        }

        double mean = batches.Average() * Batches / counted, each = (double)Batches / counted;
        double spread = Math.Sqrt(batches.Sum(b => ((b * each) - mean) * ((b * each) - mean)) / (Batches - 1) / Batches);
        return new PolicyService(Math.Clamp(1 - (lost / counted / _demand.Mean), 0, 1), lasting / Math.Max(1, cycles), kept / counted, stock / counted, lost / counted, orders / counted)
        {
            StandardError = spread / _demand.Mean,
        };
    }

    private (double Lost, double Left, double Kept) Expected(long there)
    {
        if (!_expected.TryGetValue(there, out (double Lost, double Left, double Kept) known))
        {
            _expected[there] = known = (_demand.Loss(there), _demand.ComplementaryLoss(there), _demand.Cdf(there));
        }

        return known;
    }

    private static double[] Cumulative(DiscreteDemand demand)
    {
        long top = (long)demand.Quantile(1 - 1e-10);
        double sum = 0;
        return [.. Enumerable.Range(0, checked((int)top) + 1).Select(d => sum += demand.Probability(d))];
    }
}
