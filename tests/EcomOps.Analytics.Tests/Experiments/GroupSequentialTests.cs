using EcomOps.Analytics.Experiments;

namespace EcomOps.Analytics.Tests.Experiments;

public sealed class GroupSequentialTests
{
    private static readonly double[] Fifths = [0.2, 0.4, 0.6, 0.8, 1];

    // Lan-DeMets bounds for five equal looks at two-sided 0.05, as R's ldbounds and gsDesign print them.
    [Theory]
    [InlineData(AlphaSpending.OBrienFleming, 4.8769, 3.3569, 2.6803, 2.2898, 2.0310)]
    [InlineData(AlphaSpending.Pocock, 2.4380, 2.4268, 2.4101, 2.3966, 2.3859)]
    public void Bounds_are_those_of_the_published_programs(AlphaSpending spending, params double[] expected)
    {
        GroupSequentialPlan plan = GroupSequential.Plan(Fifths, 0.05, spending);
        Assert.All(plan.Looks.Zip(expected), p => Assert.Equal(p.Second, p.First.Bound, 3));
        Assert.Equal(0.05, plan.Looks[^1].AlphaSpent, 12);
        Assert.Equal(0.05, GroupSequential.ErrorRate(Fifths, [.. plan.Looks.Select(l => l.Bound)]), 6);
    }

    // Armitage, McPherson and Rowe (1969), table 2: repeated looks at 1.96; Jennison and Turnbull (2000), tables 2.1 and 2.3: constants of Pocock and O'Brien-Fleming.
    [Fact]
    public void Error_rates_are_those_of_the_published_tables()
    {
        Assert.Equal(0.142, GroupSequential.ErrorRate(Fifths, [1.96, 1.96, 1.96, 1.96, 1.96]), 3);
        Assert.Equal(0.083, GroupSequential.ErrorRate([0.5, 1], [1.96, 1.96]), 3);
        Assert.Equal(0.05, GroupSequential.ErrorRate(Fifths, [2.413, 2.413, 2.413, 2.413, 2.413]), 3);
        Assert.Equal(0.05, GroupSequential.ErrorRate(Fifths, [.. Enumerable.Range(1, 5).Select(k => 2.040 * Math.Sqrt(5.0 / k))]), 3);
    }

    [Fact]
    public void One_look_is_the_ordinary_test()
    {
        Assert.Equal(1.959964, GroupSequential.Plan([1], 0.05, AlphaSpending.OBrienFleming).Looks[0].Bound, 6);
        Assert.Equal(1.644854, GroupSequential.Plan([1], 0.05, AlphaSpending.Pocock, Alternative.Greater).Looks[0].Bound, 6);
        Assert.Equal(1, GroupSequential.Plan([1], 0.05, AlphaSpending.Pocock).InflationFactor(0.8), 5);
    }

    // Jennison and Turnbull (2000), tables 2.2 and 2.4, K = 5, power 0.9: 1.207 for Pocock's and 1.026 for O'Brien-Fleming's own bounds; the spending versions lie near.
    [Fact]
    public void Several_looks_cost_visitors()
    {
        Assert.InRange(GroupSequential.Plan(Fifths, 0.05, AlphaSpending.Pocock).InflationFactor(0.9), 1.19, 1.22);
        Assert.InRange(GroupSequential.Plan(Fifths, 0.05, AlphaSpending.OBrienFleming).InflationFactor(0.9), 1.01, 1.04);
    }

    [Fact]
    public void Simulated_experiments_without_an_effect_cross_a_bound_as_often_as_planned()
    {
        GroupSequentialPlan plan = GroupSequential.Plan([0.3, 0.5, 1], 0.05, AlphaSpending.Pocock);
        var random = new Random(11);
        int crossed = 0;
        const int runs = 20000;
        for (int run = 0; run < runs; run++)
        {
            double s = 0, before = 0;
            for (int k = 1; k <= 3; k++)
            {
                double t = plan.Looks[k - 1].Information;
                s += Math.Sqrt(t - before) * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
                before = t;
                if (plan.IsReached(k, new TwoSampleResult(s / Math.Sqrt(t), 1, null, null, 0.5)))
                {
                    crossed++;
                    break;
                }
            }
        }

        // Three standard errors of a share of 0.05 over 20,000 runs.
        Assert.InRange((double)crossed / runs, 0.05 - 0.0047, 0.05 + 0.0047);
    }

    [Fact]
    public void Nothing_is_decided_on_a_comparison_with_an_error() =>
        Assert.False(GroupSequential.Plan([1], 0.05, AlphaSpending.Pocock).IsReached(1, TwoSample.Welch(new MeanStatistic(0, 0, 0), new MeanStatistic(0, 0, 0), 0.05, DifferenceKind.Absolute)));

    [Fact]
    public void A_one_sided_plan_only_stops_in_its_direction()
    {
        var gain = new TwoSampleResult(9, 1, null, null, 0);
        Assert.True(GroupSequential.Plan([1], 0.05, AlphaSpending.Pocock, Alternative.Greater).IsReached(1, gain));
        Assert.False(GroupSequential.Plan([1], 0.05, AlphaSpending.Pocock, Alternative.Less).IsReached(1, gain));
    }

    [Fact]
    public void Shares_that_do_not_rise_to_one_are_refused()
    {
        foreach (double[] shares in (double[][])[[], [0.5], [0.5, 0.5, 1], [0, 1], [0.5, 1.2], [double.NaN, 1]])
        {
            Assert.Throws<ArgumentException>(() => GroupSequential.Plan(shares, 0.05, AlphaSpending.Pocock));
        }

        Assert.Throws<ArgumentException>(() => GroupSequential.ErrorRate([1], []));
    }
}
