using EcomOps.Conformance.Tests.Harness;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Policies;
using Xunit.Abstractions;

namespace EcomOps.Conformance.Tests.Inventory;

/// <summary>Spare parts (RAF) whose unmet customers are lost: stock and cost of order-up-to levels over 24 months, as in reference 3 of the data's README.</summary>
public sealed class LostSalesAccuracyTests(ITestOutputHelper output)
{
    private const int From = 60;
    private const int Through = 84;
    private const int Revised = 6;

    [DataFact("raf/raf.csv.gz")]
    public void Reference_rows_are_reproduced()
    {
        List<double[]> parts = ForecastData.Raf();
        Check("normal", 0.99, 27.01, 0.7636, 32.60, 56.12);
        Check("negative binomial", 0.80, 5.24, 0.3379, 20.88, 86.75);
        Check("negative binomial", 0.95, 21.22, 0.7051, 28.19, 57.53);

        void Check(string family, double quantile, double stock, double fill, double low, double high)
        {
            var levels = new double[parts.Count][];
            Parallel.For(0, parts.Count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => levels[i] =
                [.. Enumerable.Range(From, Through - From).Select(t => Reference(parts[i][..t], family, quantile))]);
            (double kept, double filled, double lost) = Run(parts, levels);
            output.WriteLine(FormattableString.Invariant($"RAF {family} {quantile}: stock {kept:0.00}, fill {filled:0.0000}, cost {kept + (19 * lost):0.00} / {kept + (99 * lost):0.00}"));
            Assert.Equal(stock, kept, 0.006);
            Assert.Equal(fill, filled, 0.00006);
            Assert.Equal(low, kept + (19 * lost), 0.006);
            Assert.Equal(high, kept + (99 * lost), 0.006);
        }
    }

    [DataFact("raf/raf.csv.gz")]
    public void Levels_learned_from_the_assortment_cost_less_than_any_quantile()
    {
        List<double[]> parts = ForecastData.Raf();
        foreach ((double penalty, double bar) in ((double, double)[])[(19, 20.88), (99, 56.12)])
        {
            double[][] levels = [.. parts.Select(_ => new double[Through - From])];
            for (int t = From; t < Through; t += Revised)
            {
                IReadOnlyList<BaseStock> best = LostSalesAssortment.BestOrderUpTo([.. parts.Select(p => new LostSalesItem(DemandSeries.Of(p[..t]), 1, penalty))], leadTime: 2);
                for (int i = 0; i < parts.Count; i++)
                {
                    Array.Fill(levels[i], best[i].Level, t - From, Revised);
                }
            }

            (double stock, double fill, double lost) = Run(parts, levels);
            double cost = stock + (penalty * lost);
            output.WriteLine(FormattableString.Invariant($"RAF lost sales, p = {penalty}: stock {stock:0.00}, pooled fill {fill:0.0000}, cost {cost:0.00}"));
            Assert.True(cost < bar);
        }
    }

    private static double Reference(double[] x, string family, double quantile)
    {
        double mean = x.Average(), variance = x.Sum(v => (v - mean) * (v - mean)) / (x.Length - 1);
        DemandDistribution demand = family == "normal" ? new NormalDemand(3 * mean, Math.Sqrt(3 * variance))
            : variance <= mean ? new PoissonDemand(3 * mean) : NegativeBinomialDemand.FromMoments(3 * mean, 3 * variance);
        return Math.Ceiling(Math.Max(0, demand.Quantile(quantile)) - 1e-9);
    }

    // Per part and month: mean stock at the end, units lost; and the pooled fill.
    private static (double Stock, double Fill, double Lost) Run(List<double[]> parts, double[][] levels)
    {
        double stock = 0, lost = 0, wanted = 0;
        for (int i = 0; i < parts.Count; i++)
        {
            double onHand = levels[i][0], next = 0, last = 0;
            for (int t = From; t < Through; t++)
            {
                if (t > From)
                {
                    onHand += next;
                    next = last;
                    last = Math.Max(0, levels[i][t - From] - onHand - next);
                }

                double sold = Math.Min(onHand, parts[i][t]);
                onHand -= sold;
                stock += onHand;
                lost += parts[i][t] - sold;
                wanted += parts[i][t];
            }
        }

        double months = (double)parts.Count * (Through - From);
        return (stock / months, 1 - (lost / wanted), lost / months);
    }
}
