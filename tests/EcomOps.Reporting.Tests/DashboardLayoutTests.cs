using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using EcomOps.Operations.Documents;
using EcomOps.Reporting.Html;

namespace EcomOps.Reporting.Tests;

/// <summary>What a reader sees at the widths of a phone and of a desk, measured in a browser.</summary>
public sealed class DashboardLayoutTests
{
    private static readonly string[] ThreeYears = [.. Enumerable.Range(0, 37).Select(i => $"{2023 + (i / 12)}-{(i % 12) + 1:00}")];

    private static readonly string Page = DashboardPage.Render(Samples.Dashboard with
    {
        Sections =
        [
            .. Samples.Dashboard.Sections,
            new("Long", [
                new Chart("years", "Three years", ChartKind.Line, ThreeYears, [new("Net", [.. ThreeYears.Select((_, i) => (double?)(12_432_735 + (i * 100_000)))])]),
                new Chart("negative", "Change of contribution", ChartKind.Bar, ThreeYears, [new("CM3", [.. ThreeYears.Select((_, i) => (double?)((i % 5) - 2) * 4_000_000)])]),
                new Chart("names", "Products", ChartKind.HorizontalBar, ["marketplace", "An outdoor jacket with a name that nobody would print on one line, extra large", "x"], [new("Gross", [1_234_567_890, 1_000_000_000, -4])]),
                new Chart("steps", "Steps", ChartKind.Funnel, ["Visit of any page of the shop", "Order placed and paid in full"], [new("Visits", [26_237_111, 26_237_000])]),
                new Chart("fall", "Margin", ChartKind.Waterfall, ["Net", "Cost of goods", "Loss"], [new("EUR", [1_234_567, -2_234_567, -1_000_000])]) { Sums = new HashSet<int> { 0, 2 } },
                new Table("Contribution", [new("Product"), .. new[] { "Units", "Net sales", "CM1", "CM2", "Marketing", "CM3", "CM3 of net sales" }.Select(n => new Column(n, true))],
                    [["Ember rain jacket, extra large (JKT-05-XL)", "1,041", "55,878.86 EUR", "33,281.07 EUR", "30,020.62 EUR", "12,073.29 EUR", "-22,947.33 EUR", "-50.1 %"]]),
                new Table("Products that brought the most gross revenue in the month, with a caption longer than a phone is wide", [new("A long first column"), new("Gross revenue of the month", true), new("Net revenue of the month", true)], [["An outdoor jacket", "1,234,567.00 EUR", "1,234,567.00 EUR"]]),
            ]),
        ],
    });

    [BrowserFact]
    public async Task On_a_phone_nothing_but_a_table_has_to_be_moved_sideways()
    {
        Layout layout = await MeasureAsync(390);
        Assert.Equal(0, layout.PageOverflow);
        Assert.Empty(layout.ScrolledCharts);
        Assert.Empty(layout.CutTexts);
        Assert.Equal(8, layout.Charts);
        Assert.True(layout.SmallestText >= 10, $"The smallest text of a chart is {layout.SmallestText} px high.");
    }

    [BrowserFact]
    public async Task On_a_desk_every_chart_shows_all_of_its_text()
    {
        Layout layout = await MeasureAsync(1280);
        Assert.Equal(0, layout.PageOverflow);
        Assert.Empty(layout.CutTexts);
        Assert.Equal(8, layout.Charts);
    }

    [BrowserFact]
    public async Task On_paper_no_column_is_lost()
    {
        // A4 less the margins that browsers leave, at 96 pixels an inch.
        Layout layout = await MeasureAsync(718, Page.Replace("@media print{", "@media all{", StringComparison.Ordinal));
        Assert.Empty(layout.WideTables);
        Assert.Empty(layout.CutTexts);
        Assert.Empty(layout.ScrolledCharts);
        Assert.Equal(8, layout.Charts);
    }

    private static Task<Layout> MeasureAsync(int width) => MeasureAsync(width, Page);

    private static async Task<Layout> MeasureAsync(int width, string page)
    {
        // A window can't be as narrow as a phone; a frame can.
        string frame = $$"""
            <!doctype html><meta charset="utf-8"><iframe style="width:{{width}}px;height:900px;border:0" srcdoc="{{WebUtility.HtmlEncode(page)}}"></iframe><pre id="measured"></pre>
            <script>
            document.querySelector("iframe").addEventListener("load", event => {
              const page = event.target.contentDocument, root = page.documentElement;
              const shown = [...page.querySelectorAll("figure.chart svg")].filter(svg => svg.getBoundingClientRect().width > 0 && !svg.querySelector("marker"));
              const cut = [], scrolled = [];
              let smallest = 99;
              for (const svg of shown) {
                const drawn = [...svg.querySelectorAll("text")].map(t => [t.textContent, t.getBoundingClientRect()]);
                drawn.forEach(([a, p], i) => drawn.slice(i + 1).forEach(([b, q]) => {
                  if (p.left < q.right + 2 && q.left < p.right + 2 && p.top < q.bottom - 2 && q.top < p.bottom - 2) cut.push(a + " on " + b);
                }));
                const box = svg.viewBox.baseVal, scale = svg.getBoundingClientRect().width / box.width;
                for (const text of svg.querySelectorAll("text")) {
                  const b = text.getBBox();
                  smallest = Math.min(smallest, parseFloat(getComputedStyle(text).fontSize) * scale);
                  if (b.x < -1 || b.y < -1 || b.x + b.width > box.width + 1 || b.y + b.height > box.height + 1) cut.push(text.textContent);
                }
                if (svg.parentElement.scrollWidth > svg.parentElement.clientWidth + 1) scrolled.push(svg.getAttribute("aria-label"));
              }
              const wide = [...page.querySelectorAll("table")].filter(t => t.getBoundingClientRect().right > page.querySelector("main").getBoundingClientRect().right + 1).map(t => t.textContent.slice(0, 40));
              document.getElementById("measured").textContent = JSON.stringify({ PageOverflow: root.scrollWidth - root.clientWidth, Charts: shown.length, CutTexts: cut, WideTables: wide, ScrolledCharts: scrolled, SmallestText: smallest });
            });
            </script>
            """;
        string dom = await Browser.OpenAsync(frame);
        string measured = WebUtility.HtmlDecode(Regex.Match(dom, "<pre id=\"measured\">(.+?)</pre>", RegexOptions.Singleline).Groups[1].Value);
        return JsonSerializer.Deserialize<Layout>(measured)!;
    }

    private sealed record Layout(double PageOverflow, int Charts, IReadOnlyList<string> CutTexts, IReadOnlyList<string> WideTables, IReadOnlyList<string> ScrolledCharts, double SmallestText);
}
