using System.CommandLine;
using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Recommendations;
using EcomOps.Cli.Commands.Files;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Formats.Analytics;
using EcomOps.Formats.Tables;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Cli.Commands.Analytics;

// The orders that most analyses begin with, and the options that they share.
internal sealed class OrdersInput
{
    private readonly Argument<string> _orders = new("orders") { Description = "Orders or order lines (.csv, .csv.gz, .jsonl, .parquet) with the columns date and amount, or quantity and unit_price; customer_id, order_id, sku, channel, category where known. Refunds are negative." };
    private readonly Option<string?> _asOf = new("--as-of") { Description = "Day on which the history ends, such as 2026-11-24. Without it: the day of the last order." };
    private readonly Option<bool> _json = new("--json") { Description = "Print JSON." };

    public TableFileInput Files { get; } = new();

    public void AddTo(Command command)
    {
        command.Add(_orders);
        command.Add(_asOf);
        Files.AddTo(command);
        command.Add(_json);
    }

    public bool IsJson(ParseResult parsed) => parsed.GetValue(_json);

    public TableRows<OrderLineRow> Read(ParseResult parsed, TextWriter error)
    {
        TableRows<OrderLineRow> table = TableFileInput.Readable(AnalyticsFiles.OrdersAsync(parsed.GetValue(_orders)!, Files.Options(parsed)));
        TableFileInput.Report(error, table);
        int repeated = table.Rows.Where(r => r.OrderId is not null).GroupBy(r => (r.OrderId, r.CustomerId, r.Sku, r.At, r.Quantity, r.Amount)).Sum(g => g.Count() - 1);
        if (repeated > 0)
        {
            error.WriteLine($"{table.FileName}: {Tool.Count(repeated, "row")} {(repeated == 1 ? "repeats" : "repeat")} another one of the same order in full and {(repeated == 1 ? "counts" : "count")} again; leave {(repeated == 1 ? "it" : "them")} out if the file was exported twice");
        }

        return table;
    }

    // The same file argument, read as lists of items.
    public TableRows<IReadOnlyList<string>> ReadLines(ParseResult parsed, TextWriter error)
    {
        TableRows<IReadOnlyList<string>> table = TableFileInput.Readable(AnalyticsFiles.BasketsAsync(parsed.GetValue(_orders)!, Files.Options(parsed)));
        TableFileInput.Report(error, table);
        return table;
    }

    // Rows of one order are added up first, so that an order counts once; guests are told and left out of figures about customers.
    public CustomerOrders Customers(ParseResult parsed, TableRows<OrderLineRow> table, TextWriter error, bool dropCancelled = false)
    {
        TableOptions options = Files.Options(parsed);
        int guests = table.Rows.Count(r => r.CustomerId is null);
        if (guests > 0)
        {
            error.WriteLine($"{table.FileName}: {Tool.Count(guests, "row")} without a customer_id left out of figures about customers");
        }

        IEnumerable<CustomerOrder> orders = table.Rows.Where(r => r.CustomerId is not null)
            .GroupBy(r => (r.CustomerId, Order: r.OrderId ?? r.Line.ToString(System.Globalization.CultureInfo.InvariantCulture), IsRefund: r.Amount.Amount < 0))
            .Select(g => new CustomerOrder(g.Key.CustomerId, g.Min(r => r.At), g.Select(r => g.Key.IsRefund ? -r.Amount : r.Amount).Aggregate((x, y) => x + y), g.Key.IsRefund));
        var builder = new CustomerOrdersBuilder(options.Zone, options.Currency) { DropCancelled = dropCancelled };
        foreach (CustomerOrder order in orders)
        {
            builder.Add(order);
        }

        CustomerOrders customers = builder.Build();
        Report(error, table.FileName, customers);
        return customers.OrderCount > 0 ? customers
            : guests < table.Rows.Count ? throw new ToolFailure($"{table.FileName} holds refunds only; add the orders that they belong to.")
            : throw new ToolFailure($"{table.FileName} holds no order with a customer; map customer_id by --columns customer_id=....");
    }

    // One line a kind: a hundred refunds from before the file begins are one thing to know.
    private static void Report(TextWriter error, string file, CustomerOrders customers)
    {
        foreach (IGrouping<string, Core.Issue> kind in customers.Issues.GroupBy(i => i.Code, StringComparer.Ordinal))
        {
            error.WriteLine(kind.Count() == 1 ? $"{file}: {kind.First().Message}" : $"{file}: {Tool.Count(kind.Count())} times, first: {kind.First().Message}");
        }

        if (customers.LeftOut > customers.Issues.Count)
        {
            error.WriteLine($"{file}: {Tool.Count((int)customers.LeftOut)} rows left out in all");
        }
    }

    public LocalDate AsOf(ParseResult parsed, CustomerOrders orders) => parsed.GetValue(_asOf) is not { } text ? orders.LastDay!.Value
        : LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value : throw new ToolFailure($"'{text}' is no day; write 2026-11-24.");

    // Baskets of items: the rows of one order, or what one customer bought on one day where no order is named.
    public IReadOnlyList<IReadOnlyList<string>> Baskets(ParseResult parsed, TableRows<OrderLineRow> table)
    {
        DateTimeZone zone = Files.Options(parsed).Zone;
        IReadOnlyList<string>[] baskets =
        [
            .. table.Rows.Where(r => r.Sku is not null && r.Amount.Amount >= 0)
                .GroupBy(r => r.OrderId ?? $"{r.CustomerId ?? r.Line.ToString(System.Globalization.CultureInfo.InvariantCulture)} {r.At.InZone(zone).Date}", StringComparer.Ordinal)
                .OrderBy(g => g.Min(r => r.At)).Select(g => (IReadOnlyList<string>)[.. g.Select(r => r.Sku!)]),
        ];
        return baskets.Length > 0 ? baskets : table.Rows.Any(r => r.Sku is not null) ? throw new ToolFailure($"{table.FileName} holds refunds only; add the orders that they belong to.") : throw new ToolFailure($"{table.FileName} holds no item; map sku by --columns sku=....");
    }

    public static IEnumerable<ItemPurchase> Purchases(TableRows<OrderLineRow> table) =>
        table.Rows.Where(r => r is { CustomerId: not null, Sku: not null } && r.Amount.Amount >= 0).Select(r => new ItemPurchase(r.CustomerId!, r.Sku!, r.At));
}
