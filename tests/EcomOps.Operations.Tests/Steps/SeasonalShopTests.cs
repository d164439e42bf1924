using EcomOps.Operations.History;
using EcomOps.Operations.Runs;
using EcomOps.Operations.Tests.Runs;
using NodaTime;

namespace EcomOps.Operations.Tests.Steps;

/// <summary>A gift shop of more than three years, whose customers are valued by operational time.</summary>
public sealed class SeasonalShopTests
{
    [Fact]
    public void A_shop_with_a_season_is_valued_by_it_in_every_document()
    {
        OperationsReport report = OperationsRunTests.Run(GiftShop());

        string customers = Text(report, "08-customers"), monthly = Text(report, "09-monthly-report");
        Assert.Contains("Time is counted by the seasons of the shop", customers, StringComparison.Ordinal);
        Assert.Contains("Customers of whom most is expected", monthly, StringComparison.Ordinal);
        Assert.Contains("no range of a single customer", monthly, StringComparison.Ordinal);
    }

    // Customers come in evenly and buy at a rate of their own, five times as often in November and December.
    private static ShopHistory GiftShop()
    {
        var random = new Random(5);
        LocalDate start = new(2023, 1, 1), end = new(2026, 5, 1);
        SmallShop shop = new SmallShop().Product("GIFT", "Gift", 20m, 8m);
        int order = 0;
        for (int c = 0; c < 900; c++)
        {
            double rate = -Math.Log(1 - random.NextDouble()) / 120;
            LocalDate first = start.PlusDays(random.Next(900));
            for (LocalDate day = first; day < end; day = day.PlusDays(1))
            {
                if (day == first || random.NextDouble() < rate * (day.Month >= 11 ? 5 : 0.6))
                {
                    shop.Order($"o{order++:00000}", $"{day:uuuu-MM-dd} 10:00", $"c{c:000}", ("GIFT", 1 + random.Next(3), 20m));
                }
            }
        }

        return shop.Build();
    }

    private static string Text(OperationsReport report, string name) => OperationsRunTests.Text(report.Documents.Single(d => d.Name == name));
}
