namespace EcomOps.Operations.Documents;

/// <summary>Figures by period and part of the shop, which the page filters by itself, without a server.</summary>
/// <param name="Currency">Code of the currency.</param>
/// <param name="Periods">Names of the periods ("2026-10"), oldest first; the last one is shown first.</param>
/// <param name="PeriodsPerYear">How many periods back the same period of the year before lies.</param>
/// <param name="Metrics">Metrics.</param>
/// <param name="Views">Parts; the first one is the whole and is shown first.</param>
/// <param name="Targets">Target of a period by metric id, for the whole shop.</param>
public sealed record DashboardExplorer(
    string Currency,
    IReadOnlyList<string> Periods,
    int PeriodsPerYear,
    IReadOnlyList<ExplorerMetric> Metrics,
    IReadOnlyList<ExplorerView> Views,
    IReadOnlyDictionary<string, decimal> Targets);
