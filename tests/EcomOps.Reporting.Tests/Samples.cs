using EcomOps.Core;
using EcomOps.Operations.Documents;

namespace EcomOps.Reporting.Tests;

internal static class Samples
{
    internal static readonly string[] Months = [.. Enumerable.Range(0, 18).Select(i => $"{2025 + ((i + 5) / 12)}-{((i + 5) % 12) + 1:00}")];

    internal static Chart Line { get; } = new("revenue", "Net revenue by month, EUR", ChartKind.Line, Months,
    [
        new("This year", [.. Months.Select((_, i) => (double?)(200_000 + (9_000 * i) + (30_000 * Math.Sin(i))))]),
        new("Target", [.. Months.Select((_, i) => i == 4 ? null : (double?)(210_000 + (8_000 * i)))]),
    ]);

    internal static Chart Bars { get; } = new("channels", "Contribution by channel, EUR", ChartKind.Bar, ["Search", "Social", "Mail", "Direct"],
    [
        new("CM1", [40_000, 31_000, 12_000, 52_000]),
        new("CM3", [21_000, -4_000, 9_000, 50_000]),
    ]);

    internal static Chart Funnel { get; } = new("funnel", "Sessions by checkout step", ChartKind.Funnel, ["Product view", "Add to cart", "Begin checkout", "Purchase"], [new("Sessions", [12_000, 4_100, 2_300, 1_150])]);

    internal static Chart Heatmap { get; } = new("cohorts", "Share of each cohort that buys again, by month", ChartKind.Heatmap, ["0", "1", "2", "3"],
        [new("2025-06", [1, 0.4, 0.31, 0.22]), new("2025-07", [1, 0.37, 0.3, null]), new("2025-08", [1, 0.35, null, null])], "P0");

    internal static Diagram Diagram { get; } = new("system", "The platform and what flows between its parts",
        [new("Channels", ["Web shop", "Marketplace"]), new("Domain", ["Catalog", "Inventory", "Routing", "Payments"]), new("Reports", ["Analytics"])],
        [new("Web shop", "Inventory", "reserve"), new("Marketplace", "Inventory", "sales"), new("Inventory", "Routing", "stock view"), new("Payments", "Analytics", "attempts")]);

    internal static DashboardModel Dashboard { get; } = new("North Star Outfitters", "November 2026 · EUR · Europe/Amsterdam · simulated data",
        [
            new("Net revenue", "€ 361,204", "Gross sales less discounts and returns; `tax excluded`.", [new("prior period", 0.042, true, "€ 346,644"), new("prior year", -0.013, true, "€ 365,961"), new("target", null, true, "not set")], [3, 4, 3.5, 5, 6, 5.2]),
            new("Return rate", "6.1 %", "Returned units over shipped units.", [new("prior period", 0.08, false, "5.6 %")], [5, 5.2, 6.1]),
            new("CAC", "–", "Spend over new customers.", [], [], "No acquisition spend in the data."),
        ],
        [
            new("Revenue", [new Paragraph("Revenue is **up** on last month <script>alert(1)</script>."), Line, Bars]),
            new("Checkout", [Funnel, new Callout(Severity.Warning, "Web events cover one channel only.")]),
            new("Customers", [Heatmap, new Table("Segments", [new("Segment"), new("Customers", true)], [.. Enumerable.Range(1, 15).Select(i => (IReadOnlyList<string>)[$"Segment {i}", $"{i * 37}"])])]),
            new("Platform", [Diagram]),
        ]);
}
