using System.IO.Compression;
using System.Text;
using EcomOps.Core;
using EcomOps.Formats.Planning;
using EcomOps.Formats.Tables;
using EcomOps.Inventory.Purchasing;
using NodaTime;

namespace EcomOps.Formats.Tests.Planning;

public sealed class PlanningFilesTests : IDisposable
{
    private static readonly TableOptions Plain = new();

    private readonly string _folder = Directory.CreateTempSubdirectory("planning-files").FullName;

    [Fact]
    public async Task Sales_are_read_with_or_without_a_time_in_any_order_of_columns()
    {
        TableRows<SalesRow> table = await PlanningFiles.SalesAsync(Write("Date,Quantity,Note,SKU,Location\n2026-11-24,3,x, A-1 ,AMS\n2026-11-24 10:15:00,-2.0,\"a, b\",A-1,\n2026-11-24T10:15:00Z,1,,B,\n"), Plain);
        Assert.Empty(table.Rejected);
        Assert.Equal(
            [new SalesRow(2, "A-1", "AMS", new LocalDate(2026, 11, 24), 3), new SalesRow(3, "A-1", "", new LocalDate(2026, 11, 24), -2), new SalesRow(4, "B", "", new LocalDate(2026, 11, 24), 1)],
            table.Rows);
    }

    [Fact]
    public async Task A_rejected_row_names_all_its_problems()
    {
        TableRows<SalesRow> table = await PlanningFiles.SalesAsync(Write("sku,date,quantity\n,yesterday,many\nA,2026-11-24,1\n"), Plain);
        Operations.Importing.RejectedRow rejected = Assert.Single(table.Rejected);
        Assert.Equal((2, "missing_sku", ",yesterday,many"), (rejected.Line, rejected.Code, rejected.RawRow));
        Assert.Contains("yesterday", rejected.Remedy, StringComparison.Ordinal);
        Assert.Contains("many", rejected.Remedy, StringComparison.Ordinal);
        Assert.Equal((2, 1), (table.Read, table.Rows.Count));
    }

    [Fact]
    public async Task Supply_holds_terms_costs_and_stock()
    {
        SupplyRow row = Assert.Single((await PlanningFiles.SupplyAsync(
            Write("sku,location,supplier,lead_time_days,lead_time_deviation_days,unit_cost,unit_price,on_hand,back_orders,claimed,on_order,due,minimum,pack,maximum,order_cost,order_days,shelf_life_days,service,unit_weight_kg,unit_volume_l,units_per_pallet\n"
                + "A,AMS,Acme,14,3.5,4.25,9.95,10,1,2,24,2026-12-01,12,6,120,15,mon thursday,90,0.97,0.3,1.5,400\n"),
            Plain with { Currency = Currency.Gbp })).Rows);
        Assert.Equal(("A", "AMS", "Acme", 14.0), (row.Sku.Value, row.Location, row.Supplier.Supplier, row.Supplier.LeadTime.Mean));
        Assert.Equal(3.5, row.Supplier.LeadTime.StandardDeviation, 1e-9);
        Assert.Equal((Money.Gbp(4.25m), Money.Gbp(9.95m), Money.Gbp(15)), (row.UnitCost, row.UnitPrice!.Value, row.Supplier.OrderCost!.Value));
        Assert.Equal((10L, 1L, 2L, 24L, new LocalDate(2026, 12, 1)), (row.OnHand, row.BackOrders, row.Claims, row.OnOrder, row.Due!.Value));
        Assert.Equal((12L, 6L, 120L), (row.Supplier.Constraints.Minimum, row.Supplier.Constraints.Multiple, row.Supplier.Constraints.Maximum!.Value));
        Assert.Equal((90, 0.97), (row.ShelfLifeDays!.Value, row.Service!.Value));
        Assert.Equal(new UnitLoad(Weight.Kilograms(0.3m), 1.5m, 400), row.Load);
        Assert.Equal(new LocalDate(2026, 11, 26), row.Supplier.Calendar.NextOrderDay(new LocalDate(2026, 11, 24)));
    }

