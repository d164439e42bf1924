using EcomOps.Analytics.Recommendations;
using NodaTime;

namespace EcomOps.Benchmarks.Gates.Analytics;

/// <summary>Recommenders on purchases of the shape of MovieLens-100k (943 customers, 1,682 items, about 100,000 pairs, a few items very popular), and rules over a million baskets.</summary>
public sealed class RecommendationGate : IGate
{
    /// <inheritdoc />
    public string Name => "analytics/recommend";

    /// <inheritdoc />
    public IEnumerable<GateResult> Measure()
    {
        Interactions interactions = Shop();
        yield return GateResult.AtMost(Name + "/item-item", Measurement.BestProcessorSeconds(() => ItemNeighbours.Fit(interactions)), "CPU-s", 0.1);
        yield return GateResult.AtMost(Name + "/ease", Measurement.BestProcessorSeconds(() => EaseModel.Fit(interactions)), "CPU-s", 1.5);
        yield return GateResult.AtMost(Name + "/implicit-als", Measurement.BestProcessorSeconds(() => ImplicitAls.Fit(interactions)), "CPU-s", 1.5);
        Baskets baskets = MillionBaskets();
        yield return GateResult.AtMost(Name + "/rules-million-baskets", Measurement.BestProcessorSeconds(() => FrequentItemSets.Find(baskets, 0.001).Rules(0.1), runs: 2), "CPU-s", 5);
    }

    private static Interactions Shop()
    {
        var random = new Random(1);
        List<ItemPurchase> purchases = [];
        for (int u = 0; u < 943; u++)
        {
            int bought = (int)Math.Min(700, 20 + (-86 * Math.Log(1 - random.NextDouble())));
            HashSet<int> items = [];
            while (items.Count < bought)
            {
                // The density of an item falls with the square root of its rank.
                items.Add((int)(1682 * Math.Pow(random.NextDouble(), 2)));
            }

            purchases.AddRange(items.Select(i => new ItemPurchase($"u{u}", $"i{i}", default(Instant))));
        }

        return Interactions.From(purchases);
    }

    private static Baskets MillionBaskets()
    {
        var random = new Random(2);
        string[] names = [.. Enumerable.Range(0, 10_000).Select(i => $"i{i}")];
        return Baskets.From(Enumerable.Range(0, 1_000_000).Select(_ => Enumerable.Range(0, 1 + random.Next(8)).Select(_ => names[(int)(10_000 * Math.Pow(random.NextDouble(), 3))])));
    }
}
