using EcomOps.Core;
using EcomOps.Operations.Documents;
using EcomOps.Operations.History;
using EcomOps.Operations.Runs;
using EcomOps.Operations.Settings;
using NodaTime;

namespace EcomOps.Operations.Tests.Runs;

public sealed class MonthlyReportTests(SimulatedRun simulated) : IClassFixture<SimulatedRun>
{
    private const string Name = "09-monthly-report";

    [Fact]
    public void The_change_against_the_month_before_is_split_as_by_hand()
    {
        // February 44 from two orders; March 89 from two orders, 19 sent back: 0 from orders, 45 from their value, -19 from returns.
        string text = OperationsRunTests.Text(OperationsRunTests.Report(SmallShop.Quarter().Build(), Name));
        Assert.Contains("Net sales changed by **+26 GBP** against February 2026 (31 days against 28)", text, StringComparison.Ordinal);
        Assert.Contains("**+45 GBP** from the order value, 22.00 GBP → 44.50 GBP", text, StringComparison.Ordinal);
        Assert.Contains("**0 GBP** from the number of orders, 2 → 2", text, StringComparison.Ordinal);
        Assert.Contains("**−19 GBP** from returns, 0 GBP → 19 GBP", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Products_are_ranked_by_what_they_left()
    {
        // Mugs 8 x (4 - 1.50) = 20 from 32; trays 3 x 19 less one back, 38, less 2 x 9 = 20: equal, so by SKU.
        Table products = OperationsRunTests.Tables(OperationsRunTests.Report(SmallShop.Quarter().Build(), Name)).Single(t => t.Caption == "Products that earned most");
        Assert.Equal(["Blue mug (MUG)", "8", "32.00 GBP", "0.00 GBP", "32.00 GBP", "20.00 GBP", "20.00 GBP", "0.00 GBP", "20.00 GBP", "62.5 %"], products.Rows[0]);
        Assert.Equal(["Oak tray (TRAY)", "3", "57.00 GBP", "19.00 GBP", "38.00 GBP", "20.00 GBP", "20.00 GBP", "0.00 GBP", "20.00 GBP", "52.6 %"], products.Rows[1]);
    }

    [Fact]
    public void Customers_are_set_against_the_spend_of_their_channel()
    {
        ShopHistory history = SmallShop.Quarter().Build() with
        {
            Customers = [new("A", "search", "GB"), new("B", "search", "GB"), new("C", "mail", "GB")],
            Spend = [new MarketingSpend(new LocalDate(2026, 1, 1), "search", Money.Gbp(10))],
        };
        OutputTable table = OperationsRunTests.Run(history).Tables.Single(t => t.Name == "09-acquisition");

        // A: 16 + 22 + 7.50, B: 20 + 2.50, C: 42.50 less a tray sent back, 19 - 9. Month 1: A 16, B 20 against 5 each; the third month of A is over on 31 March.
        Assert.Equal(["search", "", "2", "5", "34", "", "6.8", "1", "3", "GBP"], table.Rows[0]);
        Assert.Equal(["mail", "", "1", "", "32.5", "", "", "", "0", "GBP"], table.Rows[1]);

        // A and B began with a tray (20 of 28) and mugs; no product has a category.
        Assert.Equal([("search", "(unknown)"), ("mail", "(unknown)")], table.Rows.Skip(2).Select(r => (r[0], r[1])));
        string text = OperationsRunTests.Text(OperationsRunTests.Report(history, Name));
        Assert.Contains("To date one brought 33.50 GBP and cost 3.33 GBP to win", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Spend_of_a_channel_is_split_over_first_categories_to_the_cent()
    {
        OutputTable table = simulated.Report.Tables.Single(t => t.Name == "09-acquisition");
        ILookup<bool, IReadOnlyList<string>> rows = table.Rows.ToLookup(r => r[1].Length == 0);
        Assert.True(rows[true].Count(r => r[3].Length > 0) >= 3);
        foreach (IReadOnlyList<string> channel in rows[true])
        {
            IReadOnlyList<string>[] cells = [.. rows[false].Where(r => r[0] == channel[0])];
            Assert.Equal(int.Parse(channel[2]), cells.Sum(c => int.Parse(c[2])));
            Assert.All(cells, c => Assert.Equal(channel[3].Length == 0, c[3].Length == 0));
        }
    }

    [Fact]
    public void Without_costs_spend_and_customers_the_report_says_so_and_has_no_empty_section()
    {
        ShopHistory history = new SmallShop().Order("1", "2026-01-01 09:00", null, ("MUG", 1, 4m)).Order("2", "2026-02-01 09:00", null, ("MUG", 1, 4m)).Build();
        Document report = OperationsRunTests.Report(history, Name);
        string text = OperationsRunTests.Text(report);
        Assert.Contains("What they earned is not known: no product has a cost.", text, StringComparison.Ordinal);
        Assert.Contains("No order names a customer, so what one costs and brings is not known.", text, StringComparison.Ordinal);
        Assert.Contains("channels cannot be compared", text, StringComparison.Ordinal);
        NoEmptySection(report);
    }

    [Fact]
    public void The_simulated_months_report_is_whole()
    {
        Document report = simulated.Report.Documents.Single(d => d.Name == Name);
        NoEmptySection(report);
        Assert.Equal(3, report.Blocks.OfType<BulletList>().First(l => l.Ordered).Items.Count);
        foreach (string part in (string[])["Headline figures", "From sales to contribution", "What moved, and why", "Products by profit", "Channels", "What customers cost and bring", "What was unusual", "Backlog of experiments and improvements"])
        {
            Assert.Contains(report.Blocks.OfType<Heading>(), h => h.Text == part);
        }

        Assert.Contains(report.Blocks.OfType<Heading>(), h => h.Text.StartsWith("Segments: moves from ", StringComparison.Ordinal));
        Assert.Contains(report.Blocks.OfType<Table>(), t => t.Caption.StartsWith("Customers of whom most is expected", StringComparison.Ordinal) && t.Rows.Count == 10);
        Assert.DoesNotContain("NaN", OperationsRunTests.Text(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_recorded_cost_of_returns_the_report_says_what_is_missing()
    {
        string text = OperationsRunTests.Text(OperationsRunTests.Report(SmallShop.Quarter().Build(), Name));
        Assert.Contains("give `returns.handlingCost` in `store.yaml`", text, StringComparison.Ordinal);
        StoreSettings settings = OperationsRunTests.Settings with { ReturnHandlingCost = Money.Gbp(3) };
        OperationsReport known = await OperationsRun.ExecuteAsync(SmallShop.Quarter().Build(), settings);
        Document report = known.Documents.Single(d => d.Name == Name);
        Assert.DoesNotContain("returns.handlingCost", OperationsRunTests.Text(report), StringComparison.Ordinal);
        Assert.Equal("−3 GBP", report.Blocks.OfType<Table>().Single(t => t.Caption == "Contribution, line by line").Rows.Single(r => r[0] == "Cost of returns")[1]);
    }

    private static void NoEmptySection(Document report)
    {
        for (int i = 0; i < report.Blocks.Count; i++)
        {
            if (report.Blocks[i] is Heading heading)
            {
                Assert.True(i + 1 < report.Blocks.Count && report.Blocks[i + 1] is not Heading, $"'{heading.Text}' is empty.");
            }

            Assert.False(report.Blocks[i] is Table { Rows.Count: 0 } or BulletList { Items.Count: 0 } or Paragraph { Text.Length: 0 });
        }
    }
}
