using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Forecasting;
using EcomOps.Inventory.Forecasting.Hierarchies;

namespace EcomOps.Inventory.Tests.Planning.Forecasting.Hierarchies;

public sealed class ReconciliationTests
{
    private static readonly Hierarchy Pair = Hierarchy.Total("shop", ["a", "b"]);

    private static readonly Hierarchy Tree = Hierarchy.Of(["a", "b", "c"], [new("shop", ["x", "y"]), new("x", ["a", "b"]), new("y", ["c"])]);

    private static NodeForecast Node(string id, double mean, params double[] residuals) => new(id, Amounts(mean)) { Residuals = residuals };

    private static Forecast Amounts(params double[] means)
    {
        DemandDistribution[] periods = [.. means.Select(m => (DemandDistribution)(m > 0 ? GammaDemand.FromMoments(m, 9) : new NormalDemand(0, 1)))];
        return Forecast.FromDistributions("given", periods, periods);
    }

    private static void Means(CoherentForecasts forecasts, double tolerance, params (string Node, double Mean)[] expected) =>
        Assert.All(expected, e => Assert.Equal(e.Mean, forecasts[e.Node].Mean[0], tolerance));

    [Fact]
    public void Ordinary_least_squares_share_a_gap_in_equal_parts() =>
        Means(Reconciliation.MinT(MinTWeights.Ols).Reconcile(Pair, [Node("shop", 12), Node("a", 5), Node("b", 4)]), 1e-12, ("shop", 11), ("a", 6), ("b", 5));

    [Fact]
    public void Structural_weights_move_the_total_twice_as_much_as_a_series() =>
        Means(Reconciliation.MinT(MinTWeights.WlsStructural).Reconcile(Pair, [Node("b", 4), Node("a", 5), Node("shop", 12)]), 1e-12, ("shop", 10.5), ("a", 5.75), ("b", 4.75));

    // Error variances 4, 1 and 3: of the gap of 3, the total takes 4/8, a takes 1/8, b takes 3/8.
    [Fact]
    public void Variance_weights_move_most_what_erred_most() =>
        Means(
            Reconciliation.MinT(MinTWeights.WlsVariance).Reconcile(Pair, [Node("shop", 12, 2, -2), Node("a", 5, 1, 1), Node("b", 4, Math.Sqrt(3), -Math.Sqrt(3))]),
            1e-9, ("shop", 10.5), ("a", 5.375), ("b", 5.125));

    // From S (S' W^-1 S)^-1 S' W^-1 y with the shrunk covariance, computed apart from this code: intensity 0.2537.
    [Fact]
    public void Shrunk_weights_equal_the_published_formula()
    {
        CoherentForecasts forecasts = Reconciliation.MinT().Reconcile(Pair, [Node("shop", 12, 3, -1, 2, 0, -2, 1), Node("a", 5, 1, 0, 2, -1, -1, 0), Node("b", 4, 1, -2, 1, 1, 0, 2)]);
        Means(forecasts, 1e-4, ("shop", 10.726978), ("a", 5.406134), ("b", 5.320844));
        Assert.Equal(9 * 0.8756708, forecasts["shop"].At(1).Variance, 1e-3);
        Assert.Equal(9 * 0.9656525, forecasts["a"].At(1).Variance, 1e-3);
        Assert.Equal(9 * 0.7688118, forecasts["b"].At(1).Variance, 1e-3);
        Assert.Empty(forecasts.Issues);
    }

    // Three independent errors of variance 1 and one constraint: each keeps 1 - 1/3 of its variance.
    [Fact]
    public void Reconciled_nodes_are_more_certain_than_before()
    {
        CoherentForecasts forecasts = Reconciliation.MinT(MinTWeights.Ols).Reconcile(Pair, [Node("shop", 12, 1, 1, -1, -1), Node("a", 5, 1, -1, 1, -1), Node("b", 4, 1, -1, -1, 1)]);
        Assert.All(Pair.Nodes, n => Assert.Equal(6, forecasts[n].At(1).Variance, 1e-4));
    }

    [Fact]
    public void Bottom_up_leaves_the_series_and_sums_them()
    {
        CoherentForecasts forecasts = Reconciliation.BottomUp.Reconcile(Tree, [Node("shop", 99), Node("x", 50), Node("y", 1), Node("a", 5), Node("b", 4), Node("c", 3)]);
        Means(forecasts, 1e-12, ("shop", 12), ("x", 9), ("y", 3), ("a", 5), ("b", 4), ("c", 3));
        Assert.Equal(GammaDemand.FromMoments(5, 9), forecasts["a"].At(1));
        Assert.Equal(3.0 * 12 / 99, forecasts["shop"].At(1).StandardDeviation, 1e-9);
    }

    [Theory]
    [InlineData(TopDownProportions.RatioOfAverages, 8)]
    [InlineData(TopDownProportions.AverageOfRatios, 7.5)]
    public void Top_down_splits_the_total_by_the_history(TopDownProportions proportions, double expected)
    {
        CoherentForecasts forecasts = Reconciliation.TopDown(proportions).Reconcile(
            Pair, [Node("shop", 20), Node("a", 1) with { History = DemandSeries.Of([1, 3]) }, Node("b", 1) with { History = DemandSeries.Of([3, 3]) }]);
        Means(forecasts, 1e-12, ("shop", 20), ("a", expected), ("b", 20 - expected));
    }

