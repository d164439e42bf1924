using EcomOps.Core;
using EcomOps.Formats.Planning.Internal;
using EcomOps.Formats.Tables;
using EcomOps.Formats.Tables.Internal;
using EcomOps.Inventory.Purchasing;

namespace EcomOps.Formats.Planning;

/// <summary>Reads the CSV files of forecasts and plans. <c>docs/formats.md</c> lists their columns. Thread-safe.</summary>
/// <remarks>
/// The header names the columns, in any order; further columns are ignored. A row that cannot be read is rejected with its line, all its
/// problems and what to do, and never ends the reading. Every method throws <see cref="EcomOpsException"/> when the file is missing
/// (<c>file_missing</c>), may not be read (<c>file_unreadable</c>), has no header (<c>file_empty</c>), or its header lacks required columns
/// (<c>columns_missing</c>) or repeats one (<c>columns_repeated</c>).
/// </remarks>
public static class PlanningFiles
{
    /// <summary>Reads sales: <c>sku</c>, <c>date</c>, <c>quantity</c>, and <c>location</c> where there are several.</summary>
    /// <param name="path">The file, plain or gzip.</param>
    /// <param name="options">How it is written.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>Accepted and rejected rows.</returns>
    /// <exception cref="EcomOpsException">The file cannot be used; see the remarks.</exception>
    public static Task<TableRows<SalesRow>> SalesAsync(string path, TableOptions options, CancellationToken cancellationToken = default) =>
        TableReading.ReadAsync(path, options, ["sku", "date", "quantity"], ["location"], SupplyParser.Sales, cancellationToken);

    /// <summary>Reads lead times, costs and stock: <c>sku</c>, <c>lead_time_days</c>, <c>unit_cost</c> and, where known, many more. An item at a location may stand once.</summary>
    /// <param name="path">The file, plain or gzip.</param>
    /// <param name="options">How it is written.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>Accepted and rejected rows.</returns>
    /// <exception cref="EcomOpsException">The file cannot be used; see the remarks.</exception>
    public static Task<TableRows<SupplyRow>> SupplyAsync(string path, TableOptions options, CancellationToken cancellationToken = default) =>
        TableReading.ReadAsync(path, options, ["sku", "lead_time_days", "unit_cost"], SupplyParser.Optional, new SupplyParser(options.Currency).Supply, cancellationToken);

    /// <summary>Reads purchase orders under way: <c>reference</c>, <c>sku</c>, <c>quantity</c>, <c>due</c>, and <c>location</c>.</summary>
    /// <param name="path">The file, plain or gzip.</param>
    /// <param name="options">How it is written.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>Accepted and rejected rows.</returns>
    /// <exception cref="EcomOpsException">The file cannot be used; see the remarks.</exception>
    public static Task<TableRows<OpenOrderRow>> OpenOrdersAsync(string path, TableOptions options, CancellationToken cancellationToken = default) =>
        TableReading.ReadAsync(path, options, ["reference", "sku", "quantity", "due"], ["location"], SupplyParser.OpenOrder, cancellationToken);

    /// <summary>Reads promotions: <c>from</c>, <c>through</c>, <c>uplift</c>, and <c>sku</c>, <c>location</c> (blank: all), <c>name</c>.</summary>
    /// <param name="path">The file, plain or gzip.</param>
    /// <param name="options">How it is written.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>Accepted and rejected rows.</returns>
    /// <exception cref="EcomOpsException">The file cannot be used; see the remarks.</exception>
    public static Task<TableRows<PromotionRow>> PromotionsAsync(string path, TableOptions options, CancellationToken cancellationToken = default) =>
        TableReading.ReadAsync(path, options, ["from", "through", "uplift"], ["sku", "location", "name"], SupplyParser.PromotionOf, cancellationToken);

    /// <summary>Reads what one shipment of a supplier holds: <c>supplier</c>, and <c>weight_kg</c>, <c>volume_l</c>, <c>pallets</c> (blank: no limit).</summary>
    /// <param name="path">The file, plain or gzip.</param>
    /// <param name="options">How it is written.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>Accepted and rejected rows; one container per supplier.</returns>
    /// <exception cref="EcomOpsException">The file cannot be used; see the remarks.</exception>
    public static Task<TableRows<ContainerLimit>> ContainersAsync(string path, TableOptions options, CancellationToken cancellationToken = default) =>
        TableReading.ReadAsync(path, options, ["supplier"], ["weight_kg", "volume_l", "pallets"], new SupplyParser(options.Currency).Container, cancellationToken);
}
