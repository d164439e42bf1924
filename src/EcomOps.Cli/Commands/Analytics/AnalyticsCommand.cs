using System.CommandLine;

namespace EcomOps.Cli.Commands.Analytics;

/// <summary><c>ecomops analytics</c>: from files of orders, events and experiments to figures.</summary>
internal static class AnalyticsCommand
{
    public static Command Create() => new("analytics", "Segments, lifetime value, cohorts, funnels, experiments, baskets, recommendations, the effect of promotions and a dashboard.")
    {
        RfmCommand.Create(),
        LtvCommand.Create(),
        CohortsCommand.Create(),
        FunnelCommand.Create(),
        AbtestCommand.Create(),
        BasketCommand.Create(),
        RecommendCommand.Create(),
        PromoCommand.Create(),
        DashboardCommand.Create(),
    };
}
