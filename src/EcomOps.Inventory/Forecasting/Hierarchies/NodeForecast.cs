using EcomOps.Inventory.Demand;

namespace EcomOps.Inventory.Forecasting.Hierarchies;

/// <summary>The own forecast of one node of a hierarchy, before reconciliation.</summary>
/// <param name="Node">Id of a series or group of the hierarchy.</param>
/// <param name="Forecast">Its forecast.</param>
public sealed record NodeForecast(string Node, Forecast Forecast)
{
    /// <summary>
    /// One-step errors (actual less forecast) of the same periods for every node, oldest first; NaN where one is not known. Lists of
    /// different lengths are taken to end with the same period. Empty when there are none.
    /// </summary>
    public IReadOnlyList<double> Residuals { get; init; } = [];

    /// <summary>Demand so far; only the historical proportions of a top-down reconciliation look at it, and only at that of bottom series.</summary>
    public DemandSeries? History { get; init; }
}
