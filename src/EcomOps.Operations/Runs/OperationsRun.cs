using EcomOps.Analytics.Metrics;
using EcomOps.Core;
using EcomOps.Operations.Artefacts;
using EcomOps.Operations.History;
using EcomOps.Operations.Settings;
using EcomOps.Operations.Steps;
using EcomOps.Rules.DecisionSets;

namespace EcomOps.Operations.Runs;

/// <summary>The main job: from a shop's history to the content of the ten artefacts with which an operations team starts its month.</summary>
/// <remarks>Pure: equal inputs give equal reports. Thread-safe.</remarks>
public static class OperationsRun
{
    private const int Steps = 10;

    /// <summary>Takes the steps and composes the artefacts.</summary>
    /// <param name="history">The shop's past; at least one order.</param>
    /// <param name="settings">What the history does not hold: service levels, tiers, rates, targets.</param>
    /// <param name="options">Rules other than those that ship with the packages; null for none.</param>
    /// <param name="progress">Told at the beginning of each step; null for none.</param>
    /// <param name="cancellationToken">Stops between and within steps.</param>
    /// <returns>The report.</returns>
    /// <exception cref="EcomOpsException">Rules of the options do not compile.</exception>
    /// <exception cref="ArgumentException">The history holds no order.</exception>
    public static async Task<OperationsReport> ExecuteAsync(ShopHistory history, StoreSettings settings, RunOptions? options = null, IProgress<RunProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(settings);
        if (history.Orders.Count == 0)
        {
            throw new ArgumentException("The history holds no order; there is nothing to report on.", nameof(history));
        }

        RuleSet rules = CatalogueStep.Compile(options?.ClassificationRules);
        int step = 0;
        void Begin(string what)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new(what, ++step, Steps));
        }

        Begin("segmenting customers and summing sales");
        CustomerResults? customers = CustomerStep.Run(history);
        ShopFacts facts = FactsStep.Run(history, settings, customers);
        SalesSummary sales = SalesStep.Run(history, facts, cancellationToken);
        TrafficSummary traffic = TrafficStep.Run(history, sales);
        Begin("booking stock");
        WeeklyDemand demand = DemandStep.Run(history);
        await using StockBook book = await StockBook.OpenAsync(history, settings, demand, cancellationToken).ConfigureAwait(false);
        Begin("routing and reserving the newest orders");
        RoutingResults routing = await RoutingStep.RunAsync(history, settings, sales.Periods, book, cancellationToken).ConfigureAwait(false);
        StockResults stock = await book.ResultsAsync(cancellationToken).ConfigureAwait(false);
        Begin("forecasting demand and planning purchases");
        PlanningResults planning = PlanningStep.Run(history, settings, demand, stock, cancellationToken);
        Begin("building the catalogue");
        CatalogueResults catalogue = await CatalogueStep.RunAsync(history, settings, rules, sales, stock, cancellationToken).ConfigureAwait(false);
        Begin("screening and paying the newest orders");
        ScreenedPayments screened = await CheckoutPaymentStep.RunAsync(history, settings, options?.Gateways ?? [], cancellationToken).ConfigureAwait(false);
        Begin("judging experiments");
        ExperimentResults experiments = ExperimentStep.Run(history);
        Begin("valuing customers");
        LifetimeValueResults? lifetimeValue = LifetimeValueStep.Run(history, customers);
        Begin("finding what is bought together");
        BasketResults baskets = BasketStep.Run(history);
        Begin("composing artefacts");
        var results = new RunResults(history, settings, sales)
        {
            Traffic = traffic,
            Funnel = FunnelStep.Run(history, sales.Periods),
            Dashboard = DashboardStep.Run(settings, sales),
            Unusual = AnomalyStep.Run(sales),
            Fulfilment = FulfilmentStep.Run(history, sales.Periods),
            Payments = PaymentStep.Run(history, sales.Periods),
            Catalogue = catalogue,
            Routing = routing,
            Stock = stock,
            Planning = planning,
            Customers = customers,
            LifetimeValue = lifetimeValue,
            Acquisition = AcquisitionStep.Run(history, settings, facts, customers is not null, lifetimeValue),
            Experiments = experiments,
            Screened = screened,
            Baskets = baskets,
            Backlog = [],
            Kpis = KpiStep.Run(settings, sales),
        };
        results = results with { Backlog = BacklogStep.Run(results) };
        return new()
        {
            Import = history.Import,
            Documents =
            [
                PlatformArchitectureDocument.Build(results),
                CatalogueDocument.Build(results),
                InventoryDocument.Build(results),
                OrderRoutingDocument.Build(results),
                PaymentIntegrationDocument.Build(results),
                CheckoutDocument.Build(results),
                CustomersDocument.Build(results),
                MonthlyReportDocument.Build(results),
                OperationsReportDocument.Build(results),
                BacklogDocument.Build(results),
            ],
            Dashboard = DashboardContent.Build(results),
            Tables = [.. CatalogueDocument.Tables(results), .. InventoryDocument.Tables(results), .. OrderRoutingDocument.Tables(results), CheckoutDocument.Pairs(results), .. CustomersDocument.Tables(results), .. MonthlyReportDocument.Tables(results), BacklogDocument.Table(results)],
            Files = [.. CatalogueDocument.Files(results)],
            KeyFigures = HeadlineFigures.Build(results),
        };
    }
}
