using EcomOps.Core;
using EcomOps.Operations.Documents;
using EcomOps.Operations.History;
using EcomOps.Operations.Runs;
using EcomOps.Operations.Settings;

namespace EcomOps.Operations.Tests.Runs;

public sealed class OperationsRunTests
{
    internal static readonly StoreSettings Settings = new() { Name = "Small shop", Currency = Currency.Gbp, Zone = SmallShop.Zone };

    [Fact]
    public void The_report_is_about_the_last_complete_month()
    {
        Document report = Report(SmallShop.Quarter().Build(), "09-operations-report");
        Assert.Equal("Operations report, March 2026", report.Title);
    }

    [Fact]
    public void A_month_without_all_its_days_is_marked_as_part()
    {
        Table months = Tables(Report(SmallShop.Quarter().Build(), "09-operations-report")).Single(t => t.Caption == "Months");
        Assert.Equal(["2026-01", "2026-02", "2026-03", "2026-04 (part)"], months.Rows.Select(r => r[0]));
    }

    [Fact]
    public void Sales_count_in_the_month_of_the_order_and_returns_in_the_month_of_the_return()
    {
        Table months = Tables(Report(SmallShop.Quarter().Build(), "09-operations-report")).Single(t => t.Caption == "Months");
        // January: 2 x 4 + 20 + 10 x 3.50 = 63; February: 40 + 4; March: 57 + 20 + 12 = 89 less 19 returned.
        Assert.Equal(["63.00 GBP", "44.00 GBP", "89.00 GBP", "4.00 GBP"], months.Rows.Select(r => r[4]));
        Assert.Equal(["63.00 GBP", "44.00 GBP", "70.00 GBP", "4.00 GBP"], months.Rows.Select(r => r[6]));
    }

    [Fact]
    public void Margin_counts_the_cost_of_units_that_stayed_sold()
    {
        // March net 70; cost: trays (3 - 1) x 9, mugs 8 x 1.50 = 30; margin 40 = 57.1 %.
        Assert.Contains("**40 GBP**, 57.1 %", Text(Report(SmallShop.Quarter().Build(), "09-operations-report")), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_costs_the_report_says_so_and_gives_no_margin()
    {
        ShopHistory history = new SmallShop().Order("1", "2026-01-01 09:00", "A", ("MUG", 1, 4m)).Order("2", "2026-02-01 09:00", "A", ("MUG", 1, 4m))
            .Build(new DataGap("Costs", "The export holds no costs.", "Add `cost_share` to store.yaml."));
        string text = Text(Report(history, "09-operations-report"));
        Assert.DoesNotContain("Gross margin was", text, StringComparison.Ordinal);
        Assert.Contains("Add `cost_share` to store.yaml.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_basis_that_the_history_does_not_hold_is_not_compared() =>
        Assert.Contains("no comparison with March 2025", Text(Report(SmallShop.Quarter().Build(), "09-operations-report")), StringComparison.Ordinal);

    [Fact]
    public void Equal_inputs_give_equal_reports() => Assert.Equal(Describe(Run(SmallShop.Quarter().Build())), Describe(Run(SmallShop.Quarter().Build())));

    [Fact]
    public void A_history_without_orders_is_misuse() =>
        Assert.Throws<ArgumentException>(() => Run(SmallShop.Quarter().Build() with { Orders = [] }));

    [Fact]
    public void A_cancelled_run_stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Run(SmallShop.Quarter().Build(), source.Token));
    }

    internal static OperationsReport Run(ShopHistory history, CancellationToken cancellationToken = default) =>
        OperationsRun.ExecuteAsync(history, Settings, cancellationToken: cancellationToken).GetAwaiter().GetResult();

    internal static Document Report(ShopHistory history, string name) => Run(history).Documents.Single(d => d.Name == name);

    internal static IEnumerable<Table> Tables(Document document) => document.Blocks.OfType<Table>();

    internal static string Text(Document document) => string.Join('\n', document.Blocks.Select(Text));

    private static string Describe(OperationsReport report) =>
        string.Join('\n', [.. report.Documents.Select(Text), .. report.Tables.SelectMany(t => t.Rows).Select(r => string.Join(',', r)), .. report.KeyFigures.Select(k => k.ToString())]);

    private static string Text(Block block) => block switch
    {
        Heading heading => heading.Text,
        Paragraph paragraph => paragraph.Text,
        Callout callout => callout.Text,
        BulletList list => string.Join('\n', list.Items),
        Table table => string.Join('\n', table.Rows.Select(r => string.Join(" | ", r)).Prepend(table.Caption)),
        Chart chart => chart.Title,
        CodeBlock code => code.Text,
        _ => string.Empty,
    };
}
