using EcomOps.Analytics.Recommendations;
using FsCheck;
using FsCheck.Xunit;
using MathNet.Numerics.LinearAlgebra;
using NodaTime;

namespace EcomOps.Analytics.Tests.Recommendations;

public sealed class RecommenderTests
{
    private static readonly Instant Day = Instant.FromUtc(2026, 1, 1, 0, 0);

    // a-b together three times, a-c once, d alone.
    private static readonly Interactions Small = From(("1", "a b"), ("2", "a b"), ("3", "a b c"), ("4", "d"), ("5", "a"));

    [Fact]
    public void Cosine_and_Jaccard_are_those_of_the_counts()
    {
        // c_aa = 4, c_bb = 3, c_ab = 3, c_cc = 1.
        IReadOnlyList<Recommendation> cosine = ItemNeighbours.Fit(Small).SimilarTo("a", 5);
        Assert.Equal(["b", "c"], cosine.Select(r => r.Item));
        Assert.Equal(3 / Math.Sqrt(12), cosine[0].Score, 12);
        Assert.Equal(1 / Math.Sqrt(4), cosine[1].Score, 12);
        Assert.Equal(3.0 / 4, ItemNeighbours.Fit(Small, ItemSimilarity.Jaccard).SimilarTo("a", 1)[0].Score, 12);
    }

    [Fact]
    public void A_score_is_the_sum_over_the_history() =>
        Assert.Equal((1 / Math.Sqrt(4)) + (1 / Math.Sqrt(3)), ItemNeighbours.Fit(Small).Recommend(["a", "b"], 5).Single(r => r.Item == "c").Score, 12);

    [Fact]
    public void Rare_pairs_and_far_neighbours_can_be_cut()
    {
        Assert.DoesNotContain(ItemNeighbours.Fit(Small, minimumTogether: 2).SimilarTo("a", 5), r => r.Item == "c");
        Assert.Equal(["b"], ItemNeighbours.Fit(Small, keep: 1).SimilarTo("a", 5).Select(r => r.Item));
    }

    [Fact]
    public void Unknown_repeated_and_bought_items_are_never_recommended()
    {
        foreach (IRecommender model in Models(Small))
        {
            IReadOnlyList<Recommendation> list = model.Recommend(["a", "a", "never sold"], 10);
            Assert.DoesNotContain(list, r => r.Item is "a" or "never sold");
            Assert.All(list, r => Assert.True(double.IsFinite(r.Score) && r.Score > 0));
            Assert.Equal(list.Count, list.Select(r => r.Item).Distinct().Count());
        }
    }

    [Fact]
    public void Only_allowed_items_are_shown() => Assert.Equal(["c"], PopularityModel.Fit(Small).Recommend(["a"], 5, item => item == "c").Select(r => r.Item));

    [Fact]
    public void Popularity_breaks_ties_by_item() => Assert.Equal(["a", "b", "c", "d"], PopularityModel.Fit(Small).Recommend([], 4).Select(r => r.Item));

    [Fact]
    public void A_customer_without_history_gets_what_sells_best_from_the_fallback()
    {
        IRecommender model = ItemNeighbours.Fit(Small).Or(PopularityModel.Fit(Small));
        Assert.Equal(["a", "b", "c", "d"], model.Recommend([], 4).Select(r => r.Item));
        Assert.Equal(["b", "c", "d"], model.Recommend(["a"], 4).Select(r => r.Item));
    }

    [Fact]
    public void A_fallback_of_other_interactions_is_refused() => Assert.Throws<ArgumentException>(() => PopularityModel.Fit(Small).Or(PopularityModel.Fit(From(("1", "x y")))));

    [Property(MaxTest = 40)]
    public void Ease_equals_the_closed_form(int seed)
    {
        // An independent calculation with MathNet's dense inverse.
        Interactions interactions = RandomShop(seed, customers: 40, items: 21);
        int n = interactions.Items.Count;
        Matrix<double> m = Matrix<double>.Build.Dense(interactions.Customers.Count, n, (u, i) => interactions.HistoryOf(u).Contains(i) ? 1 : 0);
        Matrix<double> p = (m.TransposeThisAndMultiply(m) + (Matrix<double>.Build.DenseIdentity(n) * 3)).Inverse();
        EaseModel model = EaseModel.Fit(interactions, lambda: 3);
        double[] scores = new double[n];
        for (int i = 0; i < n; i++)
        {
            model.Score([i], scores);
            for (int j = 0; j < n; j++)
            {
                Assert.Equal(i == j ? 0 : -p[i, j] / p[j, j], scores[j], 9);
            }
        }
    }

    [Fact]
    public void Ease_with_a_cut_equals_ease_over_the_best_sellers_alone()
    {
        Interactions all = From(("1", "a b z"), ("2", "a b"), ("3", "a c"), ("4", "b c"), ("5", "a b c"));
        Interactions without = From(("1", "a b"), ("2", "a b"), ("3", "a c"), ("4", "b c"), ("5", "a b c"));
        Assert.Equal(
            EaseModel.Fit(without, 1).Recommend(["a"], 5).Select(r => (r.Item, Math.Round(r.Score, 12))),
            EaseModel.Fit(all, 1, mostPopular: 3).Recommend(["a"], 5).Select(r => (r.Item, Math.Round(r.Score, 12))));
    }