    [Fact]
    public void Forecast_proportions_go_down_the_tree()
    {
        CoherentForecasts forecasts = Reconciliation.TopDown(TopDownProportions.Forecasts).Reconcile(
            Tree, [Node("shop", 100), Node("x", 30), Node("y", 20), Node("a", 10), Node("b", 30), Node("c", 7)]);
        Means(forecasts, 1e-12, ("shop", 100), ("x", 60), ("y", 40), ("a", 15), ("b", 45), ("c", 40));
    }

    [Fact]
    public void Less_than_no_demand_becomes_none_and_the_sums_follow()
    {
        CoherentForecasts forecasts = Reconciliation.MinT(MinTWeights.Ols).Reconcile(Pair, [Node("shop", 0), Node("a", 9), Node("b", 0)]);
        Means(forecasts, 1e-12, ("shop", 6), ("a", 6), ("b", 0));
        Assert.Contains(forecasts.Issues, i => i.Code == "negative_reconciled" && i.Path == "b");
    }

    [Fact]
    public void Errors_that_always_add_up_leave_no_singular_system()
    {
        double[] a = [1, -2, 3, -1], b = [2, -4, 6, -2];
        CoherentForecasts forecasts = Reconciliation.MinT().Reconcile(Pair, [Node("shop", 12, [.. a.Zip(b, (x, y) => x + y)]), Node("a", 5, a), Node("b", 4, b)]);
        Assert.Equal(forecasts["shop"].Mean[0], forecasts["a"].Mean[0] + forecasts["b"].Mean[0], 1e-9);
        Assert.InRange(forecasts["shop"].Mean[0], 9, 12);
        Assert.All(Pair.Nodes, n => Assert.True(forecasts[n].Quantile(1, 0.99) >= forecasts[n].Quantile(1, 0.5)));
    }

    [Fact]
    public void Weights_without_residuals_fall_back_to_the_structure_and_say_so()
    {
        CoherentForecasts forecasts = Reconciliation.MinT().Reconcile(Pair, [Node("shop", 12), Node("a", 5, 1, 2, 3), Node("b", 4, double.NaN, 1)]);
        Means(forecasts, 1e-12, ("shop", 10.5), ("a", 5.75), ("b", 4.75));
        Assert.Contains(forecasts.Issues, i => i.Code == "residuals_missing");
    }

    [Fact]
    public void Every_misfit_of_forecasts_and_hierarchy_is_named()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(() =>
            Reconciliation.BottomUp.Reconcile(Pair, [Node("shop", 1), Node("shop", 2), Node("z", 1), new("a", Amounts(1, 2))]));
        Assert.All(["'b' has no", "'z' is no node", "'shop' has 2", "'a' has 2 periods"], text => Assert.Contains(text, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Crossed_groups_have_no_forecast_proportions()
    {
        Hierarchy crossed = Hierarchy.Of(["a", "b", "c"], [new("shop", ["a", "b", "c"]), new("left", ["a", "b"]), new("right", ["b", "c"])]);
        NodeForecast[] nodes = [.. crossed.Nodes.Select(n => Node(n, 1))];
        Assert.Throws<ArgumentException>(() => Reconciliation.TopDown(TopDownProportions.Forecasts).Reconcile(crossed, nodes));
        Assert.Throws<ArgumentException>(() => Reconciliation.TopDown().Reconcile(crossed, nodes));
        Assert.Equal(3, Reconciliation.BottomUp.Reconcile(crossed, nodes)["shop"].Mean[0]);
    }

    [Fact]
    public void A_whole_shop_is_forecast_in_one_line()
    {
        double[] a = [.. Enumerable.Range(0, 40).Select(t => 10.0 + (t % 3))], b = [.. Enumerable.Range(0, 40).Select(t => 20.0 + (t % 4))];
        var history = new Dictionary<string, DemandSeries> { ["a"] = DemandSeries.Of(a), ["b"] = DemandSeries.Of(b) };
        CoherentForecasts forecasts = Reconciliation.MinT().Forecast(Pair, history, Forecaster.Theta, 3);
        Assert.Equal(11, forecasts["a"].Mean[2], 1.0);
        Assert.Equal(32.5, forecasts["shop"].Mean[2], 1.5);
        Assert.Empty(forecasts.Issues);
        Assert.Throws<ArgumentException>(() => Reconciliation.BottomUp.Forecast(Pair, new Dictionary<string, DemandSeries> { ["a"] = history["a"] }, Forecaster.Theta, 3));
        Assert.Throws<ArgumentException>(() => Reconciliation.BottomUp.Forecast(Pair, new Dictionary<string, DemandSeries> { ["a"] = history["a"], ["b"] = history["b"].First(9) }, Forecaster.Theta, 3));
    }
}
