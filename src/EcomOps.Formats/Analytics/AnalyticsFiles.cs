using EcomOps.Analytics.Funnels;
using EcomOps.Core;
using EcomOps.Formats.Analytics.Internal;
using EcomOps.Formats.Tables;
using EcomOps.Formats.Tables.Internal;

namespace EcomOps.Formats.Analytics;

/// <summary>Reads the files of analyses: CSV, JSON lines or Parquet, told apart by content and name. <c>docs/formats.md</c> lists their columns. Thread-safe.</summary>
/// <remarks>
/// Columns may stand in any order; further ones are ignored. A row that cannot be read is rejected with its line, all its problems and what to do, and never ends the reading. Every method
/// throws <see cref="EcomOpsException"/> when the file is missing (<c>file_missing</c>), may not be read (<c>file_unreadable</c>), has no rows (<c>file_empty</c>), or lacks required columns
/// (<c>columns_missing</c>) or repeats one (<c>columns_repeated</c>).
/// </remarks>
public static class AnalyticsFiles
{
    /// <summary>Reads orders or order lines: <c>date</c>, and <c>amount</c> or <c>quantity</c> with <c>unit_price</c>; <c>customer_id</c>, <c>order_id</c>, <c>sku</c>, <c>channel</c>, <c>category</c>, <c>currency</c> (a row in another one is rejected), <c>unit_cost</c>, <c>unit_margin</c> where known.</summary>
    /// <param name="path">The file, plain or gzip.</param>
    /// <param name="options">How it is written.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>Accepted and rejected rows.</returns>
    /// <exception cref="EcomOpsException">The file cannot be used; see the remarks.</exception>
    public static Task<TableRows<OrderLineRow>> OrdersAsync(string path, TableOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return TableReading.ReadAsync(path, options, ["date"], ["customer_id", "amount", "order_id", "sku", "quantity", "unit_price", "channel", "category", "currency", "unit_cost", "unit_margin"], new OrderLineParser(options.Currency).Parse, cancellationToken);
    }

    /// <summary>Reads baskets: delimited text without a header, one basket a line, its items as cells; blank cells and lines are passed over.</summary>
    /// <param name="path">The file, plain or gzip.</param>
    /// <param name="options">How it is written; only delimiter and encoding matter.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>Baskets and rejected lines.</returns>
    /// <exception cref="EcomOpsException">The file is missing, may not be read or has no rows.</exception>
    public static Task<TableRows<IReadOnlyList<string>>> BasketsAsync(string path, TableOptions options, CancellationToken cancellationToken = default) =>
        TableReading.ReadListsAsync(path, options, cancellationToken);

    /// <summary>Reads events: <c>person</c>, <c>time</c>, <c>event</c>, and <c>event_id</c> where known; further columns as properties.</summary>
    /// <param name="path">The file, plain or gzip.</param>
    /// <param name="options">How it is written.</param>
    /// <param name="properties">Columns to keep as properties.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>Accepted and rejected rows.</returns>
    /// <exception cref="EcomOpsException">The file cannot be used; see the remarks.</exception>
    public static Task<TableRows<FunnelEvent>> EventsAsync(string path, TableOptions options, IReadOnlyList<string>? properties = null, CancellationToken cancellationToken = default) =>
        TableReading.ReadAsync(path, options, ["person", "time", "event", .. properties ?? []], ["event_id"], c => AnalysisParsers.Event(c, properties ?? []), cancellationToken);

    /// <summary>Reads the visitors of an experiment: <c>variant</c>, <c>orders</c>, <c>revenue</c>; <c>visitor</c>, <c>prior_revenue</c> and <c>segment</c> where known.</summary>
    /// <param name="path">The file, plain or gzip.</param>
    /// <param name="options">How it is written.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>Accepted and rejected rows.</returns>
    /// <exception cref="EcomOpsException">The file cannot be used; see the remarks.</exception>
    public static Task<TableRows<VisitorRow>> VisitorsAsync(string path, TableOptions options, CancellationToken cancellationToken = default) =>
        TableReading.ReadAsync(path, options, ["variant", "orders", "revenue"], ["visitor", "prior_revenue", "segment"], AnalysisParsers.Visitor, cancellationToken);

    /// <summary>Reads weekly sales of products: <c>sku</c>, <c>date</c>, <c>units</c>, <c>price</c>, <c>unit_cost</c>.</summary>
    /// <param name="path">The file, plain or gzip.</param>
    /// <param name="options">How it is written.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>Accepted and rejected rows.</returns>
    /// <exception cref="EcomOpsException">The file cannot be used; see the remarks.</exception>
    public static Task<TableRows<WeeklySalesRow>> WeeklySalesAsync(string path, TableOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return TableReading.ReadAsync(path, options, ["sku", "date", "units", "price", "unit_cost"], [], c => AnalysisParsers.WeeklySales(c, options.Currency), cancellationToken);
    }

    /// <summary>Reads promotions: <c>id</c>, <c>sku</c>, <c>from</c>, <c>weeks</c>, <c>discount</c> (share of the price), and <c>fixed_cost</c> where there is one.</summary>
    /// <param name="path">The file, plain or gzip.</param>
    /// <param name="options">How it is written.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <returns>Accepted and rejected rows.</returns>
    /// <exception cref="EcomOpsException">The file cannot be used; see the remarks.</exception>
    public static Task<TableRows<PromotionEventRow>> PromotionEventsAsync(string path, TableOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return TableReading.ReadAsync(path, options, ["id", "sku", "from", "weeks", "discount"], ["fixed_cost"], c => AnalysisParsers.Promotion(c, options.Currency), cancellationToken);
    }
}
