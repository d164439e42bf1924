using System.Text.RegularExpressions;
using EcomOps.Operations.Documents;
using EcomOps.Reporting.Html;

namespace EcomOps.Reporting.Tests;

public sealed class DashboardPageTests
{
    private static readonly string Page = DashboardPage.Render(Samples.Dashboard);

    [Fact]
    public void The_page_needs_nothing_from_elsewhere()
    {
        Assert.DoesNotMatch(new Regex("<(link|img|iframe)\\b"), Page);
        Assert.DoesNotMatch(new Regex("(src|href)\\s*=\\s*\"(https?:)?//"), Page);
        Assert.DoesNotContain("@import", Page);
        Assert.DoesNotContain("url(", Page.Replace("url(#arrow)", string.Empty));
    }

    [Fact]
    public void Text_from_data_cannot_become_markup() => Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", Page);

    [Fact]
    public void Every_chart_has_a_name_for_readers_who_do_not_see_it_and_its_figures_as_a_table()
    {
        Assert.Equal(Regex.Count(Page, "<svg "), Regex.Count(Page, "<svg [^>]*aria-label="));
        Assert.Contains("<th scope=\"row\">Begin checkout</th><td class=\"num\">2,300</td>", Page);
    }

    [Fact]
    public void A_change_is_judged_by_whether_higher_is_better_and_not_by_colour_alone()
    {
        Assert.Contains("<li class=\"good\"><span title=\"better\">▲ +4.2 %</span> vs prior period", Page);
        Assert.Contains("<li class=\"bad\"><span title=\"worse\">▲ +8.0 %</span> vs prior period", Page);
        Assert.Contains("n/a</span> vs target", Page);
    }

    [Fact]
    public void A_missing_figure_says_why() => Assert.Contains("No acquisition spend in the data.", Page);

    [Fact]
    public void The_same_dashboard_gives_the_same_bytes() => Assert.Equal(Page, DashboardPage.Render(Samples.Dashboard));

    [Fact]
    public void An_arrow_to_a_box_that_does_not_exist_is_refused() =>
        Assert.Throws<ArgumentException>(() => DiagramSvg.Render(new Diagram("d", "d", [new("L", ["A"])], [new("A", "B")])));

    [Fact]
    public void A_chart_of_zeros_or_of_nothing_still_draws()
    {
        Chart zeros = new("z", "Zeros", ChartKind.Line, ["a", "b"], [new("s", [0, 0])]);
        Chart nothing = new("n", "Nothing", ChartKind.Bar, ["a"], [new("s", [null])]);
        string page = DashboardPage.Render(Samples.Dashboard with { Sections = [new("x", [zeros, nothing])] });
        page = page[..page.IndexOf("<script>", StringComparison.Ordinal)];
        Assert.DoesNotContain("NaN", page);
        Assert.DoesNotContain("∞", page);
    }

    [Fact]
    public void Labels_of_large_values_stay_inside_the_picture()
    {
        Chart chart = new("big", "Revenue", ChartKind.Line, ["Oct", "Nov"], [new Series("Revenue", [1_062_678, 12_432_735])]);
        string page = DashboardPage.Render(new DashboardModel("t", "s", [], [new DashboardSection("x", [chart])]));
        MatchCollection labels = Regex.Matches(page, "<text class=\"tick\" x=\"([0-9.]+)\"[^>]*text-anchor=\"end\">([^<]+)<");
        Assert.NotEmpty(labels);
        Assert.All(labels, label => Assert.True(double.Parse(label.Groups[1].Value) >= 8 * label.Groups[2].Value.Length, label.Value));
    }

    [Fact]
    public void Each_bar_of_a_waterfall_begins_where_the_one_before_ended_and_sums_begin_at_zero()
    {
        Chart chart = new("cm", "Margin", ChartKind.Waterfall, ["Net", "Goods", "CM1", "Ads", "Refund of ads", "CM2"], [new("EUR", [100, -60, 40, -50, 5, -5])]) { Sums = new HashSet<int> { 0, 2, 5 } };
        string page = DashboardPage.Render(new DashboardModel("t", "s", [], [new DashboardSection("x", [chart])]));
        string phone = Regex.Match(page, "<div class=\"narrow\">.*?</svg>", RegexOptions.Singleline).Value;
        (int Colour, double From, double Until)[] bars = [.. Regex.Matches(phone, "<rect class=\"bar s([0-9])\" x=\"([0-9.]+)\"[^>]* width=\"([0-9.]+)\"")
            .Select(m => (int.Parse(m.Groups[1].Value), double.Parse(m.Groups[2].Value), double.Parse(m.Groups[2].Value) + double.Parse(m.Groups[3].Value)))];

        // From -10 to 100 over 330 pixels: three a unit, zero at 30.
        Assert.Equal([(0, 30, 330), (1, 150, 330), (0, 30, 150), (1, 0, 150), (2, 0, 15), (0, 15, 30)], bars);
    }

    [Fact]
    public void A_number_is_not_parted_from_its_percent_sign_nor_a_date_at_its_hyphens()
    {
        string page = DashboardPage.Render(new DashboardModel("t", "s", [], [new DashboardSection("x", [new Paragraph("A share of 95 % of **4.2 %** of it, `95 %`."), new Table("t", [new("When"), new("What")], [["2026-11-02", "2026-11-02 or so"]])])]));
        Assert.Contains("A share of 95&#160;% of <strong>4.2&#160;%</strong> of it, <code>95 %</code>.", page);
        Assert.Contains("<td class=\"date\">2026-11-02</td><td>2026-11-02 or so</td>", page);
    }

    [BrowserFact]
    public async Task A_column_of_numbers_is_sorted_by_the_first_number_of_each_cell()
    {
        string[] cells = ["1,593 (84 %)", "861 to 1,051", "−4,000.50 EUR", "▼ −3.1 %", "–", "no spend", "▲ +12.0 %"];
        string page = DashboardPage.Render(new DashboardModel("t", "s", [], [new DashboardSection("x", [new Table("t", [new("Value", true)], [.. cells.Select(c => (IReadOnlyList<string>)[c])])])]));
        string dom = await Browser.OpenAsync(page.Replace("</body>", "<script>document.querySelector('.table th button').click()</script></body>", StringComparison.Ordinal));
        Assert.Equal(
            ["–", "no spend", "−4,000.50 EUR", "▼ −3.1 %", "▲ +12.0 %", "861 to 1,051", "1,593 (84 %)"],
            Regex.Matches(dom, "<td class=\"num\">([^<]+)</td>").Select(m => m.Groups[1].Value.Replace("&nbsp;", " ", StringComparison.Ordinal)));
        Assert.Contains("aria-sort=\"ascending\"", dom);
    }
}
