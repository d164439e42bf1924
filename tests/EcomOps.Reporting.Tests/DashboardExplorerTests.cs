using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using EcomOps.Analytics.Dashboard;
using EcomOps.Analytics.Metrics;
using EcomOps.Core;
using EcomOps.Operations.Documents;
using EcomOps.Reporting.Html;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Reporting.Tests;

public sealed partial class DashboardExplorerTests
{
    private static readonly LocalDate First = new(2023, 12, 1);
    private static readonly ReportPeriod Days = new(First, new LocalDate(2025, 3, 9));
    private static readonly ReportPeriod Reported = ReportPeriod.Of(new YearMonth(2025, 2));
    private static readonly ShopFacts Facts = Shop();
    private static readonly DailyFigures Figures = DailyFigures.Compute(Facts, Days, MetricRegistry.Standard.Metrics, [(FactDimension.Channel, "search"), (FactDimension.Channel, "</script><b>mail"), (FactDimension.Category, "Tea"), (FactDimension.Segment, "Loyal")]);
    private static readonly string Page = DashboardPage.Render(Samples.Dashboard with
    {
        Explorer = new("EUR", Figures, Reported,
            [.. Figures.Metrics.Select(m => new ExplorerMetric(m.Id, m.Name, m.Definition, m.Unit == MetricUnit.Money ? "money" : "rate", m.HigherIsBetter))],
            [.. Figures.Views.Select(v => new ExplorerView(v.Dimension?.ToString() ?? string.Empty, v.Value ?? "Whole shop"))],
            new Dictionary<string, decimal> { ["net_sales"] = 2500m }),
    });

