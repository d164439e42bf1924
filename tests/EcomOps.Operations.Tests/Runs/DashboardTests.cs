using EcomOps.Analytics.Metrics;
using EcomOps.Operations.Documents;

namespace EcomOps.Operations.Tests.Runs;

public sealed class DashboardTests(SimulatedRun run) : IClassFixture<SimulatedRun>
{
    private DashboardExplorer Explorer => run.Report.Dashboard.Explorer!;

    [Fact]
    public void Every_month_of_the_filters_adds_up_from_the_orders_and_returns_themselves()
    {
        int net = Explorer.Metrics.ToList().FindIndex(m => m.Id == "net_sales"), orders = Explorer.Metrics.ToList().FindIndex(m => m.Id == "orders");
        for (int p = 0; p < Explorer.Periods.Count; p++)
        {
            string month = Explorer.Periods[p];
            bool In(NodaTime.Instant at) => at.InZone(SimulatedRun.History.Zone).Date.ToString("uuuu-MM", null) == month;
            decimal sold = SimulatedRun.History.Orders.Where(o => In(o.PlacedAt)).Sum(o => o.Lines.Sum(l => l.Value.Amount)), back = SimulatedRun.History.Returns.Where(r => In(r.At)).Sum(r => r.Value.Amount);
            Assert.Equal(sold - back, Explorer.Views[0].Values[net][p]);
            Assert.Equal(SimulatedRun.History.Orders.Count(o => In(o.PlacedAt)), Explorer.Views[0].Values[orders][p]);
        }
    }

    [Fact]
    public void Tiles_table_and_filters_show_one_figure()
    {
        string revenue = run.Report.Dashboard.Tiles.Single(t => t.Name == "Net sales").Value;
        Table summary = run.Report.Dashboard.Sections.SelectMany(s => s.Blocks).OfType<Table>().Single(t => t.Caption.StartsWith("KPIs of", StringComparison.Ordinal));
        Assert.Equal(revenue, summary.Rows.Single(r => r[0] == "Net sales")[1]);
        decimal filtered = Explorer.Views[0].Values[Explorer.Metrics.ToList().FindIndex(m => m.Id == "net_sales")][^1]!.Value;
        Assert.StartsWith(filtered.ToString("N0", System.Globalization.CultureInfo.InvariantCulture), revenue, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_of_the_shop_can_be_chosen_by_channel_category_and_segment() =>
        Assert.Superset(new HashSet<string> { "", "Acquisition channel", "Category", "Segment" }, Explorer.Views.Select(v => v.Group).ToHashSet());

    [Fact]
    public void The_funnel_of_the_dashboard_counts_what_the_registry_counts()
    {
        Chart funnel = run.Report.Dashboard.Sections.SelectMany(s => s.Blocks).OfType<Chart>().Single(c => c.Id == "funnel");
        int sessions = Explorer.Metrics.ToList().FindIndex(m => m.Id == "sessions"), conversion = Explorer.Metrics.ToList().FindIndex(m => m.Id == "conversion_rate");
        Assert.Equal((double)Explorer.Views[0].Values[sessions][^1]!.Value, funnel.Series[0].Values[0]);
        Assert.Equal((double)Explorer.Views[0].Values[conversion][^1]!.Value, funnel.Series[0].Values[^1]!.Value / funnel.Series[0].Values[0]!.Value, 12);
    }

    [Fact]
    public void Every_metric_that_can_be_chosen_stands_in_the_registry_with_its_definition() =>
        Assert.All(Explorer.Metrics, m => Assert.Equal(MetricRegistry.Standard[m.Id].Definition, m.Definition));
}