    [Theory]
    [InlineData("lead_time_days", "A,,4,", "missing_lead_time_days")]
    [InlineData("lead_time_days", "A,NaN,4,", "bad_lead_time_days")]
    [InlineData("order_days", "A,7,4,someday", "bad_order_days")]
    [InlineData("service", "A,7,4,1", "bad_service")]
    [InlineData("pack", "A,7,4,0", "bad_pack")]
    [InlineData("on_order", "A,7,4,12", "missing_due")]
    public async Task Bad_supply_is_rejected(string column, string row, string code)
    {
        string last = column == "lead_time_days" ? "supplier" : column;
        TableRows<SupplyRow> table = await PlanningFiles.SupplyAsync(Write($"sku,lead_time_days,unit_cost,{last}\n{row}\nB,7,4,\n"), Plain);
        Assert.Equal(code, Assert.Single(table.Rejected).Code);
        Assert.Equal("B", Assert.Single(table.Rows).Sku.Value);
    }

    [Fact]
    public async Task Promotions_open_orders_and_containers_are_read()
    {
        TableRows<PromotionRow> promotions = await PlanningFiles.PromotionsAsync(Write("sku,from,through,uplift,name\n,2026-11-27,2026-11-30,1.8,Black Friday\nA,2026-12-05,2026-12-01,2,\nA,2026-12-05,2026-12-06,0,\n"), Plain);
        PromotionRow all = Assert.Single(promotions.Rows);
        Assert.Equal((null, 1.8, "Black Friday", 4), (all.Sku, all.Promotion.Uplift, all.Promotion.Name, all.Promotion.Days.Length));
        Assert.Equal(["bad_through", "bad_uplift"], promotions.Rejected.Select(r => r.Code));

        OpenOrderRow order = Assert.Single((await PlanningFiles.OpenOrdersAsync(Write("reference,sku,quantity,due\nPO-1,A,12,2026-12-01\n"), Plain)).Rows);
        Assert.Equal(new OpenPurchaseOrder("PO-1", 12, new LocalDate(2026, 12, 1)), order.Order);

        TableRows<ContainerLimit> containers = await PlanningFiles.ContainersAsync(Write("supplier,weight_kg,volume_l,pallets\nAcme,26000,67000,\nAcme,1,,\n"), Plain);
        Assert.Equal(new ContainerLimit("Acme") { Weight = Weight.Kilograms(26000), VolumeInLitres = 67000 }, Assert.Single(containers.Rows));
        Assert.Equal("duplicate_supplier", Assert.Single(containers.Rejected).Code);
    }

    [Fact]
    public async Task Gzip_other_delimiters_decimals_and_encodings_are_read()
    {
        string path = Path.Combine(_folder, "sales.gz");
        await using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.Latin1.GetBytes("Artikel;Tag;Menge\nGRÜN;24.11.2026;1.000\nROT;24.11.2026;2,0\n"));
        }

        TableRows<SalesRow> table = await PlanningFiles.SalesAsync(path, Plain with
        {
            Delimiter = ';',
            DecimalSeparator = ',',
            Encoding = "latin1",
            DatePattern = "dd.MM.uuuu",
            Columns = new Dictionary<string, string> { ["sku"] = "artikel", ["date"] = "Tag", ["quantity"] = "Menge" },
        });

        // A grouped thousand is no number: 1.000 would be one or a thousand, depending on who reads it.
        Assert.Equal("bad_quantity", Assert.Single(table.Rejected).Code);
        Assert.Equal(("ROT", 2L), (table.Rows[0].Sku.Value, table.Rows[0].Units));
    }

    [Theory]
    [InlineData("", "file_empty")]
    [InlineData("sku,date\nA,2026-11-24\n", "columns_missing")]
    [InlineData("sku,date,quantity,SKU\nA,2026-11-24,1,A\n", "columns_repeated")]
    public async Task A_file_that_cannot_be_used_is_refused(string content, string code) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<EcomOpsException>(() => PlanningFiles.SalesAsync(Write(content), Plain))).Code);

    [Fact]
    public async Task A_missing_file_is_named()
    {
        EcomOpsException missing = await Assert.ThrowsAsync<EcomOpsException>(() => PlanningFiles.SalesAsync(Path.Combine(_folder, "none.csv"), Plain));
        Assert.Equal("file_missing", missing.Code);
        Assert.Contains("none.csv", missing.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Write(string content)
    {
        string path = Path.Combine(_folder, "file.csv");
        File.WriteAllText(path, content);
        return path;
    }
}