    [Property(MaxTest = 25)]
    public void An_als_customer_factor_is_where_the_weighted_squared_error_is_least(int seed)
    {
        // With one customer's history changed a little, scores stay put: the factor solves the normal equations, so it is the same however often it is asked for, and on any thread.
        Interactions interactions = RandomShop(seed, customers: 60, items: 15);
        ImplicitAls model = ImplicitAls.Fit(interactions, new AlsOptions { Factors = 4, Rounds = 5 });
        double[] first = new double[interactions.Items.Count], again = new double[interactions.Items.Count];
        model.Score(interactions.HistoryOf(0), first);
        model.Score(interactions.HistoryOf(0), again);
        Assert.Equal(first, again);
        Assert.All(first, s => Assert.True(double.IsFinite(s)));
        Assert.Equal(ImplicitAls.Fit(interactions, new AlsOptions { Factors = 4, Rounds = 5 }).Recommend(["i0"], 5), model.Recommend(["i0"], 5));
    }

    [Fact]
    public void Models_find_the_two_worlds_of_a_divided_shop()
    {
        // Customers buy five of ten tools or five of ten toys; nobody buys both. Asked with two tools, every personal model names tools only.
        var random = new Random(5);
        List<ItemPurchase> purchases = [];
        for (int u = 0; u < 200; u++)
        {
            string world = u % 2 == 0 ? "tool" : "toy";
            purchases.AddRange(Enumerable.Range(0, 10).OrderBy(_ => random.Next()).Take(5).Select(i => new ItemPurchase($"u{u}", $"{world}{i}", Day)));
        }

        Interactions interactions = Interactions.From(purchases);
        foreach (IRecommender model in Models(interactions).Where(m => m is not PopularityModel))
        {
            IReadOnlyList<Recommendation> list = model.Recommend(["tool1", "tool2"], 5);
            Assert.Equal(5, list.Count);
            Assert.All(list, r => Assert.StartsWith("tool", r.Item, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Rules_recommend_by_confidence_and_only_where_the_whole_condition_holds()
    {
        Interactions interactions = From(("1", "a b c"), ("2", "a b c"), ("3", "a d"), ("4", "b d"), ("5", "c d"), ("6", "d"));
        AssociationModel model = AssociationModel.Fit(interactions, support: 0.3, confidence: 0.5);
        Assert.Equal(1.0, model.Recommend(["a", "b"], 1)[0].Score);                       // a, b => c always holds
        Assert.Equal(2.0 / 3, model.Recommend(["a"], 1)[0].Score, 12);                    // a => b and a => c in two of three
        Assert.All(model.Rules, r => Assert.True(r.Lift > 1));
    }

    [Fact]
    public void Wide_histories_raise_the_support_of_rules_instead_of_filling_the_memory()
    {
        var random = new Random(3);
        Interactions wide = From([.. Enumerable.Range(0, 30).Select(u => ($"u{u}", string.Join(' ', Enumerable.Range(0, 400).Where(_ => random.Next(4) > 0).Select(i => $"i{i}"))))]);

        AssociationModel model = AssociationModel.Fit(wide, mostSets: 20_000);

        Assert.InRange(model.MinimumCount, 2, 30);
        FrequentItemSets same = FrequentItemSets.Find(Baskets.Of(wide), model.MinimumCount / 30.0, maxLength: 3);
        Assert.InRange(same.Count, 1, 20_000);
        Assert.Equal(same.Rules(0.05).Count(r => r.Lift > 1), model.Rules.Count);
        Assert.Contains("raise it", Assert.Throws<ArgumentOutOfRangeException>("support", () => FrequentItemSets.Find(Baskets.Of(wide), 0.001, maxLength: 3, mostSets: 20_000)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shops_of_nobody_one_customer_or_one_item_give_empty_lists()
    {
        foreach (Interactions interactions in (Interactions[])[From(), From(("1", "a")), From(("1", "a"), ("2", "a"))])
        {
            foreach (IRecommender model in Models(interactions))
            {
                Assert.Empty(model.Recommend(["a"], 5));
            }
        }
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => EaseModel.Fit(Small, lambda: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => EaseModel.Fit(Small, lambda: double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => ItemNeighbours.Fit(Small, keep: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ImplicitAls.Fit(Small, new AlsOptions { Factors = 0 }));
        Assert.Throws<ArgumentException>(() => ImplicitAls.Fit(Small, new AlsOptions { Alpha = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => PopularityModel.Fit(Small).Recommend([], 0));
    }

    [Fact]
    public void The_sequence_of_purchases_does_not_matter()
    {
        List<ItemPurchase> purchases = [.. Enumerable.Range(0, 300).Select(i => new ItemPurchase($"u{i % 37}", $"i{i * i % 23}", Day))];
        Interactions forth = Interactions.From(purchases), back = Interactions.From(Enumerable.Reverse(purchases));
        foreach ((IRecommender x, IRecommender y) in Models(forth).Zip(Models(back)))
        {
            Assert.Equal(x.Recommend(["i1", "i4"], 10), y.Recommend(["i1", "i4"], 10));
        }
    }

    internal static Interactions From(params (string Customer, string Items)[] customers) =>
        Interactions.From(customers.SelectMany(c => c.Items.Split(' ').Select(i => new ItemPurchase(c.Customer, i, Day))));

    private static IEnumerable<IRecommender> Models(Interactions interactions) =>
    [
        PopularityModel.Fit(interactions), ItemNeighbours.Fit(interactions), ItemNeighbours.Fit(interactions, ItemSimilarity.Jaccard), EaseModel.Fit(interactions, lambda: 1),
        ImplicitAls.Fit(interactions, new AlsOptions { Factors = 4, Regularisation = 2 }), AssociationModel.Fit(interactions, support: 0.01, confidence: 0.01),
    ];

    private static Interactions RandomShop(int seed, int customers, int items)
    {
        var random = new Random(seed);
        return Interactions.From(Enumerable.Range(0, customers).SelectMany(u => Enumerable.Range(0, items).Where(_ => random.NextDouble() < 0.3).Append(u % items).Select(i => new ItemPurchase($"u{u}", $"i{i}", Day))));
    }
}
