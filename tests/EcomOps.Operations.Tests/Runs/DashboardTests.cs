using EcomOps.Analytics.Metrics;
using EcomOps.Operations.Documents;

namespace EcomOps.Operations.Tests.Runs;

public sealed class DashboardTests(SimulatedRun run) : IClassFixture<SimulatedRun>
{
    private DashboardExplorer Explorer => run.Report.Dashboard.Explorer!;

    [Fact]
    public void Every_month_and_every_week_of_the_filters_adds_up_from_the_orders_and_returns_themselves()
    {
        ReportPeriod all = Explorer.Figures.Days;
        Assert.Equal(SimulatedRun.History.Until.PlusDays(-1), all.Until);
        for (NodaTime.LocalDate day = all.From; day.PlusDays(6) <= all.Until; day = day.PlusDays(7))
        {
            Agree(new ReportPeriod(day, day.PlusDays(6)));
        }

        Agree(all);
        Agree(Explorer.Reported);
    }

    private void Agree(ReportPeriod range)
    {
        bool In(NodaTime.Instant at) => range.Contains(at.InZone(SimulatedRun.History.Zone).Date);
        decimal sold = SimulatedRun.History.Orders.Where(o => In(o.PlacedAt)).Sum(o => o.Lines.Sum(l => l.Value.Amount)), back = SimulatedRun.History.Returns.Where(r => In(r.At)).Sum(r => r.Value.Amount);
        Assert.Equal(sold - back, Value("net_sales", range));
        Assert.Equal(SimulatedRun.History.Orders.Count(o => In(o.PlacedAt)), Value("orders", range));
    }

    private decimal? Value(string metric, ReportPeriod? range = null) => Explorer.Figures.Value(MetricRegistry.Standard[metric], range ?? Explorer.Reported);

    [Fact]
    public void Tiles_table_and_filters_show_one_figure()
    {
        string revenue = run.Report.Dashboard.Tiles.Single(t => t.Name == "Net sales").Value;
        Table summary = run.Report.Dashboard.Sections.SelectMany(s => s.Blocks).OfType<Table>().Single(t => t.Caption.StartsWith("KPIs of", StringComparison.Ordinal));
        Assert.Equal(revenue, summary.Rows.Single(r => r[0] == "Net sales")[1]);
        decimal filtered = Value("net_sales")!.Value;
        Assert.StartsWith(filtered.ToString("N0", System.Globalization.CultureInfo.InvariantCulture), revenue, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_of_the_shop_can_be_chosen_by_channel_category_and_segment() =>
        Assert.Superset(new HashSet<string> { "", "Acquisition channel", "Category", "Segment" }, Explorer.Views.Select(v => v.Group).ToHashSet());

    [Fact]
    public void The_funnel_of_the_dashboard_counts_what_the_registry_counts()
    {
        Chart funnel = run.Report.Dashboard.Sections.SelectMany(s => s.Blocks).OfType<Chart>().Single(c => c.Id == "funnel");
        Assert.Equal((double)Value("sessions")!.Value, funnel.Series[0].Values[0]);
        Assert.Equal((double)Value("conversion_rate")!.Value, funnel.Series[0].Values[^1]!.Value / funnel.Series[0].Values[0]!.Value, 12);
    }

    [Fact]
    public void Every_metric_that_can_be_chosen_stands_in_the_registry_with_its_definition() =>
        Assert.All(Explorer.Metrics, m => Assert.Equal(MetricRegistry.Standard[m.Id].Definition, m.Definition));
}
