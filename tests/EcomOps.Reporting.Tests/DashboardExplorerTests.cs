using System.Text.Json;
using EcomOps.Operations.Documents;
using EcomOps.Reporting.Html;

namespace EcomOps.Reporting.Tests;

public sealed class DashboardExplorerTests
{
    private static readonly string Page = DashboardPage.Render(Samples.Dashboard with
    {
        Explorer = new("EUR", ["2026-09", "2026-10"], 12,
            [new("net_sales", "Net sales", "Gross sales less discounts & returns.", "money", true), new("conversion_rate", "Conversion rate", "Orders / sessions.", "rate", true)],
            [new("", "Whole shop", [[1234.567m, 2000m], [0.0123456m, null]]), new("Channel", "</script><b>mail", [[10m, -20m], [null, null]])],
            new Dictionary<string, decimal> { ["net_sales"] = 2500m }),
    });

    [Fact]
    public void The_figures_are_valid_data_inside_the_page_and_no_text_of_them_can_end_it()
    {
        const string Open = "id=\"explore-data\">";
        string json = Page[(Page.IndexOf(Open, StringComparison.Ordinal) + Open.Length)..];
        json = json[..json.IndexOf("</script>", StringComparison.Ordinal)];
        JsonElement data = JsonDocument.Parse(json).RootElement;
        Assert.Equal("</script><b>mail", data.GetProperty("views")[1].GetProperty("name").GetString());
        Assert.Equal("[[1234.57,2000],[0.01235,null]]", data.GetProperty("views")[0].GetProperty("x").GetRawText());
        Assert.Equal(2500m, data.GetProperty("metrics")[0].GetProperty("target").GetDecimal());
    }

    [Fact]
    public void Every_filter_has_a_label_and_the_latest_month_stands_first()
    {
        Assert.Contains("<label>Month<select name=\"period\"><option value=\"1\">2026-10</option>", Page, StringComparison.Ordinal);
        Assert.Contains("<optgroup label=\"Channel\">", Page, StringComparison.Ordinal);
        Assert.Contains("role=\"status\" aria-live=\"polite\"", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dashboard_without_filters_has_no_trace_of_them() => Assert.DoesNotContain("explore-data", DashboardPage.Render(Samples.Dashboard), StringComparison.Ordinal);
}
