using System.Globalization;
using System.Text.Json;
using EcomOps.Analytics.Cohorts;
using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Recommendations;
using EcomOps.Analytics.Segments;
using EcomOps.Conformance.Tests.Harness;
using EcomOps.Core;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Conformance.Tests.Analytics;

/// <summary>The data sets cdnow and groceries against their reference counts.</summary>
public sealed class CustomerDataTests
{
    [DataFact("cdnow/transactions.csv", "cdnow/rfm-rank-expected.json")]
    public void Cdnow_rank_scores_fill_the_expected_cells()
    {
        JsonElement expected = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(ConformanceFolders.Data, "cdnow/rfm-rank-expected.json"))).RootElement;
        IReadOnlyDictionary<int, int> cells = Rfm.Score(LtvData.Transactions(), new LocalDate(1998, 6, 30), new RfmOptions { Frequency = RfmFrequencyBasis.PurchaseDays }).Cells();
        Assert.Equal(247, cells[555]);
        Assert.Equal(171, cells[111]);
        JsonElement counts = expected.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.Object).Select(p => p.Value).OrderByDescending(v => v.EnumerateObject().Count()).First();
        Assert.Equal(counts.EnumerateObject().ToDictionary(c => int.Parse(c.Name, CultureInfo.InvariantCulture), c => c.Value.GetInt32()).OrderBy(c => c.Key), cells.OrderBy(c => c.Key));
    }

    [DataFact("cdnow/transactions.csv")]
    public void Cdnow_order_quantiles_collapse_and_it_is_told()
    {
        RfmScores scores = Rfm.Score(LtvData.Transactions(), new LocalDate(1998, 6, 30), new RfmOptions { Scoring = RfmScoring.Quantile, Frequency = RfmFrequencyBasis.PurchaseDays });
        Assert.Equal(4, scores.Levels.Frequency);
    }

    [DataFact("cdnow/transactions.csv", "cdnow/cohort-monthly-expected.json")]
    public void Cdnow_cohorts_are_the_expected_triangle()
    {
        CohortTable table = CohortTable.Compute(LtvData.Transactions(), new CohortOptions { DataUntil = new LocalDate(1998, 6, 30) });
        Assert.Equal([781, 124, 95], table.Cohorts[0].Cells.Take(3).Select(c => c.Customers));
        JsonElement root = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(ConformanceFolders.Data, "cdnow/cohort-monthly-expected.json"))).RootElement;
        foreach (JsonProperty cohort in Cohorts(root))
        {
            LocalDate start = LocalDatePattern.Iso.Parse(cohort.Name + "-01").Value;
            Assert.Equal(cohort.Value.EnumerateArray().Select(v => v.GetInt32()), table.Cohorts.Single(c => c.Start == start).Cells.Select(c => c.Customers));
        }
    }

    [DataFact("groceries/groceries.csv")]
    public void Groceries_item_sets_and_rules_are_exact()
    {
        Baskets baskets = Baskets.From(File.ReadLines(Path.Combine(ConformanceFolders.Data, "groceries/groceries.csv")).Where(l => l.Length > 0).Select(l => l.Split(',').Select(t => t.Trim())));
        Assert.Equal(9835, baskets.Count);
        Assert.Equal(169, baskets.Items.Count);
        Assert.Equal([8], Lengths(0.1));
        Assert.Equal([28, 3], Lengths(0.05));
        Assert.Equal([59, 61, 2], Lengths(0.02));
        Assert.Equal([88, 213, 32], Lengths(0.01));
        Assert.Equal([120, 605, 264, 12], Lengths(0.005));
        IReadOnlyList<AssociationRule> rules = FrequentItemSets.Find(baskets, 0.006).Rules(0.25);
        Assert.Equal(463, rules.Count);
        Assert.Equal("herbs", Assert.Single(rules[0].Antecedent));
        Assert.Equal("root vegetables", rules[0].Consequent);
        Assert.Equal(0.007016, rules[0].Support, 6);
        Assert.Equal(0.431250, rules[0].Confidence, 6);
        Assert.Equal(3.956477, rules[0].Lift, 6);
        Assert.Equal(15, FrequentItemSets.Find(baskets, 0.01).Rules(0.5).Count);

        IEnumerable<int> Lengths(double support) => FrequentItemSets.Find(baskets, support).CountsByLength().Values;
    }

    private static IEnumerable<JsonProperty> Cohorts(JsonElement element) => element.EnumerateObject().SelectMany(p =>
        p.Value.ValueKind == JsonValueKind.Array && p.Name.Length == 7 && p.Name[4] == '-' ? [p] : p.Value.ValueKind == JsonValueKind.Object ? Cohorts(p.Value) : []);
}
