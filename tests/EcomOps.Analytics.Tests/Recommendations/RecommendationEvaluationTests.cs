using EcomOps.Analytics.Recommendations;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Tests.Recommendations;

public sealed class RecommendationEvaluationTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);

    [Fact]
    public void The_last_quarter_of_each_customers_items_is_held_out()
    {
        HoldoutSplit split = HoldoutSplit.LastOfEachCustomer([Buy("u", "d", 4), Buy("u", "a", 1), Buy("u", "c", 3), Buy("u", "b", 2), Buy("u", "a", 9), Buy("v", "a", 1)]);
        HeldOutCustomer customer = Assert.Single(split.Customers);
        Assert.Equal(["a", "b", "c"], customer.Known.Select(i => split.Train.Items[i]));
        Assert.Equal(["d"], customer.Later);                                           // a again on day 9 needs no recommendation
        Assert.Equal(["a", "b", "c"], split.Train.Items);
    }

    [Fact]
    public void One_item_of_each_later_basket_is_hidden()
    {
        HoldoutSplit split = HoldoutSplit.LaterBaskets([["a", "b"], ["b", "c"], ["a", "c"], ["c", "b", "a"]]);
        HeldOutCustomer basket = Assert.Single(split.Customers);
        Assert.Equal(["b"], basket.Later);
        Assert.Equal(["a", "c"], basket.Known.Select(i => split.Train.Items[i]));
    }

    [Fact]
    public void Figures_are_those_of_a_calculation_by_hand()
    {
        // Training: a has three buyers, b two, c and d one. Two customers knew a; one bought b later, one d and an item never seen before.
        List<ItemPurchase> purchases =
        [
            Buy("1", "a", 1), Buy("1", "x1", 2), Buy("1", "x2", 3), Buy("1", "b", 4),
            Buy("2", "a", 1), Buy("2", "c", 2), Buy("2", "x1", 3), Buy("2", "x2", 4), Buy("2", "x3", 5), Buy("2", "x4", 6), Buy("2", "d", 7), Buy("2", "new", 8),
            Buy("3", "b", 1), Buy("3", "d", 2), Buy("4", "b", 1),
        ];
        Dictionary<string, ItemValue> values = new() { ["b"] = new(Money.Eur(10), Money.Eur(4)), ["d"] = new(Money.Eur(30), Money.Eur(3)), ["new"] = new(Money.Eur(60), Money.Eur(6)) };
        HoldoutSplit split = HoldoutSplit.LastOfEachCustomer(purchases);
        RecommendationReport report = RecommendationEvaluation.Evaluate(split, [], k: 2, values);

        // Popularity shows customer 1 b (2 buyers), then c (1, before d by name); customer 2 b, then d.
        RecommendationQuality popularity = Assert.Single(report.Models);
        Assert.Equal(2, report.Customers);
        Assert.Equal((0.5 + 0.5) / 2, popularity.Precision, 12);
        Assert.Equal((1 + 0.5) / 2, popularity.Recall, 12);
        Assert.Equal((1 + ((1.0 / 2) / 2)) / 2, popularity.MeanAveragePrecision, 12);
        Assert.Equal((1 + ((1 / Math.Log2(3)) / (1 + (1 / Math.Log2(3))))) / 2, popularity.Ndcg, 12);
        Assert.Equal(1, popularity.HitRate);
        Assert.Equal((10.0 + 30) / (10 + 30 + 60), popularity.RevenueRecall!.Value, 12);
        Assert.Equal((4.0 + 4 + 3) / (10 + 10 + 30), popularity.MarginShare!.Value, 12);
        Assert.Equal((4.0 + 3) / (4 + 3 + 6), popularity.MarginRecall!.Value, 12);
        Assert.Equal(Money.Eur(3.67m), popularity.AverageMargin);
        Assert.Equal(3.0 / split.Train.Items.Count, popularity.Coverage, 12);
    }

    [Fact]
    public void A_personal_model_beats_popularity_in_a_divided_shop_and_says_by_how_much()
    {
        var random = new Random(3);
        List<ItemPurchase> purchases = [];
        for (int u = 0; u < 120; u++)
        {
            string world = u % 3 == 0 ? "toy" : "tool";
            purchases.AddRange(Enumerable.Range(0, 12).OrderBy(_ => random.Next()).Take(8).Select((i, t) => Buy($"u{u}", $"{world}{i}", t)));
        }

        RecommendationReport report = RecommendationEvaluation.Evaluate(HoldoutSplit.LastOfEachCustomer(purchases), [t => ItemNeighbours.Fit(t)], k: 5);
        Assert.True(report.Models[1].NdcgGain.Low > 0, report.ToString());
        Assert.Equal(report.Models[1].Ndcg - report.Models[0].Ndcg, report.Models[1].NdcgGain.Mean, 12);
        Assert.Same(report.Models[1], report.Best);
    }

    [Fact]
    public void Without_anything_to_foresee_every_figure_is_zero()
    {
        RecommendationReport report = RecommendationEvaluation.Evaluate(HoldoutSplit.LastOfEachCustomer([Buy("u", "a", 1)]), [t => ItemNeighbours.Fit(t)]);
        Assert.Equal(0, report.Customers);
        Assert.All(report.Models, m => Assert.Equal((0.0, 0.0, 0.0), (m.Ndcg, m.Recall, m.Coverage)));
        Assert.Same(report.Models[0], report.Best);
    }

    [Fact]
    public void Mixed_currencies_and_foreign_models_are_refused()
    {
        HoldoutSplit split = HoldoutSplit.LastOfEachCustomer([Buy("u", "a", 1), Buy("u", "b", 2)], 0.5);
        Assert.Throws<ArgumentException>(() => RecommendationEvaluation.Evaluate(split, [], values: new Dictionary<string, ItemValue> { ["a"] = new(Money.Eur(1), Money.Of(1, Currency.Usd)) }));
        Assert.Throws<ArgumentException>(() => RecommendationEvaluation.Evaluate(split, [_ => PopularityModel.Fit(RecommenderTests.From(("1", "a b")))]));
    }

    private static ItemPurchase Buy(string customer, string item, int day) => new(customer, item, Start + Duration.FromDays(day));
}
