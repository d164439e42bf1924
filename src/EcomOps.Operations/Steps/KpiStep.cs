using EcomOps.Analytics.Metrics;
using EcomOps.Operations.Settings;

namespace EcomOps.Operations.Steps;

/// <summary>Chooses the metrics that the artefacts show; Analytics computes them.</summary>
internal static class KpiStep
{
    // Metric, and which gap of the data explains that it is missing.
    private static readonly (string Id, string Missing)[] Shown =
    [
        ("net_sales", ""), ("gross_margin_rate", "Costs"), ("orders", ""), ("aov", ""), ("return_rate", ""), ("new_customers", ""), ("returning_customer_rate", ""),
        ("conversion_rate", "Sessions"), ("cac", "Spend"), ("on_time_delivery_rate", "Shipments"), ("authorisation_rate", "PaymentAttempts"),
    ];

    // Names that targets in store.yaml may use besides the ids of the registry.
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.Ordinal)
    {
        ["revenue"] = "net_sales",
        ["average_order_value"] = "aov",
        ["return_value_rate"] = "return_rate",
    };

    internal static IReadOnlyList<Kpi> Run(StoreSettings settings, SalesSummary sales)
    {
        KpiReport? report = sales.Of(sales.Periods.Month) is { Complete: true } ? Report(settings, sales) : null;
        return
        [
            .. Shown.Select(shown =>
            {
                Metric metric = MetricRegistry.Standard[shown.Id];
                KpiValue value = report?[shown.Id] ?? new KpiValue(metric, null, null, null, Targets(settings).TryGetValue(shown.Id, out decimal target) ? target : null);
                return new Kpi(value, [.. sales.Months.Where(m => m.Complete).Select(m => (double?)metric.Compute(m.Totals)).OfType<double>()], shown.Missing);
            }),
        ];
    }

    internal static KpiReport Report(StoreSettings settings, SalesSummary sales) => KpiReport.Compute(sales.Facts, ReportPeriod.Of(sales.Periods.Month), targets: Targets(settings));

    internal static Dictionary<string, decimal> Targets(StoreSettings settings)
    {
        Dictionary<string, decimal> targets = new(StringComparer.Ordinal);
        foreach (KpiTarget target in settings.Targets)
        {
            targets[OtherNames.GetValueOrDefault(target.Metric, target.Metric)] = target.Value;
        }

        return targets;
    }
}
