namespace EcomOps.Inventory.Forecasting.Overrides;

/// <summary>How a group of overrides fared.</summary>
/// <param name="Of">The author or reason; empty for all overrides.</param>
/// <param name="Periods">Number of periods; 1 or more.</param>
/// <param name="StatisticalError">Mean absolute error of the forecast without overrides, in units per period.</param>
/// <param name="OverriddenError">The same with them.</param>
/// <param name="StatisticalBias">Mean of actual less forecast, in units per period; above 0 means that too little was forecast.</param>
/// <param name="OverriddenBias">The same with overrides.</param>
/// <param name="Improved">Share of the periods that came nearer to the actual demand, from 0 to 1.</param>
public sealed record OverrideScore(
    string Of, int Periods, double StatisticalError, double OverriddenError, double StatisticalBias, double OverriddenBias, double Improved)
{
    /// <summary>Forecast value added: error without less error with overrides, in units per period; below 0 they did harm.</summary>
    public double ForecastValueAdded => StatisticalError - OverriddenError;
}
