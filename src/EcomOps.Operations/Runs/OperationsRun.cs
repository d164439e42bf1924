using EcomOps.Operations.Artefacts;
using EcomOps.Operations.History;
using EcomOps.Operations.Settings;
using EcomOps.Operations.Steps;

namespace EcomOps.Operations.Runs;

/// <summary>The main job: from a shop's history to the content of the ten artefacts with which an operations team starts its month.</summary>
/// <remarks>Pure: equal inputs give equal reports. Thread-safe.</remarks>
public static class OperationsRun
{
    private const int Steps = 5;

    /// <summary>Takes the steps and composes the artefacts.</summary>
    /// <param name="history">The shop's past; at least one order.</param>
    /// <param name="settings">What the history does not hold: service levels, tiers, rates, targets.</param>
    /// <param name="progress">Told at the beginning of each step; null for none.</param>
    /// <param name="cancellationToken">Stops between and within steps.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentException">The history holds no order.</exception>
    public static OperationsReport Execute(ShopHistory history, StoreSettings settings, IProgress<RunProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(settings);
        if (history.Orders.Count == 0)
        {
            throw new ArgumentException("The history holds no order; there is nothing to report on.", nameof(history));
        }

        int step = 0;
        void Begin(string what)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new(what, ++step, Steps));
        }

        Begin("summing sales");
        SalesSummary sales = SalesStep.Run(history, cancellationToken);
        TrafficSummary traffic = TrafficStep.Run(history);
        Begin("reading stock");
        WeeklyDemand demand = DemandStep.Run(history);
        StockResults stock = StockStep.Assume(history, settings, demand);
        Begin("forecasting demand and planning purchases");
        PlanningResults planning = PlanningStep.Run(history, settings, demand, stock, cancellationToken);
        Begin("segmenting customers");
        CustomerResults? customers = CustomerStep.Run(history);
        Begin("composing artefacts");
        var results = new RunResults(history, settings, sales)
        {
            Traffic = traffic,
            Fulfilment = FulfilmentStep.Run(history, sales.Periods),
            Payments = PaymentStep.Run(history, sales.Periods),
            Stock = stock,
            Planning = planning,
            Customers = customers,
            Kpis = KpiStep.Run(history, settings, sales, traffic),
        };
        return new()
        {
            Import = history.Import,
            Documents = 
            [
                PlatformArchitectureDocument.Build(results),
                InventoryDocument.Build(results),
                OrderRoutingDocument.Build(results),
                PaymentIntegrationDocument.Build(results),
                CheckoutDocument.Build(results),
                CustomersDocument.Build(results),
                OperationsReportDocument.Build(results),
            ],
            Dashboard = DashboardContent.Build(results),
            Tables = [.. InventoryDocument.Tables(results), .. CustomersDocument.Tables(results)],
            Files = [],
            KeyFigures = HeadlineFigures.Build(results),
        };
    }
}
