using EcomOps.Analytics.Metrics;
using EcomOps.Operations.Documents;
using EcomOps.Operations.Steps;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>The part of the dashboard that a reader can filter.</summary>
internal static class DashboardExplorerContent
{
    internal static DashboardExplorer Build(RunResults results) => new(
        results.History.Currency.Code,
        results.Dashboard.Daily,
        results.Dashboard.Report.Period,
        [.. results.Dashboard.Daily.Metrics.Select(m => new ExplorerMetric(m.Id, m.Name, m.Definition, Format(m.Unit), m.HigherIsBetter))],
        [.. results.Dashboard.Daily.Views.Select(v => new ExplorerView(v.Dimension is { } d ? Name(d) : string.Empty, v.Value ?? "Whole shop"))],
        results.Dashboard.Report.Values.Where(v => v.Target is not null).ToDictionary(v => v.Metric.Id, v => v.Target!.Value, StringComparer.Ordinal));

    private static string Format(MetricUnit unit) => unit switch
    {
        MetricUnit.Money => "money",
        MetricUnit.Count => "count",
        MetricUnit.Rate => "rate",
        _ => "multiple",
    };

    private static string Name(FactDimension dimension) => dimension switch
    {
        FactDimension.Channel => "Acquisition channel",
        FactDimension.Category => "Category",
        FactDimension.Segment => "Segment",
        FactDimension.Country => "Country",
        _ => "Sales channel",
    };
}
