using System.Globalization;
using EcomOps.Formats.Orders;
using EcomOps.Operations.History;
using EcomOps.Operations.Importing;
using EcomOps.Operations.Runs;
using EcomOps.Operations.Settings;
using EcomOps.Operations.State;
using EcomOps.Testing.Shop;

namespace OperationsRun;

/// <summary>Where the history comes from: an order file, or the simulated shop.</summary>
internal sealed record RunSource(ShopHistory History, StoreSettings Settings, OutputTable Rejected)
{
    private SimulationProgress? Simulated { get; init; }

    internal static async Task<RunSource> ImportAsync(string path, StoreSettings settings, IShopState state, Action<string, double> tell, CancellationToken cancellationToken)
    {
        OrderImport import = await OrderFile.ReadAsync(path, settings, new Relay(p => tell("reading orders", 0.6 * p.BytesRead / Math.Max(1, p.BytesTotal))), cancellationToken);
        tell("keeping orders", 0.6);
        ImportReceipt receipt = await state.ImportAsync(import, cancellationToken);
        IReadOnlyList<OrderRow> rows = await state.LoadRowsAsync(cancellationToken);
        tell("building the history", 0.9);
        return new(OrderHistory.Build(settings, import.FileName, rows, OrderHistory.Summarise(settings, import, receipt.AlreadyKnown)), settings, RejectedRows.TableOf(import));
    }

    internal static async Task<RunSource> SimulateAsync(int seed, IShopState state, Action<string, double> tell, CancellationToken cancellationToken)
    {
        SimulationProgress? before = await state.LoadSimulationAsync(cancellationToken);
        int months = before?.Seed == seed ? Math.Min(before.Months + 1, ShopSimulator.MostMonths) : ShopSimulator.InitialMonths;
        tell(string.Create(CultureInfo.InvariantCulture, $"simulating {months} months"), 0);
        return new(new ShopSimulator(seed).HistoryAt(months), SimulatedStore.Settings, RejectedRows.TableOf(null)) { Simulated = new(seed, months) };
    }

    /// <summary>Remembers how far the simulated shop has come, once its artefacts are in place.</summary>
    internal Task CompleteAsync(IShopState state, CancellationToken cancellationToken) =>
        Simulated is null ? Task.CompletedTask : state.SaveSimulationAsync(Simulated, cancellationToken);

    private sealed class Relay(Action<ImportProgress> tell) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => tell(value);
    }
}
