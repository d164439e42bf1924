using EcomOps.Analytics.Metrics;

namespace EcomOps.Operations.Steps;

/// <summary>One metric of the reported month with its bases; null where the data do not give it.</summary>
/// <param name="Value">The metric with its definition, the month and its bases.</param>
/// <param name="Trend">Complete months of the history, oldest first; without those that lack it.</param>
/// <param name="Missing">Which gap of the data explains a missing value.</param>
internal sealed record Kpi(KpiValue Value, IReadOnlyList<double> Trend, string Missing)
{
    internal Metric Metric => Value.Metric;
}
