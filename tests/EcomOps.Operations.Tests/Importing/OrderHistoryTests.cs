using EcomOps.Core;
using EcomOps.Operations.History;
using EcomOps.Operations.Importing;
using EcomOps.Operations.Settings;
using NodaTime;

namespace EcomOps.Operations.Tests.Importing;

public sealed class OrderHistoryTests
{
    private static readonly StoreSettings Settings = new()
    {
        Name = "Shop",
        Currency = Currency.Gbp,
        Zone = DateTimeZoneProviders.Tzdb["Europe/London"],
        Countries = [new("EIRE", "IE")],
        Exclusions =
        [
            new("GUEST", "guest", OrderField.CustomerId, new BlankTest(), ExclusionScope.Customers),
            new("CANCELLED", "cancellation", OrderField.OrderId, new StartsWithTest(["C"])),
            new("FREE", "no price", OrderField.UnitPrice, new AtMostTest(0)),
            new("NEGATIVE", "no quantity", OrderField.Quantity, new AtMostTest(0)),
            new("POST", "postage", OrderField.Sku, new PatternTest("^POST$", Negated: false)),
        ],
        Returns = new(["C"]),
    };

    private long _line = 1;

    [Fact]
    public void Rules_on_sales_come_before_rules_on_customers_and_a_row_counts_once()
    {
        OrderRow[] rows = [Row("1"), Row("C2") with { CustomerId = null, Quantity = -1 }, Row("3") with { CustomerId = null }, Row("4") with { StockCode = "post" }];
        ImportSummary summary = OrderHistory.Summarise(Settings, new("a", "h", rows, [new(9, "bad_date", "", "")]), 2);
        Assert.Equal([("CANCELLED", 1L), ("FREE", 0), ("NEGATIVE", 0), ("POST", 1), ("GUEST", 1)], summary.Excluded.Select(rule => (rule.Rule, rule.Rows)));
        Assert.Equal((5L, 4L, 1L, 2L, 2L, 1L), (summary.Read, summary.Accepted, summary.Rejected, summary.AlreadyKnown, summary.Sales, summary.CustomerSales));
        Assert.Equal(summary.Read, summary.Accepted + summary.Rejected);
    }

    [Fact]
    public void A_row_left_out_of_customer_figures_is_the_sale_to_a_guest()
    {
        ShopHistory history = Build(Row("1") with { CustomerId = null }, Row("2"));
        Assert.Equal([null, "C1"], history.Orders.Select(o => o.CustomerId));
        Assert.Equal(["C1"], history.Customers.Select(c => c.Id));
    }

    [Fact]
    public void Returns_need_a_return_number_a_negative_quantity_a_price_and_a_product()
    {
        ShopHistory history = Build(
            Row("1"),
            Row("C2") with { Quantity = -3, UnitPrice = 2.5m },
            Row("3") with { Quantity = -3 },
            Row("C4") with { Quantity = -3, UnitPrice = 0 },
            Row("C5") with { Quantity = -3, StockCode = "POST" });
        ReturnedLine line = Assert.Single(history.Returns);
        Assert.Equal(("C2", 3L, Money.Gbp(7.5m)), (line.ReturnId, line.Quantity, line.Value));
        Assert.Null(line.OrderId);
    }

    [Fact]
    public void Without_return_numbers_every_negative_quantity_is_a_return()
    {
        StoreSettings settings = Settings with { Returns = new([]) };
        OrderRow[] rows = [Row("1"), Row("1") with { Quantity = -1 }];
        Assert.Single(OrderHistory.Build(settings, "a", rows, OrderHistory.Summarise(settings, new("a", "h", rows, []))).Returns);
    }

    [Fact]
    public void Codes_in_both_cases_are_one_item_named_by_its_most_frequent_title_and_priced_as_last_sold()
    {
        ShopHistory history = Build(
            Row("1") with { StockCode = "85123a", Title = "HEART", UnitPrice = 3m },
            Row("2") with { StockCode = "85123A", Title = "BIRD", UnitPrice = 5m, PlacedAt = new(2026, 1, 3, 0, 0) },
            Row("3") with { StockCode = "85123A", Title = "HEART", UnitPrice = 4m },
            Row("4") with { StockCode = "X", Title = "B" },
            Row("5") with { StockCode = "X", Title = "A" },
            Row("6") with { StockCode = "Y", Title = null });
        Assert.Equal([("85123A", "HEART", 5m), ("X", "A", 1m), ("Y", "Y", 1m)], history.Products.Select(p => (p.Sku.Value, p.Title, p.Price.Amount)));
    }

