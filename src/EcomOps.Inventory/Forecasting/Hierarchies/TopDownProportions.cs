namespace EcomOps.Inventory.Forecasting.Hierarchies;

/// <summary>How a top-down reconciliation splits the forecast of the total.</summary>
public enum TopDownProportions
{
    /// <summary>Mean over the periods of a series' share in the total of the period (Gross and Sohl 1990, A). Periods without any demand are left out.</summary>
    AverageOfRatios,

    /// <summary>Mean demand of a series over the mean demand of the total (Gross and Sohl 1990, F).</summary>
    RatioOfAverages,

    /// <summary>From node to node, by the share of each child in the sum of its siblings' own forecasts (Athanasopoulos, Ahmed and Hyndman 2009). Trees only.</summary>
    Forecasts,
}
