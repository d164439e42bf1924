using EcomOps.Analytics.Metrics;
using EcomOps.Core;
using EcomOps.Operations.Documents;
using EcomOps.Operations.Steps;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>KPIs as tiles and as rows.</summary>
internal static class KpiWording
{
    internal static KpiTile Tile(Kpi kpi, RunResults results)
    {
        KpiValue value = kpi.Value;
        bool better = kpi.Metric.HigherIsBetter ?? true;
        return new(
            kpi.Metric.Name,
            Show(kpi.Metric, value.Value, results.History.Currency),
            kpi.Metric.Definition,
            value.Value is null ? [] :
            [
                new("prior month", (double?)value.ChangeToPriorPeriod, better, Basis(kpi, value.PriorPeriod, results)),
                new("prior year", (double?)value.ChangeToPriorYear, better, Basis(kpi, value.PriorYear, results)),
                new("target", (double?)value.ChangeToTarget, better, value.Target is null ? "not set" : Show(kpi.Metric, value.Target, results.History.Currency)),
            ],
            value.Value is null ? [] : kpi.Trend,
            value.Value is null ? Missing(kpi, results) : null);
    }

    internal static Table Summary(RunResults results) => Table(
        $"KPIs of {Month(results.Sales.Periods.Month)} against their bases",
        "KPI|Month#|Prior month#|Change#|Prior year#|Change#|Target#|Against target#",
        results.Kpis.Select(k => (IReadOnlyList<string>)
        [
            k.Metric.Name, Show(k.Metric, k.Value.Value, results.History.Currency),
            Show(k.Metric, k.Value.PriorPeriod, results.History.Currency), Change((double?)k.Value.ChangeToPriorPeriod),
            Show(k.Metric, k.Value.PriorYear, results.History.Currency), Change((double?)k.Value.ChangeToPriorYear),
            k.Value.Target is null ? "not set" : Show(k.Metric, k.Value.Target, results.History.Currency), Change((double?)k.Value.ChangeToTarget),
        ]));

    internal static string Show(Metric metric, decimal? value, Currency currency) => value is not { } v ? None : metric.Unit switch
    {
        MetricUnit.Money when Math.Abs(v) >= 1000 => $"{Number((double)v, 0)} {currency}",
        MetricUnit.Money => $"{Number((double)v, currency.MinorUnits)} {currency}",
        MetricUnit.Count => Number((double)v, 0),
        MetricUnit.Rate => Percent((double)v),
        _ => Number((double)v, 2),
    };

    private static string Basis(Kpi kpi, decimal? value, RunResults results) => value is null ? "not in the data" : Show(kpi.Metric, value, results.History.Currency);

    private static string Missing(Kpi kpi, RunResults results) =>
        results.History.Gaps.FirstOrDefault(g => g.Subject == kpi.Missing)?.Consequence ?? "The data of this month do not hold what it needs.";
}
