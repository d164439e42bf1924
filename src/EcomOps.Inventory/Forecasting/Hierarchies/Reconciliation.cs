using EcomOps.Core;
using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Forecasting.Hierarchies.Internal;

namespace EcomOps.Inventory.Forecasting.Hierarchies;

/// <summary>Makes the forecasts of a hierarchy agree: bottom-up, top-down or by the smallest total error variance (MinT).</summary>
/// <remarks>
/// <para>
/// Means. Wickramasuriya, Athanasopoulos and Hyndman, Optimal forecast reconciliation for hierarchical and grouped time series through trace
/// minimization, JASA 114 (2019): <c>y - W C' (C W C')^-1 C y</c> with C y the gap of every group to the sum of its series; the same as
/// <c>S (S' W^-1 S)^-1 S' W^-1 y</c>. Forecasts that agree already stay as they are. A bottom series whose reconciled mean is below 0 gets 0, and
/// all groups are summed up again (so the result is coherent, but no longer of least variance; an issue says so).
/// </para>
/// <para>
/// Spread. With residuals of every node, the variance of each node's distributions is multiplied by the ratio of its reconciled to its own one-step
/// error variance, both from the shrunk covariance (errors of all steps are taken to be proportional to that of the first, as in the paper). Without
/// residuals, and always for top-down, a distribution keeps its coefficient of variation (of counts, that of the part above a Poisson). Either
/// way each node keeps its kind, counts or amounts. Only the means add up: quantiles of a group are not sums of quantiles, and must not be.
/// </para>
/// <para>
/// Cost: <see cref="MinTWeights.Shrink"/>, and the spread whenever there are residuals, hold a matrix of nodes by nodes: meant for some thousand nodes.
/// Immutable and thread-safe.
/// </para>
/// </remarks>
public sealed class Reconciliation
{
    private const int LongestBacktest = 24;
    private readonly Func<NodeSet, List<Issue>, CoherentMeans> _means;
    private readonly bool _needsResiduals;

    private Reconciliation(string name, bool needsResiduals, Func<NodeSet, List<Issue>, CoherentMeans> means)
    {
        Name = name;
        _needsResiduals = needsResiduals;
        _means = means;
    }

    /// <summary>Every group is the sum of its series' forecasts.</summary>
    public static Reconciliation BottomUp { get; } = new("Bottom-up", false, static (nodes, _) => nodes.Project(Projection.BottomUp(nodes.Hierarchy)));

    /// <summary>Name of the method.</summary>
    public string Name { get; }

    /// <summary>The forecast of the total, split.</summary>
    /// <param name="proportions">How; by the ratio of averages of the history unless said otherwise.</param>
    /// <returns>The reconciliation. It needs a group that holds every series, and for historical proportions the series' histories.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Unknown proportions.</exception>
    public static Reconciliation TopDown(TopDownProportions proportions = TopDownProportions.RatioOfAverages) =>
        Enum.IsDefined(proportions)
            ? new Reconciliation("Top-down", false, (nodes, issues) => nodes.Split(proportions, issues))
            : throw new ArgumentOutOfRangeException(nameof(proportions), proportions, "Unknown proportions.");

    /// <summary>Minimum trace: all forecasts weighted so that the sum of the error variances is least.</summary>
    /// <param name="weights">Covariance of the errors; shrunk unless said otherwise.</param>
    /// <returns>
    /// The reconciliation. When the weights need residuals and there are less than two periods in which every node has one, the structure is taken,
    /// and the issue <c>residuals_missing</c> says so.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">Unknown weights.</exception>
    public static Reconciliation MinT(MinTWeights weights = MinTWeights.Shrink) =>
        Enum.IsDefined(weights)
            ? new Reconciliation($"MinT {weights}", weights is MinTWeights.WlsVariance or MinTWeights.Shrink, (nodes, issues) => nodes.Project(Projection.MinimumTrace(nodes.Hierarchy, nodes.Weights(weights, issues))))
            : throw new ArgumentOutOfRangeException(nameof(weights), weights, "Unknown weights.");

    /// <summary>Reconciles forecasts that were made node by node.</summary>
    /// <param name="hierarchy">The hierarchy.</param>
    /// <param name="nodes">One forecast for every node, in any order, all of the same horizon.</param>
    /// <returns>Forecasts that add up.</returns>
    /// <exception cref="ArgumentException">
    /// A node has no forecast or two, a forecast belongs to no node, horizons differ; for top-down: see <see cref="TopDown"/>.
    /// </exception>
    public CoherentForecasts Reconcile(Hierarchy hierarchy, IReadOnlyList<NodeForecast> nodes)
    {
        ArgumentNullException.ThrowIfNull(hierarchy);
        ArgumentNullException.ThrowIfNull(nodes);
        var issues = new List<Issue>();
        NodeSet set = NodeSet.Of(hierarchy, nodes);
        CoherentMeans means = _means(set, issues);
        return new CoherentForecasts(hierarchy, Name, CoherentAssembly.Make(Name, set, means, issues), issues);
    }

    /// <summary>Forecasts every node of a hierarchy and reconciles: the histories of groups are the sums of their series.</summary>
    /// <param name="hierarchy">The hierarchy.</param>
    /// <param name="bottom">History of every bottom series, all of the same periods; a group's period is missing where one of its series is.</param>
    /// <param name="forecaster">Forecaster of every node.</param>
    /// <param name="horizon">Number of periods; 1 or more.</param>
    /// <returns>Forecasts that add up.</returns>
    /// <remarks>Where the weights need residuals, each node is forecast again from up to 24 earlier ends of its history (at most half of it).</remarks>
    /// <exception cref="ArgumentException">A series has no history, or histories differ in length, period or start.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is below 1.</exception>
    public CoherentForecasts Forecast(Hierarchy hierarchy, IReadOnlyDictionary<string, DemandSeries> bottom, IForecaster forecaster, int horizon)
    {
        ArgumentNullException.ThrowIfNull(hierarchy);
        ArgumentNullException.ThrowIfNull(bottom);
        ArgumentNullException.ThrowIfNull(forecaster);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        DemandSeries[] all = HierarchySeries.Sum(hierarchy, bottom);
        int residuals = _needsResiduals ? Math.Min(LongestBacktest, all[0].Count / 2) : 0;
        return Reconcile(hierarchy, [.. all.Select((s, i) => new NodeForecast(hierarchy.Nodes[i], forecaster.Forecast(s, horizon))
        {
            History = s,
            Residuals = HierarchySeries.Residuals(s, forecaster, residuals),
        })]);
    }
}
