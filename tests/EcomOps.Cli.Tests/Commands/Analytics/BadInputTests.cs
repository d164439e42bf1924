using System.Globalization;
using System.Text.Json;

namespace EcomOps.Cli.Tests.Commands.Analytics;

public sealed class BadInputTests : IDisposable
{
    private const string Header = "order_id,customer_id,date,sku,amount\n";
    private const string Refunds = Header + "1,a,2026-01-05,S,-20\n2,b,2026-01-09,S,-20\n";
    private const string Equal = Header + "1,a,2026-01-05,S,20\n2,b,2026-01-05,S,20\n3,c,2026-01-05,S,20\n";
    private readonly ToolFolder _tool = new();

    public void Dispose() => _tool.Dispose();

    [Theory]
    [InlineData("rfm")]
    [InlineData("ltv")]
    [InlineData("cohorts")]
    [InlineData("basket")]
    [InlineData("recommend")]
    public void Files_with_nothing_to_work_on_say_what_is_wrong_and_what_to_do(string verb)
    {
        Fails(verb, "", "orders.csv holds no header line; name a file with a header and rows.");
        Fails(verb, Header, "orders.csv holds a header and no row; name a file with rows.");
        Fails(verb, "customer_id,amount\na,20\n", "lacks date");
        Fails(verb, Header + "1,a,05/01/2026,S,20\n", "the only row is not readable. Line 2: date '05/01/2026'");
        Fails(verb, Refunds, "orders.csv holds refunds only; add the orders that they belong to.");
        (int code, string output, string error) = _tool.Run(verb, _tool.At("nowhere.csv"));
        Assert.Equal((2, string.Empty), (code, output));
        Assert.Contains("nowhere.csv does not exist", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rfm", 0)]
    [InlineData("cohorts", 0)]
    [InlineData("basket", 0)]
    [InlineData("ltv", 2)]
    [InlineData("recommend", 2)]
    public void One_customer_and_customers_who_do_not_differ_give_figures_or_a_reason_and_never_NaN(string verb, int expected)
    {
        foreach (string content in (string[])[Equal, Header + "1,a,2026-01-05,S,20\n", Header + "1,a,2026-01-05,S,0\n"])
        {
            foreach (string[] format in (string[][])[[], ["--json"]])
            {
                (int code, string output, string error) = _tool.Run([verb, _tool.Write("orders.csv", content), .. format]);
                Assert.Equal(expected, code);
                Assert.Equal(expected == 0, output.Length > 0);
                Assert.Equal(expected == 0, error.Length == 0);
                Assert.DoesNotContain("NaN", output, StringComparison.Ordinal);
                Assert.DoesNotContain("1 customers", output, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Amounts_of_two_currencies_are_not_added()
    {
        string path = _tool.Write("orders.csv", "customer_id,date,amount,currency\na,2026-01-05,20,EUR\nb,2026-01-06,30,USD\n");
        (int code, string output, string error) = _tool.Run("rfm", path);
        Assert.Equal(0, code);
        Assert.StartsWith("1 customer as of 2026-01-05", output, StringComparison.Ordinal);
        Assert.Contains("line 3: The row is in 'USD', and the file is read in EUR", error, StringComparison.Ordinal);
        Assert.Equal(1, _tool.Run("rfm", path, "--strict").Code);
    }

    [Fact]
    public void Rows_that_repeat_are_counted_and_named()
    {
        (int code, string output, string error) = _tool.Run("rfm", _tool.Write("orders.csv", Header + "1,a,2026-01-05,S,20\n1,a,2026-01-05,S,20\n"));
        Assert.Equal(0, code);
        Assert.Contains("40.00", output, StringComparison.Ordinal);
        Assert.Contains("1 row repeats another one of the same order in full and counts again", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_bought_together_is_said()
    {
        Assert.Contains("No items are bought together often enough", _tool.Run("basket", _tool.Write("orders.csv", Equal)).Output, StringComparison.Ordinal);
        Assert.Contains("No customer bought four different items", _tool.Run("recommend", _tool.At("orders.csv")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_that_no_event_bears_are_named_with_those_that_there_are()
    {
        string path = _tool.Write("events.csv", "person,time,event\na,2026-01-05T10:00:00Z,view\na,2026-01-05T10:01:00Z,buy\n");
        (int code, string output, string error) = _tool.Run("funnel", path, "--steps", "view,purchase");
        Assert.Equal(0, code);
        Assert.Contains("no event is named purchase; it has buy, view", error, StringComparison.Ordinal);
        Assert.Contains("1 person.", output, StringComparison.Ordinal);
        (code, output, error) = _tool.Run("funnel", path);
        Assert.Equal((2, string.Empty), (code, output));
        Assert.Contains("has none of the events view_item, add_to_cart, begin_checkout, purchase; it has buy, view", error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_experiment_without_spread_has_no_chance_to_win()
    {
        string rows = string.Concat(Enumerable.Range(0, 40).Select(i => string.Create(CultureInfo.InvariantCulture, $"{(i % 2 == 0 ? "control" : "new")},1,10\n")));
        (int code, string output, _) = _tool.Run("abtest", _tool.Write("visitors.csv", "variant,orders,revenue\n" + rows));
        Assert.Equal(0, code);
        Assert.Contains("chance that new is better: not known", output, StringComparison.Ordinal);
        Assert.DoesNotContain("50 %", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fifth_off_at_a_margin_of_three_fifths_needs_half_as_many_units_again()
    {
        // Discount 0.2 over margin 0.6 less 0.2 is 0.5.
        string weeks = _tool.Write("weeks.csv", "sku,date,units,price,unit_cost\nA,2026-01-05,5,10,4\n"), promotions = _tool.Write("promotions.csv", "id,sku,from,weeks,discount\np1,A,2026-01-05,1,0.2\n");
        (int code, string output, _) = _tool.Run("promo", weeks, promotions);
        Assert.Equal(0, code);
        Assert.Contains("it needed 50 % more units to break even", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dashboard_of_returns_only_is_refused_and_one_without_a_whole_month_says_why_it_has_no_figures()
    {
        const string Columns = "order_id,sku,quantity,placed_at,unit_price,title,customer_id,country\n";
        (int code, string output, string error) = _tool.Run("dashboard", _tool.Write("orders.csv", Columns + "1,A,-1,2026-01-05 10:00:00,5,Cup,a,DE\n"), "--out", _tool.At("page.html"));
        Assert.Equal((2, string.Empty), (code, output));
        Assert.Contains("orders.csv holds no row that counts as a sale", error, StringComparison.Ordinal);
        (code, _, error) = _tool.Run("dashboard", _tool.Write("orders.csv", Columns + "1,A,1,2026-01-05 10:00:00,5,Cup,a,DE\n"), "--out", _tool.At("page.html"));
        Assert.Equal(0, code);
        Assert.Contains("no calendar month is there in full (days from 2026-01-05 to 2026-01-05)", error, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", File.ReadAllText(_tool.At("page.html")).Replace("isNaN", string.Empty, StringComparison.Ordinal).Replace("Number.NaN", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_negative_quantity_is_a_return_on_the_dashboard_and_no_negative_sale()
    {
        const string Rows = "order_id,sku,quantity,placed_at,unit_price,title,customer_id,country\n1,A,4,2026-01-01 10:00:00,5,Cup,a,DE\n2,A,2,2026-01-31 10:00:00,5,Cup,b,DE\n3,A,-1,2026-01-20 10:00:00,5,Cup,a,DE\n";
        (int code, string output, _) = _tool.Run("dashboard", _tool.Write("orders.csv", Rows), "--out", _tool.At("page.html"));
        Assert.Equal(0, code);

        // Sold for 20 and 10, 5 sent back: 25 net, a sixth returned, two orders.
        Assert.Matches(@"Net sales +25\.00 EUR", output);
        Assert.Matches(@"Orders +2\r?\n", output);
        Assert.Matches(@"Return rate \(value\) +16\.7 %", output);
    }

    private void Fails(string verb, string content, string message)
    {
        (int code, string output, string error) = _tool.Run(verb, _tool.Write("orders.csv", content));
        Assert.Equal((2, string.Empty), (code, output));
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Baskets_without_a_header_are_read_line_by_line_and_a_broken_line_is_named()
    {
        string path = _tool.Write("baskets.csv", "tea,milk\n\ntea, milk ,,\n\"tea\nbread\n");

        (int code, string output, string error) = _tool.Run("basket", path, "--lines", "--support", "0.5", "--json");

        Assert.Equal(0, code);
        JsonElement root = JsonDocument.Parse(output).RootElement;
        Assert.Equal(3, root.GetProperty("baskets").GetInt32());
        Assert.Equal(3, root.GetProperty("items").GetInt32());
        Assert.Equal(2, root.GetProperty("rules").EnumerateArray().Single(r => r.GetProperty("consequent").GetString() == "milk").GetProperty("count").GetInt32());
        Assert.Contains("4", error, StringComparison.Ordinal);
        Assert.Contains("quote", error, StringComparison.Ordinal);
        Assert.Equal(1, _tool.Run("basket", path, "--lines", "--strict").Code);
        Assert.Equal(2, _tool.Run("basket", _tool.Write("empty.csv", "\n"), "--lines").Code);
    }
}
