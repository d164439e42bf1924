using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Forecasting;
using EcomOps.Inventory.Forecasting.Hierarchies;
using FsCheck.Xunit;

namespace EcomOps.Inventory.Tests.Planning.Forecasting.Hierarchies;

public sealed class ReconciliationProperties
{
    private static readonly Hierarchy Crossed = Hierarchy.Of(
        ["a", "b", "c", "d"], [new("shop", ["a", "b", "c", "d"]), new("north", ["a", "b"]), new("south", ["c", "d"]), new("shoes", ["a", "c"]), new("shirts", ["b", "d"])]);

    private static IEnumerable<Reconciliation> Linear =>
        [Reconciliation.BottomUp, .. Enum.GetValues<MinTWeights>().Select(Reconciliation.MinT)];

    private static Forecast Given(IEnumerable<double> history) => Forecaster.Mean.Forecast(DemandSeries.Of(history), 2);

    private static NodeForecast[] Nodes(IReadOnlyList<double[]> histories, double[][] residuals) =>
        [.. Crossed.Nodes.Select((n, i) => new NodeForecast(n, Given(histories[i])) { Residuals = residuals[i], History = DemandSeries.Of(histories[i]) })];

    private static void IsCoherent(CoherentForecasts forecasts)
    {
        (string Sum, string[] Parts)[] sums = [("shop", ["north", "south"]), ("shop", ["shoes", "shirts"]), ("north", ["a", "b"]), ("shirts", ["b", "d"])];
        for (int h = 0; h < 2; h++)
        {
            Assert.All(Crossed.Nodes, n => Assert.True(forecasts[n].Mean[h] >= 0 && double.IsFinite(forecasts[n].Mean[h])));
            Assert.All(Crossed.Nodes, n => Assert.True(double.IsFinite(forecasts[n].Quantile(h + 1, 0.95)) && double.IsFinite(forecasts[n].Total(h + 1).Quantile(0.95))));
            Assert.All(sums, s => Assert.Equal(forecasts[s.Sum].Mean[h], s.Parts.Sum(p => forecasts[p].Mean[h]), 1e-9 * Math.Max(1, forecasts["shop"].Mean[h])));
        }
    }

    [Property(MaxTest = 60)]
    public void Whatever_comes_in_the_means_add_up(int seed)
    {
        var random = new Random(seed);
        double Any() => random.Next(6) switch { 0 => 0, 1 => double.NaN, 2 => 1e9 * random.NextDouble(), 3 => -5, _ => random.Next(20) };
        double[][] histories = [.. Crossed.Nodes.Select(_ => Enumerable.Range(0, 7).Select(_ => Any()).ToArray())];
        double[][] residuals = [.. Crossed.Nodes.Select(_ => Enumerable.Range(0, random.Next(4) == 0 ? random.Next(3) : 30).Select(_ => random.Next(40) == 0 ? Any() : random.Next(-3, 4)).ToArray())];
        NodeForecast[] nodes = Nodes(histories, residuals);
        foreach (Reconciliation method in Linear.Append(Reconciliation.TopDown()).Append(Reconciliation.TopDown(TopDownProportions.AverageOfRatios)))
        {
            IsCoherent(method.Reconcile(Crossed, nodes));
        }
    }

    [Property(MaxTest = 25)]
    public void Whatever_the_histories_the_whole_chain_is_defined(byte length, int seed)
    {
        var random = new Random(seed);
        Dictionary<string, DemandSeries> histories = Crossed.Bottom.ToDictionary(
            id => id, _ => random.Next(4) == 0 ? DemandSeries.Of(new double[length % 12]) : DemandSeries.Of(Enumerable.Range(0, length % 12).Select(_ => random.Next(9) switch { 0 => double.NaN, 1 => -3, var v => v })));
        foreach (Reconciliation method in Linear.Append(Reconciliation.TopDown()).Append(Reconciliation.TopDown(TopDownProportions.AverageOfRatios)))
        {
            IsCoherent(method.Forecast(Crossed, histories, Forecaster.Automatic, 2));
        }
    }

    [Property(MaxTest = 40)]
    public void Forecasts_that_add_up_stay_as_they_are(int seed)
    {
        var random = new Random(seed);
        double[] bottom = [.. Enumerable.Range(0, 4).Select(_ => (double)random.Next(1, 100))];
        double[] means = [bottom.Sum(), bottom[0] + bottom[1], bottom[2] + bottom[3], bottom[0] + bottom[2], bottom[1] + bottom[3], .. bottom];
        NodeForecast[] nodes = Nodes([.. means.Select(m => Enumerable.Repeat(m, 8).ToArray())], [.. means.Select(_ => Enumerable.Range(0, 12).Select(_ => random.NextDouble() - 0.5).ToArray())]);
        foreach (Reconciliation method in Linear)
        {
            CoherentForecasts forecasts = method.Reconcile(Crossed, nodes);
            Assert.All(nodes, n => Assert.Equal(n.Forecast.Mean[0], forecasts[n.Node].Mean[0], 1e-8));
        }
    }

    // Independent errors: sd 3 for each series, 1 for every group. MinT must learn that from the residuals and use it.
    [Fact]
    public void Exact_groups_teach_uncertain_series()
    {
        var random = new Random(20260105);
        double Error(int node) => (node < 5 ? 1 : 3) * (Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6);
        const int Runs = 1000;
        double own = 0, reconciled = 0;
        for (int run = 0; run < Runs; run++)
        {
            double[] truth = [400, 200, 200, 200, 200, 100, 100, 100, 100];
            NodeForecast[] nodes = Nodes(
                [.. truth.Select((v, i) => Enumerable.Repeat(v + Error(i), 5).ToArray())], [.. truth.Select((_, i) => Enumerable.Range(0, 40).Select(_ => Error(i)).ToArray())]);
            CoherentForecasts forecasts = Reconciliation.MinT().Reconcile(Crossed, nodes);
            for (int i = 5; i < 9; i++)
            {
                own += Math.Pow(nodes[i].Forecast.Mean[0] - truth[i], 2);
                reconciled += Math.Pow(forecasts[Crossed.Nodes[i]].Mean[0] - truth[i], 2);
            }
        }

        Assert.InRange(own / (4 * Runs), 8.5, 9.5);
        // With known variances the theory gives 2.518 for a series; 40 residuals cost a little.
        Assert.InRange(reconciled / (4 * Runs), 0.9 * 2.518, 1.25 * 2.518);
    }
}
