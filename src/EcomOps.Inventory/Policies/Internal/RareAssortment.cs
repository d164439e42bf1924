using EcomOps.Inventory.Demand;
using MathNet.Numerics.Distributions;

namespace EcomOps.Inventory.Policies.Internal;

// What the items of an assortment have in common: a beta prior of the chance of demand in a period, a normal prior of the logarithm of the
// mean size; both with the weight that moments give them. Samples the demand of an item from what is then known of it.
internal sealed class RareAssortment
{
    private const int Sampled = 3000;
    private const int LargestRate = 1_000_000_000;
    private const double LargestWeight = 1e6;
    private const double VariationDemands = 3;
    private readonly double _share;
    private readonly double _shareWeight;
    private readonly double _logSize;
    private readonly double _sizeWeight;

    private RareAssortment(double share, double shareWeight, double logSize, double sizeWeight)
    {
        _share = share;
        _shareWeight = shareWeight;
        _logSize = logSize;
        _sizeWeight = sizeWeight;
    }

    public static RareAssortment Of(IReadOnlyList<RareItem> items)
    {
        RareItem[] selling = [.. items.Where(i => i.Demands > 0)];
        if (selling.Length < 2)
        {
            return new RareAssortment(0, 0, 0, 0);
        }

        double share = selling.Average(i => i.Share);
        double spread = selling.Average(i => (i.Share - share) * (i.Share - share));
        double noise = selling.Average(i => share * (1 - share) / i.Periods);
        double weight = spread > noise ? Math.Min(LargestWeight, share * (1 - share) / (spread - noise)) : LargestWeight;
        double log = selling.Average(i => Math.Log(i.MeanSize));
        double sizeSpread = selling.Average(i => (Math.Log(i.MeanSize) - log) * (Math.Log(i.MeanSize) - log));
        double within = selling.Where(i => i.Demands > 1).Select(i => i.LogVariance).DefaultIfEmpty(0).Average();
        double between = sizeSpread - (within * selling.Average(i => 1.0 / i.Demands));
        return new RareAssortment(share, weight, log, between > 0 ? Math.Min(LargestWeight, within / between) : LargestWeight);
    }

    // Demand period by period from a negative binomial with the mean and variance that chance, size and variation of size give.
    public int[] Sample(RareItem item, int seed)
    {
        double share = (item.Demands + (_shareWeight * _share)) / (item.Periods + _shareWeight);
        double size = Math.Exp(((item.Demands * Math.Log(item.MeanSize)) + (_sizeWeight * _logSize)) / (item.Demands + _sizeWeight));
        double variation = (item.SquaredVariation + (VariationDemands * DemandProfile.VariationCutOff)) / (item.Demands + VariationDemands);
        double mean = share * size, variance = (share * size * size * (1 + variation)) - (mean * mean);
        var random = new Random(seed);
        var demand = new int[Sampled];
        for (int t = 0; t < demand.Length; t++)
        {
            double rate = variance > mean * (1 + 1e-6) ? Gamma.Sample(random, mean * mean / (variance - mean), mean / (variance - mean)) : mean;
            demand[t] = rate < LargestRate ? rate > 0 ? Poisson.Sample(random, rate) : 0 : LargestRate;
        }

        return demand;
    }
}
