using EcomOps.Analytics.Growth;
using EcomOps.Analytics.Metrics;

namespace EcomOps.Operations.Steps;

/// <summary>Lets Analytics find the unusual days of the reported month.</summary>
internal static class AnomalyStep
{
    // What a monthly report watches, and the rate of approved payments, which a fault at a provider shows in first.
    internal static IReadOnlyList<Metric> Watched { get; } = [.. new MonthlyReportOptions().Watched.Append("authorisation_rate").Select(id => MetricRegistry.Standard[id])];

    internal static AnomalyReport Run(SalesSummary sales) => AnomalyReport.Of(sales.Facts, ReportPeriod.Of(sales.Periods.Month), Watched);
}
