using EcomOps.Analytics.Recommendations;
using EcomOps.Conformance.Tests.Harness;
using EcomOps.Conformance.Tests.Operations;
using EcomOps.Operations.History;
using Xunit.Abstractions;

namespace EcomOps.Conformance.Tests.Analytics;

/// <summary>Recommenders judged on real purchases, with temporal splits, beside popularity. There is no published figure for these splits: the tests hold which models beat popularity.</summary>
public sealed class RecommendationDataTests(OnlineRetail retail, ITestOutputHelper output) : IClassFixture<OnlineRetail>
{
    [DataFact("groceries/groceries.csv")]
    public void A_hidden_item_of_a_later_grocery_basket_is_found_at_least_as_well_as_by_popularity()
    {
        string[][] baskets = [.. File.ReadLines(Path.Combine(ConformanceFolders.Data, "groceries/groceries.csv")).Where(l => l.Length > 0).Select(l => l.Split(',').Select(t => t.Trim()).ToArray())];
        RecommendationReport report = RecommendationEvaluation.Evaluate(
            HoldoutSplit.LaterBaskets(baskets),
            [t => ItemNeighbours.Fit(t), t => ItemNeighbours.Fit(t, ItemSimilarity.Jaccard), t => EaseModel.Fit(t), t => ImplicitAls.Fit(t), t => AssociationModel.Fit(t).Or(PopularityModel.Fit(t))]);
        output.WriteLine(report.ToString());
        // 169 groups of food, whole milk in every fourth basket: popularity is hard to beat here, and the report says so instead of naming a winner.
        RecommendationQuality ease = report.Models[3];
        Assert.True(ease.Ndcg > report.Models[0].Ndcg && ease.NdcgGain.High > 0.01, report.ToString());
        Assert.True(report.Models[1].Coverage > 5 * report.Models[0].Coverage, report.ToString());
    }

    [DataFact(OnlineRetail.Orders)]
    public void What_customers_of_a_wholesaler_buy_later_is_found_better_than_by_popularity()
    {
        ItemPurchase[] purchases = [.. retail.History.Orders.Where(o => o.CustomerId is not null).SelectMany(o => o.Lines.Select(l => new ItemPurchase(o.CustomerId!, l.Sku.ToString(), o.PlacedAt)))];
        Dictionary<string, ItemValue> values = retail.History.Orders.SelectMany(o => o.Lines).GroupBy(l => l.Sku.ToString()).ToDictionary(
            g => g.Key, g => new ItemValue(g.First().UnitPrice, g.First().UnitPrice * 0.4m), StringComparer.Ordinal);
        RecommendationReport report = RecommendationEvaluation.Evaluate(
            HoldoutSplit.LastOfEachCustomer(purchases), [t => ItemNeighbours.Fit(t), t => EaseModel.Fit(t), t => ImplicitAls.Fit(t), t => AssociationModel.Fit(t, support: 0.01)], values: values);
        output.WriteLine(report.ToString());
        foreach (RecommendationQuality model in report.Models)
        {
            output.WriteLine($"{model.Model}: value found {model.RevenueRecall:0.0000}");
        }

        Assert.True(report.Models.Skip(1).Take(2).All(m => m.NdcgGain.Low > 0), report.ToString());
    }
}
