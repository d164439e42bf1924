using System.Text.Json;
using EcomOps.Conformance.Tests.Harness;
using EcomOps.Core;
using EcomOps.Formats.Orders;
using EcomOps.Operations.History;
using EcomOps.Operations.Importing;
using EcomOps.Operations.Settings;
using NodaTime;

namespace EcomOps.Conformance.Tests.Operations;

/// <summary>The real order file, read once for all tests, with the reference figures.</summary>
public sealed class OnlineRetail
{
    internal const string Orders = "online-retail/online-retail.csv.gz";
    internal const string Expected = "online-retail/expected.json";

    private readonly Lazy<OrderImport> _import = new(() => OrderFile.ReadAsync(Path.Combine(ConformanceFolders.Data, Orders), Settings).GetAwaiter().GetResult());
    private readonly Lazy<ShopHistory> _history;
    private readonly Lazy<JsonElement> _figures = new(() => JsonDocument.Parse(File.ReadAllText(Path.Combine(ConformanceFolders.Data, Expected))).RootElement);

    public OnlineRetail() => _history = new(() => OrderHistory.Build(Settings, "online-retail.csv.gz", Import.Rows, OrderHistory.Summarise(Settings, Import)));

    internal OrderImport Import => _import.Value;

    internal ShopHistory History => _history.Value;

    internal JsonElement Figures => _figures.Value;

    /// <summary>The columns of the file and the rules R1 to R5 of its README.</summary>
    internal static StoreSettings Settings { get; } = new()
    {
        Name = "Online Retail",
        Currency = Currency.Gbp,
        Zone = DateTimeZoneProviders.Tzdb["Europe/London"],
        Orders = new()
        {
            Columns = new Dictionary<OrderField, string>
            {
                [OrderField.OrderId] = "InvoiceNo",
                [OrderField.Sku] = "StockCode",
                [OrderField.Title] = "Description",
                [OrderField.Quantity] = "Quantity",
                [OrderField.PlacedAt] = "InvoiceDate",
                [OrderField.UnitPrice] = "UnitPrice",
                [OrderField.CustomerId] = "CustomerID",
                [OrderField.Country] = "Country",
            },
        },
        Exclusions =
        [
            new("R1", "cancellation or adjustment", OrderField.OrderId, new StartsWithTest(["C", "A"])),
            new("R2", "quantity not above zero", OrderField.Quantity, new AtMostTest(0)),
            new("R3", "price not above zero", OrderField.UnitPrice, new AtMostTest(0)),
            new("R4", "not a product", OrderField.Sku, new PatternTest("^([0-9]{5}[A-Z]{0,2}|DCGS.*)$", Negated: true)),
            new("R5", "guest", OrderField.CustomerId, new BlankTest(), ExclusionScope.Customers),
        ],
        Returns = new(["C"]),
    };
}
