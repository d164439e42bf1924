using EcomOps.Analytics.Metrics;

namespace EcomOps.Analytics.Dashboard;

/// <summary>One part of the shop, month by month.</summary>
/// <param name="Dimension">Dimension; null for the whole shop.</param>
/// <param name="Value">Value of the dimension; null for the whole shop.</param>
/// <param name="Values">One list a metric, in the order of the dashboard's metrics, with one value a month; null where the facts do not tell.</param>
public sealed record DashboardView(FactDimension? Dimension, string? Value, IReadOnlyList<IReadOnlyList<decimal?>> Values);
