using EcomOps.Analytics.Experiments;
using EcomOps.Core;
using NodaTime;

namespace EcomOps.Analytics.Tests.Experiments;

public sealed class ExperimentTests
{
    [Fact]
    public void A_clear_gain_ships_and_a_clear_loss_stops()
    {
        VariantData low = Shop("control", 1, 0.03, 20000), high = Shop("treatment", 2, 0.05, 20000);
        Assert.IsType<Decision.Ship>(Experiment.Analyse(low, high, new ExperimentOptions(0.05)).Decision);
        Assert.IsType<Decision.Stop>(Experiment.Analyse(high, low, new ExperimentOptions(0.05)).Decision);
    }

    [Fact]
    public void A_broken_split_blocks_the_decision_but_not_the_numbers()
    {
        ExperimentResult result = Experiment.Analyse(Shop("control", 1, 0.05, 4000), Shop("treatment", 2, 0.05, 5000), new ExperimentOptions(0.05));
        Assert.IsType<Decision.Invalid>(result.Decision);
        Assert.NotEqual(0, result.RevenuePerVisitor.StandardError);
    }

    [Fact]
    public void Tiny_samples_and_zero_variance_give_a_named_error_and_no_NaN()
    {
        foreach (VariantData data in (VariantData[])[new("x", []), new("x", [new(0, 0)]), new("x", [.. Enumerable.Repeat(new VisitorOutcome(1, 10), 50)])])
        {
            ExperimentResult result = Experiment.Analyse(data, data, new ExperimentOptions(0.05) { SequentialTuning = 1000 });
            Assert.IsType<Decision.Invalid>(result.Decision);
            Assert.Equal((0, 0, 1.0), (result.RevenuePerVisitor.Effect, result.RevenuePerVisitor.StandardError, result.RevenuePerVisitor.PValue));
            Assert.Equal(0.5, result.Posterior.ChanceToWin);
        }
    }

    [Fact]
    public void A_control_without_revenue_has_no_relative_difference()
    {
        var control = new MeanStatistic(3, 0, 2);
        TwoSampleResult result = TwoSample.Welch(control, new MeanStatistic(3, 3, 5), 0.05, DifferenceKind.Relative);
        Assert.Equal(TwoSampleError.ZeroControlMean, result.Error);
    }

    [Fact]
    public void The_cap_is_one_for_all_variants()
    {
        VariantData a = new("a", [.. Enumerable.Range(0, 100).Select(i => new VisitorOutcome(1, i))]), b = new("b", [.. Enumerable.Range(0, 100).Select(i => new VisitorOutcome(1, i + 1000))]);
        ExperimentResult result = Experiment.Analyse(a, b, new ExperimentOptions(0.05) { WinsoriseAt = 0.5 });
        Assert.Equal(549.5, result.Winsorised!.Value.Cap);
        Assert.Equal(549.5, result.RevenueMeans.Treatment);
    }

    [Fact]
    public void Prior_revenue_cuts_the_variance_by_the_squared_correlation()
    {
        var random = new Random(7);
        VariantData Variant(string name) => new(name, [.. Enumerable.Range(0, 20000).Select(_ => Normal(random)).Select(pre => new VisitorOutcome(1, 100 + (0.8 * pre) + (0.6 * Normal(random)), pre))]);
        VariantData c = Variant("c"), t = Variant("t");
        double with = Experiment.Analyse(c, t, new ExperimentOptions(0.05)).RevenuePerVisitor.StandardError;
        double without = TwoSample.Welch(MeanStatistic.Of(c.Visitors.Select(v => v.Revenue)), MeanStatistic.Of(t.Visitors.Select(v => v.Revenue)), 0.05, DifferenceKind.Relative).StandardError;
        Assert.InRange(with * with / (without * without), 1 - 0.64 - 0.02, 1 - 0.64 + 0.02);
    }

    [Fact]
    public void Type_one_error_of_A_A_tests_is_five_percent_on_normal_data()
    {
        var random = new Random(20261124);
        int rejected = 0;
        const int runs = 20000;
        for (int run = 0; run < runs; run++)
        {
            MeanStatistic Arm() => MeanStatistic.Of(Enumerable.Range(0, 50).Select(_ => 100 + Normal(random)));
            rejected += TwoSample.Welch(Arm(), Arm(), 0.05, DifferenceKind.Absolute).PValue < 0.05 ? 1 : 0;
        }

        Assert.InRange((double)rejected / runs, 0.045, 0.055);
    }

    [Fact]
    public void Type_one_error_of_A_A_tests_holds_on_zero_inflated_revenue()
    {
        var random = new Random(20261125);
        int rejected = 0;
        const int runs = 20000;
        for (int run = 0; run < runs; run++)
        {
            rejected += TwoSample.Welch(RevenueArm(random, 2000), RevenueArm(random, 2000), 0.05, DifferenceKind.Absolute).PValue < 0.05 ? 1 : 0;
        }

        Assert.InRange((double)rejected / runs, 0.040, 0.055);
    }

