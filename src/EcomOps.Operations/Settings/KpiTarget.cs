namespace EcomOps.Operations.Settings;

/// <summary>What a metric should reach in a month.</summary>
/// <param name="Metric">Id of the metric in the registry of Analytics (<c>net_sales</c>, <c>orders</c>, <c>return_rate</c>); <c>revenue</c>, <c>average_order_value</c> and <c>return_value_rate</c> are other names of <c>net_sales</c>, <c>aov</c> and <c>return_rate</c>.</param>
/// <param name="Value">Value for a month, in the metric's unit; rates as fractions.</param>
public sealed record KpiTarget(string Metric, decimal Value);
