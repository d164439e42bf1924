using EcomOps.Operations.Documents;
using EcomOps.Operations.History;
using EcomOps.Operations.Runs;
using NodaTime;

namespace EcomOps.Operations.Tests.Runs;

public sealed class AnomalyTests
{
    private const string Title = "What was unusual";
    private static readonly LocalDate First = new(2026, 1, 1);
    private static readonly LocalDate Down = new(2026, 5, 12);

    [Fact]
    public void A_day_without_orders_stands_on_the_dashboard_and_in_the_report_with_the_range_that_was_usual()
    {
        OperationsReport report = OperationsRunTests.Run(Shop(day => day != Down));
        Block[] shown = [.. report.Dashboard.Sections.Single(s => s.Title == Title).Blocks];
        IReadOnlyList<string> orders = shown.OfType<Table>().Single().Rows.Single(r => r[0] == "Orders");

        // 10 to 14 orders a day: the usual range lies around them, and the day that had none lies below.
        Assert.Equal(("2026-05-12", "2026-05-12 (Tuesday)", "0"), (orders[1], orders[2], orders[3]));
        int[] range = [.. orders[5].Split(" to ").Select(int.Parse)];
        Assert.InRange(range[0], 4, 10);
        Assert.InRange(range[1], 14, 20);

        Document written = report.Documents.Single(d => d.Name == "09-operations-report");
        Assert.Contains(written.Blocks.OfType<Heading>(), h => h.Text == Title);
        Assert.Equal(orders, written.Blocks.OfType<Table>().Single(t => t.Caption.StartsWith("Unusual days", StringComparison.Ordinal)).Rows.Single(r => r[0] == "Orders"));
    }

    [Fact]
    public void A_month_without_surprises_says_so_in_one_sentence()
    {
        Paragraph only = Assert.IsType<Paragraph>(Assert.Single(OperationsRunTests.Run(Shop(_ => true)).Dashboard.Sections.Single(s => s.Title == Title).Blocks));
        Assert.StartsWith("Nothing unusual in ", only.Text, StringComparison.Ordinal);
        Assert.EndsWith(" over 31 days.", only.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_too_thin_to_judge_says_so() =>
        Assert.StartsWith("No metric has enough ordinary days", Assert.IsType<Paragraph>(Assert.Single(OperationsRunTests.Run(SmallShop.Quarter().Build()).Dashboard.Sections.Single(s => s.Title == Title).Blocks)).Text, StringComparison.Ordinal);

    private static ShopHistory Shop(Func<LocalDate, bool> open)
    {
        var shop = new SmallShop();
        for (int d = 0; d <= 151; d++)
        {
            LocalDate day = First.PlusDays(d);
            for (int i = 0; open(day) && i < 10 + (d * 7 % 5); i++)
            {
                shop.Order($"{d}-{i}", $"{day:uuuu-MM-dd} 12:{i:00}", null, ("MUG", 1, 4.00m));
            }
        }

        return shop.Build();
    }
}
