using System.Globalization;
using System.Text.Json;
using EcomOps.Conformance.Tests.Harness;
using EcomOps.Core;
using EcomOps.Operations.History;
using EcomOps.Operations.Importing;
using EcomOps.Operations.Settings;
using NodaTime;

namespace EcomOps.Conformance.Tests.Operations;

/// <summary>Import, exclusion rules and sales of the real shop against the figures that the data set's README defines.</summary>
public sealed class OnlineRetailImportTests(OnlineRetail shop) : IClassFixture<OnlineRetail>
{
    private JsonElement Dirt => shop.Figures.GetProperty("raw").GetProperty("dirt");

    [DataFact(OnlineRetail.Orders, OnlineRetail.Expected)]
    public void Every_row_is_read_and_the_raw_figures_agree()
    {
        JsonElement raw = shop.Figures.GetProperty("raw");
        IReadOnlyList<OrderRow> rows = shop.Import.Rows;
        Assert.Empty(shop.Import.Rejected);
        Assert.Equal(shop.Figures.GetProperty("data").GetProperty("csv_sha256").GetString(), shop.Import.ContentHash);
        Assert.Equal(raw.GetProperty("rows").GetInt64(), shop.Import.Read);
        Assert.Equal(raw.GetProperty("invoices").GetInt32(), rows.Select(r => r.OrderId).Distinct().Count());
        Assert.Equal(raw.GetProperty("cancellation_invoices").GetInt32(), rows.Select(r => r.OrderId).Where(id => id.StartsWith('C')).Distinct().Count());
        Assert.Equal(raw.GetProperty("adjustment_invoices").GetInt32(), rows.Select(r => r.OrderId).Where(id => id.StartsWith('A')).Distinct().Count());
        Assert.Equal(raw.GetProperty("stock_codes_as_written").GetInt32(), rows.Select(r => r.StockCode).Distinct().Count());
        Assert.Equal(raw.GetProperty("stock_codes_upper").GetInt32(), rows.Select(r => r.StockCode.ToUpperInvariant()).Distinct().Count());
        Assert.Equal(raw.GetProperty("customers_non_blank").GetInt32(), rows.Select(r => r.CustomerId).OfType<string>().Distinct().Count());
        Assert.Equal(raw.GetProperty("countries").GetInt32(), rows.Select(r => r.Country).OfType<string>().Distinct().Count());
        Assert.Equal(raw.GetProperty("days_with_rows").GetInt32(), rows.Select(r => r.PlacedAt.Date).Distinct().Count());
        Assert.Equal(raw.GetProperty("first_timestamp").GetString(), Text(rows.Min(r => r.PlacedAt)));
        Assert.Equal(raw.GetProperty("last_timestamp").GetString(), Text(rows.Max(r => r.PlacedAt)));
        Assert.Equal(raw.GetProperty("sum_quantity").GetInt64(), rows.Sum(r => r.Quantity));
        Assert.Equal(Exact(raw, "sum_quantity_x_price_exact"), rows.Sum(r => r.Quantity * r.UnitPrice));
    }

