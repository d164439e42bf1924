using EcomOps.Formats.Orders;
using EcomOps.Formats.Settings;
using EcomOps.Operations.History;
using EcomOps.Operations.Importing;
using EcomOps.Operations.Runs;
using EcomOps.Operations.Settings;
using EcomOps.Operations.Sqlite;
using EcomOps.Operations.State;
using EcomOps.Reporting;
using EcomOps.Snippets.Walking;

namespace EcomOps.Snippets.Packages;

public sealed class OperationsSnippets : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("operations").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task An_order_file_becomes_a_folder_of_artefacts()
    {
        string store = Repository.At("samples", "OperationsRun", "store.yaml");
        string orders = Path.Combine(_folder, "orders.csv");
        await File.WriteAllTextAsync(orders, "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n"
            + "536365,85123A,WHITE HANGING HEART T-LIGHT HOLDER,6,2010-12-01 08:26:00,2.55,17850,United Kingdom\n"
            + "536366,22633,HAND WARMER UNION JACK,6,2010-12-01 08:28:00,1.85,17850,United Kingdom\n");
        string output = Path.Combine(_folder, "out");
        #region Formats
        StoreReading reading = StoreFile.Read(store);                                // settings, or every error with its line
        if (reading is StoreRefused refused)
        {
            throw new InvalidOperationException(refused.Describe());
        }

        StoreSettings settings = ((StoreRead)reading).Settings;
        OrderImport file = await OrderFile.ReadAsync(orders, settings);
        ImportSummary summary = OrderHistory.Summarise(settings, file);              // accepted + rejected = read; excluded by rule
        ShopHistory shop = OrderHistory.Build(settings, file.FileName, file.Rows, summary);
        #endregion
        #region Operations
        OperationsReport report = await OperationsRun.ExecuteAsync(shop, settings);

        using OutputFolder folder = OutputFolder.Open(output);         // EcomOps.Reporting
        await folder.WriteAsync(report);
        folder.Publish();                                              // all files at once; without it the folder stays as it was
        #endregion
        Assert.Equal(2, summary.Sales);
        Assert.True(File.Exists(Path.Combine(output, "09-operations-report.md")));

        string database = Path.Combine(_folder, "state.db");
        CancellationToken cancellationToken = default;
        #region OperationsSqlite
        await using SqliteShopState state = await SqliteShopState.OpenAsync(database);
        ImportReceipt receipt = await state.ImportAsync(file, cancellationToken);    // the same file again: Added = 0
        IReadOnlyList<OrderRow> rows = await state.LoadRowsAsync(cancellationToken);
        #endregion
        Assert.Equal(2, receipt.Added);
        Assert.Equal(2, rows.Count);
    }
}
