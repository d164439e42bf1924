using EcomOps.Analytics.Recommendations;
using FsCheck;
using FsCheck.Xunit;

namespace EcomOps.Analytics.Tests.Recommendations;

public sealed class RankingMetricsTests
{
    // Three customers of a public evaluation suite (recommenders-team/recommenders, tests/unit/recommenders/evaluation): bought, and ranked by predicted score.
    private static readonly (int[] Bought, int[] Ranked)[] Customers =
    [
        ([1, 2, 3], [3, 10, 12]),
        ([1, 4, 5, 6, 7], [10, 3, 5, 11, 13]),
        ([2, 5, 6, 8, 9, 10, 11, 12, 13, 14], [4, 10, 7, 13, 1, 3, 5, 2, 11, 14]),
    ];

    [Fact]
    public void Figures_of_a_public_evaluation_suite_are_reproduced()
    {
        Assert.Equal(0.38172, Mean(RankingMetrics.Ndcg), tolerance: 1e-5);                // the suite's figures are cut off, not rounded
        Assert.Equal(0.23613, Mean(RankingMetrics.AveragePrecision), tolerance: 1e-5);
        Assert.Equal(0.26666, Mean(RankingMetrics.Precision), tolerance: 1e-5);
        Assert.Equal((1.0 / 3 + 1.0 / 5 + 6.0 / 10) / 3, Mean(RankingMetrics.Recall), 12);
    }

    [Fact]
    public void A_perfect_list_scores_one_and_one_without_hits_zero()
    {
        HashSet<int> bought = [1, 2, 3];
        Assert.Equal(1, RankingMetrics.Ndcg([3, 1, 2, 9], bought, 4), 12);
        Assert.Equal(1, RankingMetrics.AveragePrecision([3, 1, 2, 9], bought, 4), 12);
        Assert.Equal(0, RankingMetrics.Ndcg([8, 9], bought, 4));
        Assert.Equal(0, RankingMetrics.AveragePrecision([8, 9], bought, 4));
    }

    [Fact]
    public void The_ideal_list_is_no_longer_than_what_is_judged() => Assert.Equal(1, RankingMetrics.Ndcg([1, 2], new HashSet<int> { 1, 2, 3, 4, 5 }, 2), 12);

    [Fact]
    public void Nothing_to_find_is_zero_and_not_NaN()
    {
        HashSet<int> none = [];
        Assert.Equal([0, 0, 0, 0], [RankingMetrics.Ndcg([1], none, 3), RankingMetrics.AveragePrecision([1], none, 3), RankingMetrics.Recall([1], none, 3), RankingMetrics.Precision([1], none, 3)]);
    }

    [Property]
    public bool Moving_a_hit_up_never_lowers_a_figure(NonEmptyArray<bool> hits)
    {
        // Items 0, 1, 2 ...: relevant where the flag is set. Swap the last hit with the miss before it.
        int[] ranked = [.. Enumerable.Range(0, hits.Get.Length)];
        HashSet<int> relevant = [.. ranked.Where(i => hits.Get[i])];
        int at = Array.FindLastIndex(hits.Get, h => h);
        if (at < 1 || hits.Get[at - 1])
        {
            return true;
        }

        int[] better = [.. ranked];
        (better[at], better[at - 1]) = (better[at - 1], better[at]);
        return RankingMetrics.Ndcg(better, relevant, 10) >= RankingMetrics.Ndcg(ranked, relevant, 10)
            && RankingMetrics.AveragePrecision(better, relevant, 10) >= RankingMetrics.AveragePrecision(ranked, relevant, 10);
    }

    private static double Mean(Func<IReadOnlyList<int>, IReadOnlySet<int>, int, double> figure) => Customers.Average(c => figure(c.Ranked, c.Bought.ToHashSet(), 10));
}
