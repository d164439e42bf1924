namespace EcomOps.Inventory.Forecasting.Overrides;

/// <summary>One overridden period whose demand is known.</summary>
/// <param name="Series">Id of the series.</param>
/// <param name="Author">Who made the override.</param>
/// <param name="Reason">Why.</param>
/// <param name="Statistical">Mean of the forecast without it, in units.</param>
/// <param name="Overridden">Mean with it, in units.</param>
/// <param name="Actual">Demand, in units.</param>
public sealed record OverrideOutcome(string Series, string Author, string Reason, double Statistical, double Overridden, double Actual);
