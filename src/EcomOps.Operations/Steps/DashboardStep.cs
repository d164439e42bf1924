using EcomOps.Analytics.Dashboard;
using EcomOps.Operations.Settings;
using NodaTime;

namespace EcomOps.Operations.Steps;

/// <summary>Lets Analytics compute the dashboard over the last three years of complete months.</summary>
internal static class DashboardStep
{
    private const int MostMonths = 37;

    private static readonly string[] Metrics =
    [
        "net_sales", "gross_revenue", "returns", "orders", "aov", "units_per_order", "new_customers", "returning_customer_rate", "return_rate",
        "gross_margin_rate", "cm1", "cm2", "cm3", "sessions", "conversion_rate", "cart_abandonment", "checkout_abandonment", "marketing_spend", "cac", "roas", "mer",
    ];

    internal static ShopDashboard Run(StoreSettings settings, SalesSummary sales)
    {
        YearMonth[] months = [.. sales.Months.Where(m => m.Complete && m.Month <= sales.Periods.Month).Select(m => m.Month).TakeLast(MostMonths)];
        return ShopDashboard.Compute(sales.Facts, months.Length == 0 ? [sales.Periods.Month] : months, Metrics, targets: KpiStep.Targets(settings));
    }
}