    [DataFact(OnlineRetail.Orders, OnlineRetail.Expected)]
    public void The_dirt_of_the_file_is_taken_in_as_it_is()
    {
        IReadOnlyList<OrderRow> rows = shop.Import.Rows;
        Assert.Equal(Dirt.GetProperty("blank_customer_rows").GetInt32(), rows.Count(r => r.CustomerId is null));
        Assert.Equal(Dirt.GetProperty("negative_quantity_rows").GetInt32(), rows.Count(r => r.Quantity < 0));
        Assert.Equal(Dirt.GetProperty("cancellation_rows").GetInt32(), rows.Count(r => r.OrderId.StartsWith('C')));
        Assert.Equal(Dirt.GetProperty("zero_price_rows").GetInt32(), rows.Count(r => r.UnitPrice == 0));
        Assert.Equal(Dirt.GetProperty("negative_price_rows").GetInt32(), rows.Count(r => r.UnitPrice < 0));
        Assert.Equal(Dirt.GetProperty("blank_description_rows").GetInt32(), rows.Count(r => r.Title is null));
        Assert.Equal(Dirt.GetProperty("exact_duplicate_rows_beyond_first").GetInt32(), rows.Count - rows.Select(r => r with { Line = 0 }).Distinct().Count());
        Dictionary<string, int> services = rows.Where(r => !System.Text.RegularExpressions.Regex.IsMatch(r.StockCode.ToUpperInvariant(), "^([0-9]{5}[A-Z]{0,2}|DCGS.*)$"))
            .GroupBy(r => r.StockCode).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(Dirt.GetProperty("non_product_rows_by_code").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetInt32()), services);
    }

    [DataFact(OnlineRetail.Orders, OnlineRetail.Expected)]
    public void Each_rule_leaves_out_as_many_rows_as_the_reference()
    {
        long left = shop.History.Import.Accepted;
        List<long> funnel = [left];
        foreach (ExcludedRows rule in shop.History.Import.Excluded)
        {
            funnel.Add(left -= rule.Rows);
        }

        Assert.Equal(shop.Figures.GetProperty("funnel").EnumerateArray().Select(step => step.GetProperty("rows_left").GetInt64()), funnel);
        Assert.Equal(["R1", "R2", "R3", "R4", "R5"], shop.History.Import.Excluded.Select(rule => rule.Rule));
        Assert.Equal(ExclusionScope.Customers, shop.History.Import.Excluded[4].Scope);
    }

    [DataFact(OnlineRetail.Orders, OnlineRetail.Expected)]
    public void Product_sales_agree() => AgreeOnSales("product_sales", "product", shop.History.Orders, shop.History.Returns);

    [DataFact(OnlineRetail.Orders, OnlineRetail.Expected)]
    public void Customer_sales_agree() =>
        AgreeOnSales("customer_sales", "customer", [.. shop.History.Orders.Where(o => o.CustomerId is not null)], [.. shop.History.Returns.Where(r => r.CustomerId is not null)]);

    [DataFact(OnlineRetail.Orders, OnlineRetail.Expected)]
    public void The_top_ten_by_revenue_and_by_units_agree()
    {
        var products = shop.History.Products.ToDictionary(p => p.Sku, p => p.Title);
        var items = shop.History.Orders.SelectMany(o => o.Lines.Select(line => (o.Id, Line: line)))
            .GroupBy(x => x.Line.Sku)
            .Select(g => (Code: g.Key.Value, Title: products[g.Key], Units: g.Sum(x => x.Line.Quantity), Revenue: g.Sum(x => x.Line.Value.Amount), Orders: g.Select(x => x.Id).Distinct().Count()))
            .ToList();
        Assert.Equal(Top("top10_by_revenue"), items.OrderByDescending(i => i.Revenue).ThenBy(i => i.Code, StringComparer.Ordinal).Take(10));
        Assert.Equal(Top("top10_by_units"), items.OrderByDescending(i => i.Units).ThenBy(i => i.Code, StringComparer.Ordinal).Take(10));
    }

    private IEnumerable<(string, string, long, decimal, int)> Top(string list) => shop.Figures.GetProperty(list).EnumerateArray().Select(item => (
        item.GetProperty("stock_code").GetString()!,
        item.GetProperty("description").GetString()!,
        item.GetProperty("units").GetInt64(),
        item.GetProperty("revenue").GetDecimal(),
        item.GetProperty("orders").GetInt32()));

    private void AgreeOnSales(string sales, string returns, IReadOnlyList<ShopOrder> orders, IReadOnlyList<ReturnedLine> returned)
    {
        JsonElement expected = shop.Figures.GetProperty(sales);
        List<ShopOrderLine> lines = [.. orders.SelectMany(o => o.Lines)];
        decimal revenue = lines.Sum(l => l.Value.Amount);
        Assert.Equal(expected.GetProperty("lines").GetInt32(), lines.Count);
        Assert.Equal(expected.GetProperty("orders").GetInt32(), orders.Count);
        Assert.Equal(expected.GetProperty("customers").GetInt32(), orders.Select(o => o.CustomerId).OfType<string>().Distinct().Count());
        Assert.Equal(expected.GetProperty("products").GetInt32(), lines.Select(l => l.Sku).Distinct().Count());
        Assert.Equal(expected.GetProperty("units").GetInt64(), lines.Sum(l => l.Quantity));
        Assert.Equal(Exact(expected, "revenue_exact"), revenue);
        Assert.Equal(expected.GetProperty("aov").GetDecimal(), decimal.Round(revenue / orders.Count, 4));

        JsonElement back = shop.Figures.GetProperty("returns").GetProperty(returns);
        decimal value = returned.Sum(r => r.Value.Amount);
        Assert.Equal(back.GetProperty("lines").GetInt32(), returned.Count);
        Assert.Equal(back.GetProperty("return_invoices").GetInt32(), returned.Select(r => r.ReturnId).Distinct().Count());
        Assert.Equal(back.GetProperty("units").GetInt64(), returned.Sum(r => r.Quantity));
        Assert.Equal(back.GetProperty("customers").GetInt32(), returned.Select(r => r.CustomerId).OfType<string>().Distinct().Count());
        Assert.Equal(back.GetProperty("value").GetDecimal(), value);
        Assert.Equal(back.GetProperty("net_revenue").GetDecimal(), revenue - value);
        Assert.Equal(back.GetProperty("value_rate").GetDecimal(), decimal.Round(value / revenue, 6));
        Assert.Equal(back.GetProperty("unit_rate").GetDecimal(), decimal.Round((decimal)returned.Sum(r => r.Quantity) / lines.Sum(l => l.Quantity), 6));
        Assert.Equal(back.GetProperty("invoice_rate").GetDecimal(), decimal.Round((decimal)returned.Select(r => r.ReturnId).Distinct().Count() / orders.Count, 6));

        Assert.Equal(
            shop.Figures.GetProperty("monthly").GetProperty(sales).EnumerateArray().Select(month => (
                month.GetProperty("month").GetString()!,
                month.GetProperty("orders").GetInt32(),
                month.GetProperty("customers").GetInt32(),
                month.GetProperty("units").GetInt64(),
                month.GetProperty("revenue").GetDecimal(),
                month.GetProperty("returns_value").GetDecimal())),
            Months(orders, returned));
    }

    private IEnumerable<(string, int, int, long, decimal, decimal)> Months(IReadOnlyList<ShopOrder> orders, IReadOnlyList<ReturnedLine> returned)
    {
        ILookup<string, decimal> back = returned.ToLookup(r => Month(r.At), r => r.Value.Amount);
        return orders.SelectMany(o => o.Lines.Select(line => (Order: o, Line: line)))
            .GroupBy(x => Month(x.Line.At))
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => (
                g.Key,
                g.Select(x => x.Order.Id).Distinct().Count(),
                g.Select(x => x.Order.CustomerId).OfType<string>().Distinct().Count(),
                g.Sum(x => x.Line.Quantity),
                g.Sum(x => x.Line.Value.Amount),
                back[g.Key].Sum()));
    }

    private string Month(Instant at) => at.InZone(shop.History.Zone).Date.ToString("uuuu-MM", CultureInfo.InvariantCulture);

    private static string Text(LocalDateTime time) => time.ToString("uuuu-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static decimal Exact(JsonElement element, string name) => decimal.Parse(element.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
}
