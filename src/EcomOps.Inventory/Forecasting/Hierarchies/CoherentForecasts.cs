using EcomOps.Core;

namespace EcomOps.Inventory.Forecasting.Hierarchies;

/// <summary>Forecasts that add up: the mean of every group is the sum of the means of its series, in every period.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class CoherentForecasts
{
    private readonly Dictionary<string, Forecast> _nodes;

    internal CoherentForecasts(Hierarchy hierarchy, string method, Forecast[] forecasts, IReadOnlyList<Issue> issues)
    {
        Hierarchy = hierarchy;
        Method = method;
        Issues = issues;
        _nodes = hierarchy.Nodes.Zip(forecasts).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
    }

    /// <summary>The hierarchy.</summary>
    public Hierarchy Hierarchy { get; }

    /// <summary>Name of the reconciliation.</summary>
    public string Method { get; }

    /// <summary>
    /// What could not be done as asked (warnings): <c>negative_reconciled</c> (set to 0), <c>residuals_missing</c> (weights by structure
    /// instead), <c>no_proportions</c> (equal shares instead).
    /// </summary>
    public IReadOnlyList<Issue> Issues { get; }

    /// <summary>Forecast of one node.</summary>
    /// <param name="node">Id of a series or group.</param>
    /// <returns>Its reconciled forecast.</returns>
    /// <exception cref="KeyNotFoundException">The hierarchy has no such node.</exception>
    public Forecast this[string node] => _nodes[node];
}
