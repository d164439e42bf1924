using System.Globalization;
using System.Text;
using System.Text.Json;

namespace EcomOps.Cli.Tests.Commands.Analytics;

public sealed class RecommendMarginTests : IDisposable
{
    private readonly ToolFolder _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void With_a_cost_the_lists_are_judged_by_margin_too()
    {
        // Every item leaves 60 % of its price, so the share of margin found is that of sales found.
        (int code, string output, string error) = _tool.Run("recommend", _tool.Write("orders.csv", Orders(price => price * 0.4m)), "--count", "3", "--json");
        Assert.Equal((0, string.Empty), (code, error));
        foreach (JsonElement model in JsonDocument.Parse(output).RootElement.EnumerateArray())
        {
            Assert.Equal(model.GetProperty("revenueRecall").GetDouble(), model.GetProperty("marginRecall").GetDouble(), 9);
            Assert.Equal(0.6, model.GetProperty("marginShare").GetDouble(), 9);
            Assert.InRange(model.GetProperty("averageMargin").GetDecimal(), 6m, 18m);
        }
    }

    [Fact]
    public void Without_a_cost_no_margin_is_shown_and_the_table_says_how_to_give_one()
    {
        string path = _tool.Write("orders.csv", Orders(_ => null));
        Assert.DoesNotContain("margin", _tool.Run("recommend", path, "--json").Output, StringComparison.OrdinalIgnoreCase);
        string text = _tool.Run("recommend", path).Output;
        Assert.Contains("No cost is known, so margin is not judged; map unit_cost or unit_margin", text, StringComparison.Ordinal);
        Assert.DoesNotContain("margin each", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Items_without_a_cost_are_counted_and_no_margin_is_made_up_for_them()
    {
        string text = _tool.Run("recommend", _tool.Write("orders.csv", Orders(price => price == 10 ? null : price - 1)), "--count", "3").Output;
        Assert.Contains("The cost of 10 of 11 items is known", text, StringComparison.Ordinal);

        // Every other item leaves 1.
        Assert.Contains("         1.00  ", text, StringComparison.Ordinal);
    }

    // Prices 10, 12, ... 30; every customer buys eight of eleven items, one a day.
    private static string Orders(Func<decimal, decimal?> cost)
    {
        var random = new Random(4);
        StringBuilder text = new("customer_id,date,sku,quantity,unit_price,unit_cost\n");
        for (int c = 0; c < 60; c++)
        {
            foreach ((int item, int day) in Enumerable.Range(0, 11).OrderBy(_ => random.Next()).Take(8).Select((i, d) => (i, d)))
            {
                decimal price = 10 + (2 * item);
                text.Append(CultureInfo.InvariantCulture, $"c{c},2026-01-{1 + day:00},item{item:00},2,{price},{cost(price)}\n");
            }
        }

        return text.ToString();
    }
}
