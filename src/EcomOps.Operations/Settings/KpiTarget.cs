namespace EcomOps.Operations.Settings;

/// <summary>What a metric should reach in a month.</summary>
/// <param name="Metric">Name of the metric ("revenue", "orders", "return_value_rate").</param>
/// <param name="Value">Value for a month, in the metric's unit; rates as fractions.</param>
public sealed record KpiTarget(string Metric, decimal Value);