    [Fact]
    public void Lines_of_an_order_stay_together_and_equal_lines_all_count()
    {
        OrderRow row = Row("1");
        ShopHistory history = Build(row, Row("0") with { PlacedAt = row.PlacedAt }, row, row with { PlacedAt = row.PlacedAt.PlusHours(2) });
        Assert.Equal([("0", 1), ("1", 3)], history.Orders.Select(o => (o.Id, o.Lines.Count)));
        Assert.Equal(history.Orders[1].Lines[0].At, history.Orders[1].PlacedAt);
    }

    [Fact]
    public void Local_times_are_those_of_the_zone_also_where_the_clock_is_moved()
    {
        ShopHistory history = Build(
            Row("1") with { PlacedAt = new(2026, 7, 1, 0, 30) },
            Row("2") with { PlacedAt = new(2026, 3, 29, 1, 30) },
            Row("3") with { PlacedAt = new(2026, 10, 25, 1, 30) });
        Dictionary<string, Instant> at = history.Orders.ToDictionary(o => o.Id, o => o.PlacedAt);
        Assert.Equal(Instant.FromUtc(2026, 6, 30, 23, 30), at["1"]);
        Assert.Equal(Instant.FromUtc(2026, 3, 29, 1, 30), at["2"]);
        Assert.Equal(Instant.FromUtc(2026, 10, 25, 0, 30), at["3"]);
        Assert.Equal((new LocalDate(2026, 3, 29), new LocalDate(2026, 10, 26)), (history.From, history.Until));
    }

    [Fact]
    public void Countries_without_a_code_and_everything_a_file_lacks_are_named_as_gaps()
    {
        ShopHistory history = Build(Row("1") with { Country = "EIRE" }, Row("2") with { Country = "Unspecified" }, Row("3") with { Country = "fr" });
        Assert.Equal(["IE", null, "FR"], history.Orders.Select(o => o.Country?.Value));
        Assert.Contains("Unspecified", history.Gaps.Single(g => g.Subject == "Countries").Consequence, StringComparison.Ordinal);
        Assert.Superset(new HashSet<string> { "Costs", "Sites", "Suppliers", "Receipts", "Sessions", "Spend", "PaymentAttempts", "Shipments" }, history.Gaps.Select(g => g.Subject).ToHashSet());
    }

    [Fact]
    public void A_stated_cost_share_gives_costs_and_is_named_as_an_assumption()
    {
        StoreSettings settings = Settings with { Supply = new() { CostShareOfPrice = 0.6m, StockCoverWeeks = 5 } };
        OrderRow[] rows = [Row("1") with { UnitPrice = 2.55m }];
        ShopHistory history = OrderHistory.Build(settings, "a", rows, OrderHistory.Summarise(settings, new("a", "h", rows, [])));
        Assert.Equal(Money.Gbp(1.53m), history.Products.Single().UnitCost);
        Assert.DoesNotContain(history.Gaps, gap => gap.Subject == "Costs");
        Assert.Equal(["supply.costShareOfPrice", "supply.stockCoverWeeks", "supply"], history.Assumptions.Select(a => a.Setting));
        Assert.Contains("60.0 %", history.Assumptions[0].Statement, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_without_any_sale_are_refused() =>
        Assert.Equal("no_sales", Assert.Throws<EcomOpsException>(() => Build(Row("C1"))).Code);

    private static ShopHistory Build(params OrderRow[] rows) => OrderHistory.Build(Settings, "a.csv", rows, OrderHistory.Summarise(Settings, new("a.csv", "h", rows, [])));

    private OrderRow Row(string order) => new(++_line, order, "A-1", 1, new LocalDateTime(2026, 1, 2, 10, 0), 1m) { Title = "Cup", CustomerId = "C1" };
}
