using EcomOps.Analytics.Dashboard;
using EcomOps.Analytics.Metrics;
using EcomOps.Operations.History;
using EcomOps.Operations.Settings;

namespace EcomOps.Operations.Steps;

/// <summary>What the steps found; the artefacts are pure functions of it.</summary>
internal sealed record RunResults(ShopHistory History, StoreSettings Settings, SalesSummary Sales)
{
    internal required TrafficSummary Traffic { get; init; }

    /// <summary>The funnel of the reported month; null without visits.</summary>
    internal required FunnelResults? Funnel { get; init; }

    /// <summary>What the dashboard shows of the metrics.</summary>
    internal required ShopDashboard Dashboard { get; init; }

    /// <summary>Unusual days of the reported month.</summary>
    internal required AnomalyReport Unusual { get; init; }

    internal required FulfilmentSummary Fulfilment { get; init; }

    internal required PaymentSummary Payments { get; init; }

    internal required IReadOnlyList<Kpi> Kpis { get; init; }

    internal required CatalogueResults Catalogue { get; init; }

    internal required RoutingResults Routing { get; init; }

    internal required StockResults Stock { get; init; }

    internal required PlanningResults Planning { get; init; }

    /// <summary>Null when no order names a customer.</summary>
    internal required CustomerResults? Customers { get; init; }

    /// <summary>Null when too few customers came back.</summary>
    internal required LifetimeValueResults? LifetimeValue { get; init; }

    /// <summary>Null when no customer or no cost is known.</summary>
    internal required AcquisitionResults? Acquisition { get; init; }

    internal required ExperimentResults Experiments { get; init; }

    internal required ScreenedPayments Screened { get; init; }

    internal required BasketResults Baskets { get; init; }

    internal required IReadOnlyList<BacklogItem> Backlog { get; init; }
}