    [Fact]
    public void Type_one_error_of_A_A_tests_holds_for_a_ratio_and_for_prior_revenue()
    {
        // Average order value by the delta method, and revenue adjusted by the revenue before (correlated through a visitor's taste), on zero-inflated lognormal revenue.
        var random = new Random(20261127);
        int ratio = 0, adjusted = 0;
        const int runs = 20000;
        for (int run = 0; run < runs; run++)
        {
            (RatioStatistic Value, CupedMeanStatistic Revenue) c = Shoppers(random, 2000), t = Shoppers(random, 2000);
            ratio += TwoSample.Welch(c.Value, t.Value, 0.05, DifferenceKind.Absolute).PValue < 0.05 ? 1 : 0;
            adjusted += TwoSample.Welch(c.Revenue, t.Revenue, 0.05, DifferenceKind.Absolute).PValue < 0.05 ? 1 : 0;
        }

        Assert.InRange((double)ratio / runs, 0.045, 0.055);
        Assert.InRange((double)adjusted / runs, 0.040, 0.055);
    }

    [Fact]
    public void The_confidence_sequence_covers_zero_under_a_look_after_every_hundred_visitors_from_the_two_hundredth_on()
    {
        var random = new Random(20261126);
        int covered = 0;
        const int runs = 20000;
        for (int run = 0; run < runs; run++)
        {
            MeanStatistic control = RevenueArm(random, 50), treatment = RevenueArm(random, 50);
            bool always = true;
            for (int look = 1; look < 100 && always; look++)
            {
                control += RevenueArm(random, 50);
                treatment += RevenueArm(random, 50);
                TwoSampleResult r = TwoSample.Sequential(control, treatment, 0.05, DifferenceKind.Absolute, 5000);
                always = r.Error is not null || (r.Low <= 0 && r.High >= 0);
            }

            covered += always ? 1 : 0;
        }

        Assert.True(covered >= 0.95 * runs, $"{covered} of {runs} covered zero at every look.");
    }

    [Fact]
    public void Assignment_is_stable_even_and_exclusive_within_a_layer()
    {
        var a = new ExperimentPlan("a", "checkout", 0, 0.5, [("control", 1), ("treatment", 1)]);
        var b = new ExperimentPlan("b", "checkout", 0.5, 1, [("control", 1), ("treatment", 1)]);
        string[] visitors = [.. Enumerable.Range(0, 20000).Select(i => $"visitor-{i}")];
        Assert.All(visitors, v => Assert.True(Assignment.VariantOf(a, v) is null != Assignment.VariantOf(b, v) is null));
        long control = visitors.Count(v => Assignment.VariantOf(a, v) == "control"), treatment = visitors.Count(v => Assignment.VariantOf(a, v) == "treatment");
        Assert.False(SrmCheck.Test([control, treatment], [1, 1]).IsMismatch);
        Assert.Equal(Assignment.VariantOf(a, "visitor-1"), Assignment.VariantOf(a, "visitor-1"));
    }

    [Fact]
    public void A_visitor_in_two_variants_is_left_out_and_counted()
    {
        Instant t = Instant.FromUtc(2026, 1, 1, 0, 0);
        var log = ExposureLog.From([("v", "a", t), ("v", "b", t), ("w", "a", t + Duration.FromHours(1)), ("w", "a", t)]);
        Assert.Equal(1, log.InSeveral);
        Assert.Equal(t, log.First["w"].At);
    }

    [Fact]
    public void The_backlog_shows_its_arithmetic()
    {
        var idea = new BacklogIdea("free-returns", "Free returns raise conversion.", 100_000, 0.02, Money.Eur(50), 0.3m, 0.05, 0.5, Money.Eur(1000));
        RankedIdea ranked = ExperimentBacklog.Rank([idea], 0.05, 0.8)[0];
        Assert.Equal(Money.Eur(30_000), ranked.YearlyRevenue);
        Assert.Equal(Money.Eur(8_000), ranked.YearlyMargin);
        Assert.Contains("600 orders", ranked.Arithmetic, StringComparison.Ordinal);
    }

    private static MeanStatistic RevenueArm(Random random, int visitors)
    {
        double sum = 0, squares = 0;
        for (int i = 0; i < visitors; i++)
        {
            if (random.NextDouble() < 0.03)
            {
                double value = Math.Exp(Normal(random));
                sum += value;
                squares += value * value;
            }
        }

        return new MeanStatistic(visitors, sum, squares);
    }

    // Visitors of whom three in a hundred buy, one to three times; taste moves what they spend now and spent before.
    private static (RatioStatistic Value, CupedMeanStatistic Revenue) Shoppers(Random random, int visitors)
    {
        List<(double Numerator, double Denominator)> orders = new(visitors);
        List<(double Post, double Pre)> revenue = new(visitors);
        for (int i = 0; i < visitors; i++)
        {
            int count = random.NextDouble() < 0.03 ? random.Next(1, 4) : 0;
            double taste = count > 0 ? Normal(random) : 0, now = 0;
            for (int k = 0; k < count; k++)
            {
                now += Math.Exp((0.8 * taste) + (0.6 * Normal(random)));
            }

            double before = count > 0 && random.NextDouble() < 0.5 ? Math.Exp((0.8 * taste) + (0.6 * Normal(random))) : 0;
            orders.Add((now, count));
            revenue.Add((now, before));
        }

        return (RatioStatistic.Of(orders), CupedMeanStatistic.Of(revenue));
    }

    private static VariantData Shop(string name, int seed, double conversion, int visitors)
    {
        var random = new Random(seed);
        return new VariantData(name, [.. Enumerable.Range(0, visitors).Select(_ => random.NextDouble() < conversion ? new VisitorOutcome(1, 20 + (10 * random.NextDouble())) : new VisitorOutcome(0, 0))]);
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
