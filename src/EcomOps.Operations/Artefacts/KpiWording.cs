using EcomOps.Core;
using EcomOps.Operations.Documents;
using EcomOps.Operations.Steps;
using static EcomOps.Operations.Artefacts.Wording;

namespace EcomOps.Operations.Artefacts;

/// <summary>KPIs as tiles and as rows.</summary>
internal static class KpiWording
{
    internal static KpiTile Tile(Kpi kpi, RunResults results) => new(
        kpi.Name,
        Show(kpi, kpi.Value, results.History.Currency),
        kpi.Definition,
        kpi.Value is null ? [] :
        [
            new("prior month", Growth(kpi.Value, kpi.Prior), kpi.HigherIsBetter, Basis(kpi, kpi.Prior, results)),
            new("prior year", Growth(kpi.Value, kpi.PriorYear), kpi.HigherIsBetter, Basis(kpi, kpi.PriorYear, results)),
            new("target", Growth(kpi.Value, kpi.Target), kpi.HigherIsBetter, kpi.Target is null ? "not set" : Show(kpi, kpi.Target, results.History.Currency)),
        ],
        kpi.Value is null ? [] : kpi.Trend,
        kpi.Value is null ? Missing(kpi, results) : null);

    internal static Table Summary(RunResults results) => Table(
        $"KPIs of {Month(results.Sales.Periods.Month)} against their bases",
        "KPI|Month#|Prior month#|Change#|Prior year#|Change#|Target#|Against target#",
        results.Kpis.Select(k => (IReadOnlyList<string>)
        [
            k.Name, Show(k, k.Value, results.History.Currency),
            Show(k, k.Prior, results.History.Currency), Change(Growth(k.Value, k.Prior)),
            Show(k, k.PriorYear, results.History.Currency), Change(Growth(k.Value, k.PriorYear)),
            k.Target is null ? "not set" : Show(k, k.Target, results.History.Currency), Change(Growth(k.Value, k.Target)),
        ]));

    internal static string Show(Kpi kpi, double? value, Currency currency) => value is not { } v ? None : kpi.Unit switch
    {
        KpiUnit.Money when Math.Abs(v) >= 1000 => $"{Number(v, 0)} {currency}",
        KpiUnit.Money => $"{Number(v, currency.MinorUnits)} {currency}",
        KpiUnit.Count => Number(v, 0),
        KpiUnit.Share => Percent(v),
        _ => Number(v),
    };

    private static string Basis(Kpi kpi, double? value, RunResults results) => value is null ? "not in the data" : Show(kpi, value, results.History.Currency);

    private static string Missing(Kpi kpi, RunResults results) =>
        results.History.Gaps.FirstOrDefault(g => g.Subject == kpi.Missing)?.Consequence ?? "The data of this month do not hold what it needs.";
}
