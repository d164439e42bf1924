using EcomOps.Analytics.Dashboard;
using EcomOps.Analytics.Metrics;

namespace EcomOps.Operations.Documents;

/// <summary>Figures by day and part of the shop, which the page adds up over any range of days by itself, without a server.</summary>
/// <param name="Currency">Code of the currency.</param>
/// <param name="Figures">Figures by day.</param>
/// <param name="Reported">Days that are shown first.</param>
/// <param name="Metrics">Metrics, in the order of those of <paramref name="Figures"/>.</param>
/// <param name="Views">Parts, in the order of those of <paramref name="Figures"/>; the first one is the whole and is shown first.</param>
/// <param name="Targets">Target of a month by metric id, for the whole shop.</param>
public sealed record DashboardExplorer(
    string Currency,
    DailyFigures Figures,
    ReportPeriod Reported,
    IReadOnlyList<ExplorerMetric> Metrics,
    IReadOnlyList<ExplorerView> Views,
    IReadOnlyDictionary<string, decimal> Targets);
