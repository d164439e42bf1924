using EcomOps.Core;
using EcomOps.Operations.Documents;
using EcomOps.Operations.History;
using EcomOps.Operations.Runs;
using EcomOps.Testing.Shop;

namespace EcomOps.Operations.Tests.Runs;

/// <summary>The simulated shop, run once for all tests.</summary>
public sealed class SimulatedRun
{
    private readonly Lazy<OperationsReport> _report = new(() => Make());

    internal OperationsReport Report => _report.Value;

    internal static OperationsReport Make() => OperationsRun.ExecuteAsync(History, SimulatedStore.Settings).GetAwaiter().GetResult();

    internal static ShopHistory History { get; } = new ShopSimulator(11).HistoryAt(14);
}

public sealed class ArtefactTests(SimulatedRun run) : IClassFixture<SimulatedRun>
{
    [Fact]
    public void There_are_ten_documents_of_nine_artefacts_and_a_dashboard()
    {
        Assert.Equal(["01", "02", "03", "04", "05", "06", "08", "09", "09", "10"], run.Report.Documents.Select(d => d.Name[..2]));
        Assert.NotEmpty(run.Report.Dashboard.Tiles);
    }

    [Fact]
    public void No_figure_is_not_a_number() =>
        Assert.DoesNotContain(run.Report.Documents.SelectMany(d => d.Blocks).OfType<Table>().SelectMany(t => t.Rows).SelectMany(r => r), cell => cell.Contains("NaN", StringComparison.Ordinal) || cell.Contains('∞'));

    [Fact]
    public void Every_table_has_as_many_cells_as_columns()
    {
        Assert.All(run.Report.Documents.SelectMany(d => d.Blocks).OfType<Table>(), t => Assert.All(t.Rows, r => Assert.Equal(t.Columns.Count, r.Count)));
        Assert.All(run.Report.Tables, t => Assert.All(t.Rows, r => Assert.Equal(t.Columns.Count, r.Count)));
    }

    [Fact]
    public void Ten_proposals_are_explained_in_words()
    {
        Document inventory = run.Report.Documents.Single(d => d.Name == "03-inventory-configuration");
        BulletList proposals = inventory.Blocks.OfType<BulletList>().First(l => l.Ordered);
        Assert.Equal(10, proposals.Items.Count);
        Assert.All(proposals.Items, text => Assert.Contains("reorder point", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Segments_hold_every_known_customer_once()
    {
        OutputTable segments = run.Report.Tables.Single(t => t.Name == "08-customer-segments");
        Assert.Equal(
            SimulatedRun.History.Orders.Select(o => o.CustomerId).OfType<string>().Distinct().Order(StringComparer.Ordinal),
            segments.Rows.Select(r => r[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Backlog_items_show_their_arithmetic_and_are_ranked()
    {
        OutputTable backlog = run.Report.Tables.Single(t => t.Name == "10-optimisation-backlog");
        Assert.NotEmpty(backlog.Rows);
        Assert.All(backlog.Rows, r => Assert.NotEmpty(r[8]));
        decimal[] margins = [.. backlog.Rows.Select(r => r[5].Length == 0 ? 0 : decimal.Parse(r[5], System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(margins.OrderDescending(), margins);
    }

    [Fact]
    public void The_same_shop_gives_the_same_report()
    {
        OperationsReport again = SimulatedRun.Make();
        Assert.Equal(run.Report.Tables.SelectMany(t => t.Rows).SelectMany(r => r), again.Tables.SelectMany(t => t.Rows).SelectMany(r => r));
        Assert.Equal(run.Report.Files.Select(f => Convert.ToHexString(f.Content.Span)), again.Files.Select(f => Convert.ToHexString(f.Content.Span)));
    }

    [Fact]
    public void A_rule_text_that_does_not_compile_ends_the_run_with_a_code() =>
        Assert.ThrowsAny<EcomOpsException>(() => OperationsRun.ExecuteAsync(SimulatedRun.History, SimulatedStore.Settings, new RunOptions { ClassificationRules = "ruleSet: x\nrules: 7\n" }).GetAwaiter().GetResult());
}
