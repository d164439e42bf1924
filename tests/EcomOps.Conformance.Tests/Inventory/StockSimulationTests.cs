using EcomOps.Conformance.Tests.Harness;
using EcomOps.Inventory.Backtesting;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Distributions;

namespace EcomOps.Conformance.Tests.Inventory;

/// <summary>Spare parts (RAF): the table of the stock simulation with lost sales.</summary>
public sealed class StockSimulationTests
{
    private const int From = 60;

    [DataFact("raf/raf.csv.gz")]
    public void Lost_sales_rows_of_the_reference_to_the_printed_decimals()
    {
        List<double[]> parts = [.. ForecastData.Raf().Where(p => p[..From].Count(v => v > 0) >= 2)];
        Check(parts, Normal, 0.95, [20.11, 0.6882, 27.48, 58.50], 0.8727);
        Check(parts, NegativeBinomial, 0.80, [5.24, 0.3379, 20.88, 86.75], null);
    }

    private static void Check(List<double[]> parts, Func<double, double, double, double> level, double probability, double[] expected, double? itemFill)
    {
        StockRuns cheap = Simulate(new StockSimulation(LeadTime: 2, ShortageCost: 19)), dear = Simulate(new StockSimulation(LeadTime: 2, ShortageCost: 99));
        Assert.Equal(149_227, cheap.Items.Sum(i => i.Demanded));
        Assert.Equal(expected[0], cheap.MeanStock, 0.00501);
        Assert.Equal(expected[1], cheap.PooledFill!.Value, 0.0000501);
        Assert.Equal(expected[2], cheap.MeanCost, 0.00501);
        Assert.Equal(expected[3], dear.MeanCost, 0.00501);
        if (itemFill is { } fill)
        {
            Assert.Equal(fill, cheap.MeanItemFill!.Value, 0.0000501);
        }

        StockRuns Simulate(StockSimulation simulation) => new([.. parts.Select(part => simulation.Run(DemandSeries.Of(part), From, t =>
        {
            double mean = part[..t].Average(), variance = part[..t].Sum(v => (v - mean) * (v - mean)) / (t - 1);
            return Math.Ceiling(level(3 * mean, 3 * variance, probability));
        }))]);
    }

    private static double Normal(double mean, double variance, double probability) =>
        Math.Max(0, new NormalDemand(mean, Math.Sqrt(variance)).Quantile(probability));

    private static double NegativeBinomial(double mean, double variance, double probability) =>
        (variance > mean ? (DemandDistribution)NegativeBinomialDemand.FromMoments(mean, variance) : new PoissonDemand(mean)).Quantile(probability);
}
