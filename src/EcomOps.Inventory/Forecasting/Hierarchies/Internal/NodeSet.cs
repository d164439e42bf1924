using EcomOps.Core;

namespace EcomOps.Inventory.Forecasting.Hierarchies.Internal;

// The forecasts of all nodes in the order of the hierarchy.
internal sealed class NodeSet
{
    private readonly double[][]? _errors;

    private NodeSet(Hierarchy hierarchy, NodeForecast[] nodes)
    {
        Hierarchy = hierarchy;
        Nodes = nodes;
        _errors = NodeErrors.Complete(nodes);
    }

    public Hierarchy Hierarchy { get; }

    public NodeForecast[] Nodes { get; }

    public int Horizon => Nodes[0].Forecast.Horizon;

    public static NodeSet Of(Hierarchy hierarchy, IReadOnlyList<NodeForecast> nodes)
    {
        ILookup<string, NodeForecast> by = nodes.ToLookup(n => n.Node, StringComparer.Ordinal);
        var known = hierarchy.Nodes.ToHashSet(StringComparer.Ordinal);
        string[] wrong =
        [
            .. hierarchy.Nodes.Where(id => !by.Contains(id)).Select(id => $"'{id}' has no forecast."),
            .. by.Where(g => !known.Contains(g.Key)).Select(g => $"'{g.Key}' is no node of the hierarchy."),
            .. by.Where(g => g.Count() > 1).Select(g => $"'{g.Key}' has {g.Count()} forecasts."),
            .. nodes.Where(n => n.Forecast.Horizon != nodes[0].Forecast.Horizon).Select(n => $"'{n.Node}' has {n.Forecast.Horizon} periods, not {nodes[0].Forecast.Horizon}."),
        ];
        return wrong.Length == 0
            ? new NodeSet(hierarchy, [.. hierarchy.Nodes.Select(id => by[id].First())])
            : throw new ArgumentException("The forecasts do not fit the hierarchy: " + string.Join(" ", wrong), nameof(nodes));
    }

    public ErrorCovariance Weights(MinTWeights weights, List<Issue> issues)
    {
        if (weights is MinTWeights.WlsVariance or MinTWeights.Shrink && _errors is null)
        {
            issues.Add(new Issue("residuals_missing", "residuals", "Less than two periods have a residual for every node, or none differs from 0; the number of series of a node was taken as its weight. Give one-step residuals.", Severity.Warning));
            weights = MinTWeights.WlsStructural;
        }

        return weights switch
        {
            MinTWeights.Ols => ErrorCovariance.Ols(Hierarchy),
            MinTWeights.WlsStructural => ErrorCovariance.Structural(Hierarchy),
            MinTWeights.WlsVariance => ErrorCovariance.Variances(_errors!),
            _ => ErrorCovariance.Shrunk(_errors!),
        };
    }

    public CoherentMeans Project(Projection projection) => new(
        [.. Enumerable.Range(0, Horizon).Select(h => projection.Apply(Own(h)))],
        _errors is null ? null : projection.VarianceRatios(ErrorCovariance.Shrunk(_errors)));

    public CoherentMeans Split(TopDownProportions proportions, List<Issue> issues)
    {
        int root = Proportions.Root(Hierarchy);
        int[] steps = [.. Enumerable.Range(0, Horizon)];
        if (proportions == TopDownProportions.Forecasts)
        {
            var split = new ForecastProportions(Hierarchy, root);
            return new CoherentMeans([.. steps.Select(h => split.Split(Own(h)))], null);
        }

        int groups = Hierarchy.Groups.Count;
        double[] shares = Proportions.Historical([.. Nodes[groups..].Select(n => n.History)], proportions == TopDownProportions.RatioOfAverages, issues);
        double[] all = [.. Hierarchy.Members.Select(m => m.Sum(j => shares[j])), .. shares];
        return new CoherentMeans([.. steps.Select(h => all.Select(s => s * Nodes[root].Forecast.Mean[h]).ToArray())], null);
    }

    private double[] Own(int step) => [.. Nodes.Select(n => n.Forecast.Mean[step])];
}