    // Fifteen months with a 29 February, guests, orders of before, unknown costs, refunds, spend on some days and a name that would end a script.
    private static ShopFacts Shop()
    {
        var random = new Random(11);
        T Pick<T>(params T[] values) => values[random.Next(values.Length)];
        Instant At(int day) => First.PlusDays(day).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant() + Duration.FromMinutes(random.Next(1440));
        Money Some(int most) => Money.Eur(random.Next(100 * most) / 100m);
        return ShopFacts.Of(DateTimeZone.Utc, Currency.Eur,
            Enumerable.Range(0, 900).Select(i => new OrderFact($"o{i}", Pick(null, $"c{random.Next(150)}"), At(random.Next(-90, Days.Days)),
                [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new OrderLineFact($"sku{random.Next(6)}", random.Next(1, 4), Some(900)) { Category = Pick("Tea", "Mugs", null), UnitCost = random.Next(400) == 0 ? null : Money.Eur(random.Next(1_000_000) / 10_000m), Discount = Pick(null, (Money?)Some(1)) })])
            {
                Channel = Pick("search", "</script><b>mail", null),
                Segment = Pick("Loyal", "Lost"),
                Shipping = Some(5),
                Tax = Some(9),
                ShippingCost = Some(4),
                PaymentFee = Some(1),
                FulfilmentCost = Some(2),
            }),
            Enumerable.Range(0, 90).Select(i => new RefundFact($"r{i}", $"o{random.Next(900)}", At(random.Next(Days.Days)), $"sku{random.Next(6)}", 1, Some(20)) { UnitCost = Pick(null, (Money?)Some(5)), HandlingCost = Some(2) }),
            Enumerable.Range(0, 70).Select(_ => new SpendFact(First.PlusDays(random.Next(Days.Days)), Pick("search", "</script><b>mail", "social"), Some(30), random.Next(4) > 0)),
            Enumerable.Range(0, 4000).Select(i => new SessionFact($"s{i}", At(random.Next(Days.Days)), (SessionStep)random.Next(7), Pick("search", "</script><b>mail", "social"))));
    }

    [BrowserFact]
    public async Task The_script_of_the_page_gives_the_registry_s_value_of_every_metric_over_any_range_with_its_comparisons()
    {
        var random = new Random(5);
        List<ReportPeriod> ranges = [Reported, ReportPeriod.Of(new YearMonth(2025, 3)) with { Until = Days.Until }, new(new(2024, 2, 29), new(2024, 2, 29)), new(new(2025, 1, 31), new(2025, 2, 28)), Days, ReportPeriod.Of(new YearMonth(2024, 12))];
        ranges.AddRange(Enumerable.Range(0, 40).Select(_ => First.PlusDays(random.Next(Days.Days))).Select(from => new ReportPeriod(from, LocalDate.Min(Days.Until, from.PlusDays(random.Next(120))))));
        string asked = JsonSerializer.Serialize(ranges.Select(r => new[] { Iso(r.From), Iso(r.Until) }));
        string dom = await Browser.OpenAsync(Page.Replace("</body>", $$"""
            <pre id="answer"></pre><script>{
              const data = readFigures(document.getElementById("explore-data").textContent), out = [];
              for (const [from, to] of {{asked}}) for (const view of data.views) for (const metric of data.metrics) {
                const range = [data.parse(from), data.parse(to)];
                out.push([data.value(view, metric, range), data.value(view, metric, data.prior(range)), data.value(view, metric, data.priorYear(range))]);
              }
              document.getElementById("answer").textContent = JSON.stringify(out);
            }</script></body>
            """, StringComparison.Ordinal));
        JsonElement[] answers = [.. JsonDocument.Parse(Between(dom, "<pre id=\"answer\">", "</pre>")).RootElement.EnumerateArray()];
        Assert.Equal(ranges.Count * Figures.Views.Count * Figures.Metrics.Count, answers.Length);
        int at = 0, known = 0;
        foreach (ReportPeriod range in ranges)
        {
            foreach (DailyView view in Figures.Views)
            {
                foreach (Metric metric in Figures.Metrics)
                {
                    JsonElement answer = answers[at++];
                    known += Same(range, 0) + Same(range.Prior, 1) + Same(range.PriorYear, 2);
                    int Same(ReportPeriod period, int which)
                    {
                        decimal? expected = period.From < Days.From || period.Until > Days.Until ? null : Facts.Value(metric, period, view.Filter);
                        double? found = answer[which].ValueKind == JsonValueKind.Null ? null : answer[which].GetDouble();
                        Assert.True(expected is null == found is null && (found is not { } f || Math.Abs(f - (double)expected!.Value) <= 1e-9 * Math.Max(1, Math.Abs(f))), $"{metric.Id}, {view.Value ?? "whole shop"}, {period.From} to {period.Until}: {found} and not {expected}");
                        return found is null ? 0 : 1;
                    }
                }
            }
        }

        Assert.True(known > 10_000, $"only {known} figures were known");
    }

    [BrowserFact]
    public async Task An_address_with_a_range_shows_its_figures_and_the_days_stand_in_words()
    {
        string dom = await Browser.OpenAsync(Page, "#explore?from=2024-05-06&to=2024-06-02&view=1&metric=orders&by=week");
        var range = new ReportPeriod(new(2024, 5, 6), new(2024, 6, 2));
        Assert.Contains("Showing channel search, 2024-05-06 to 2024-06-02 (28 days).", dom, StringComparison.Ordinal);
        Dictionary<string, string> shown = Value().Matches(Between(dom, "<div id=\"explore-table\"", "</table>")).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        Assert.All(["net_sales", "orders", "returning_customer_rate", "roas", "cac"], id => Assert.Equal((double)Facts.Value(MetricRegistry.Standard[id], range, new FactFilter(Channel: "search"))!.Value, double.Parse(shown[id], CultureInfo.InvariantCulture), 9));
        Assert.Equal(4, Between(dom, "<div id=\"explore-chart\"", "</figure>").Split("<circle class=\"dot s0\"").Length - 1);
    }

    [BrowserFact]
    public async Task Days_outside_the_figures_and_ranges_backwards_are_named_and_nothing_is_shown_for_them()
    {
        Assert.Contains("The first day lies after the last one.", await Browser.OpenAsync(Page, "#explore?from=2024-05-06&to=2024-05-01"), StringComparison.Ordinal);
        Assert.Contains("There are figures from 2023-12-01 to 2025-03-09 only.", await Browser.OpenAsync(Page, "#explore?from=2024-05-06&to=2031-05-01"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_figures_are_valid_data_inside_the_page_and_no_text_of_them_can_end_it()
    {
        JsonElement data = JsonDocument.Parse(Between(Page, "id=\"explore-data\">", "</script>")).RootElement;
        Assert.Equal("</script><b>mail", data.GetProperty("views")[2].GetProperty("name").GetString());
        Assert.Equal(2500m, data.GetProperty("metrics").EnumerateArray().Single(m => m.GetProperty("id").GetString() == "net_sales").GetProperty("target").GetDecimal());
        Assert.DoesNotContain("http", Page.Replace("http://www.w3.org/2000/svg", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_filter_has_a_label_and_the_reported_month_stands_first()
    {
        Assert.Contains("<label>Range<select name=\"preset\"><option value=\"reported\">As reported</option>", Page, StringComparison.Ordinal);
        Assert.Contains("<label>From<input type=\"date\" required name=\"from\" value=\"2025-02-01\" min=\"2023-12-01\" max=\"2025-03-09\"></label>", Page, StringComparison.Ordinal);
        Assert.Contains("<optgroup label=\"Channel\">", Page, StringComparison.Ordinal);
        Assert.Contains("role=\"status\" aria-live=\"polite\"", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dashboard_without_filters_has_no_trace_of_them() => Assert.DoesNotContain("explore-data", DashboardPage.Render(Samples.Dashboard), StringComparison.Ordinal);

    [GeneratedRegex("<tr data-metric=\"([a-z0-9_]+)\">.*?data-value=\"([^\"]*)\"")]
    private static partial Regex Value();

    private static string Between(string text, string open, string close)
    {
        int at = text.IndexOf(open, StringComparison.Ordinal);
        Assert.True(at >= 0, $"'{open}' is not in the page.");
        string rest = text[(at + open.Length)..];
        return rest[..rest.IndexOf(close, StringComparison.Ordinal)];
    }

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
