using EcomOps.Conformance.Tests.Harness;
using EcomOps.Inventory.Backtesting;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Forecasting;
using Xunit.Abstractions;

namespace EcomOps.Conformance.Tests.Inventory;

/// <summary>Spare parts (RAF): a forecaster chosen by simulated cost on 60 months, judged by its cost in the 24 after them, against the fixed default.</summary>
public sealed class ForStockDataTests(ITestOutputHelper output)
{
    private const int From = 60;
    private const int Each = 5;

    [DataFact("raf/raf.csv.gz")]
    public void Choice_by_simulated_cost_costs_no_more_afterwards_than_the_default()
    {
        double[][] parts = [.. ForecastData.Raf().Where((p, i) => i % Each == 0 && p[..From].Count(v => v > 0) >= 2)];
        foreach (StockSimulation terms in (StockSimulation[])[new(2, 19) { BackOrders = true }, new(2, 99) { BackOrders = true }, new(2, 19)])
        {
            IForecaster choice = Forecaster.ForStock(terms);
            var gain = new double[parts.Length];
            int other = 0;
            double cost = 0, usual = 0;
            Parallel.For(0, parts.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
            {
                DemandSeries part = DemandSeries.Of(parts[i]);
                Forecast chosen = choice.Forecast(part.First(From), 3), standard = Forecaster.Automatic.Forecast(part.First(From), 3);
                gain[i] = Cost(standard) - Cost(chosen);
                lock (gain)
                {
                    other += chosen.Model == standard.Model ? 0 : 1;
                    cost += Cost(chosen);
                    usual += Cost(standard);
                }

                double Cost(Forecast forecast)
                {
                    double level = Math.Ceiling(forecast.Total(3).Quantile(terms.ShortageCost / (1 + terms.ShortageCost)) - 1e-9);
                    return terms.Run(part, From, _ => level).Cost / (part.Count - From);
                }
            });
            double mean = gain.Average(), error = Math.Sqrt(gain.Sum(g => (g - mean) * (g - mean)) / (gain.Length - 1) / gain.Length);
            output.WriteLine(FormattableString.Invariant(
                $"RAF, {(terms.BackOrders ? "back-order" : "lost unit")} {terms.ShortageCost}: chosen {cost / gain.Length:0.00}, default {usual / gain.Length:0.00} a part and month; gain {mean:0.00} +- {error:0.00}; another than the default for {other} of {gain.Length}"));
            Assert.True(mean > -2 * error, FormattableString.Invariant($"{mean} +- {error}"));
        }
    }
}
