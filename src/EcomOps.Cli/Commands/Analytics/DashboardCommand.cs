using System.CommandLine;
using EcomOps.Cli.Commands.Rules;
using EcomOps.Core;
using EcomOps.Formats.Orders;
using EcomOps.Formats.Settings;
using EcomOps.Operations.History;
using EcomOps.Operations.Importing;
using EcomOps.Operations.Runs;
using EcomOps.Operations.Settings;
using EcomOps.Reporting;
using NodaTime;

namespace EcomOps.Cli.Commands.Analytics;

internal static class DashboardCommand
{
    private const int ShownRejections = 20;

    public static Command Create()
    {
        Argument<string> orders = new("orders") { Description = "Order lines, CSV or CSV.gz, with the columns order_id, sku, quantity, placed_at, unit_price; title, customer_id, country where known." };
        Option<string?> store = new("--store") { Description = "Settings of the shop (store.yaml): columns, exclusions, spend, targets. Without it the names above hold." };
        Option<string> file = new("--out") { Description = "The page.", DefaultValueFactory = _ => "dashboard.html" };
        Option<string> currency = new("--currency") { Description = "Currency of every amount, without --store.", DefaultValueFactory = _ => "EUR" };
        Option<string> zone = new("--zone") { Description = "IANA zone of the business day, without --store.", DefaultValueFactory = _ => "UTC" };
        Option<bool> strict = new("--strict") { Description = "Exit code 1 when a row was rejected." };
        Option<bool> json = new("--json") { Description = "Print the KPIs as JSON." };
        Command command = new("dashboard", """
            Make one self-contained page: KPIs against prior month, prior year and target, charts, filters. It needs no server and no network.

            Example:
              ecomops analytics dashboard orders.csv --store store.yaml --out dashboard.html

            Exit code: 0 done, 1 rows rejected with --strict, 2 nothing readable.
            """) { orders, store, file, currency, zone, strict, json };
        command.Does((parsed, output, error) =>
        {
            StoreSettings settings = parsed.GetValue(store) is { } path ? Read(path) : Plain(parsed.GetValue(orders)!, parsed.GetValue(currency)!, parsed.GetValue(zone)!);
            OrderImport import = OrderFile.ReadAsync(parsed.GetValue(orders)!, settings).GetAwaiter().GetResult();
            Report(error, import);
            if (import.Rows.Count == 0)
            {
                throw new ToolFailure($"{import.FileName}: no row is readable.");
            }

            ShopHistory history = OrderHistory.Build(settings, import.FileName, import.Rows, OrderHistory.Summarise(settings, import));
            OperationsReport report = OperationsRun.ExecuteAsync(history, settings).GetAwaiter().GetResult();
            if (report.Dashboard.Tiles.All(t => t.MissingBecause is not null))
            {
                error.WriteLine($"{import.FileName}: no calendar month is there in full (days from {history.From:uuuu-MM-dd} to {history.Until.PlusDays(-1):uuuu-MM-dd}), and KPIs are those of a whole month");
            }

            DocumentWriter.WriteAsync(report.Dashboard, parsed.GetValue(file)!).GetAwaiter().GetResult();
            if (parsed.GetValue(json))
            {
                Tool.Json(output, new { File = parsed.GetValue(file), report.Dashboard.Title, Kpis = report.Dashboard.Tiles.Select(t => new { t.Name, t.Value }) });
            }
            else
            {
                output.WriteLine($"{report.Dashboard.Title}: {parsed.GetValue(file)}");
                Tool.Table(output, [.. report.Dashboard.Tiles.Select(t => new[] { t.Name, t.Value })], 1);
            }

            return parsed.GetValue(strict) && import.Rejected.Count > 0 ? Tool.Findings : Tool.Fine;
        });
        return command;
    }

    private static StoreSettings Read(string path) => StoreFile.Read(path) switch
    {
        StoreRead read => read.Settings,
        StoreRefused refused => throw new ToolFailure(refused.Describe()),
        _ => throw new ToolFailure($"{path} cannot be read."),
    };

    private static StoreSettings Plain(string orders, string currency, string zone) => new()
    {
        Name = Path.GetFileName(orders),
        Currency = Currency.TryFromCode(currency, out Currency known) ? known : throw new ToolFailure($"'{currency}' is no ISO 4217 code; write three letters such as EUR."),
        Zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) ?? throw new ToolFailure($"'{zone}' is no IANA zone; write one such as Europe/Amsterdam."),

        // A row with a negative quantity is a return, and no sale of fewer than nothing.
        Exclusions = [new("NEGATIVE", "quantity below 1", OrderField.Quantity, new AtMostTest(0))],
    };

    private static void Report(TextWriter error, OrderImport import)
    {
        if (import.Rejected.Count == 0)
        {
            return;
        }

        error.WriteLine($"{import.FileName}: {Tool.Count(import.Rows.Count + import.Rejected.Count, "row")} read, {Tool.Count(import.Rows.Count)} accepted, {Tool.Count(import.Rejected.Count)} rejected");
        foreach (RejectedRow row in import.Rejected.Take(ShownRejections))
        {
            error.WriteLine($"  line {row.Line}: {row.Remedy} ({row.Code})");
        }
    }
}
