using EcomOps.Analytics.Experiments;
using EcomOps.Analytics.Growth;

namespace EcomOps.Analytics.Tests.Growth;

public sealed class IncrementalReturnTestTests
{
    [Fact]
    public void A_holdout_gives_the_return_with_Welchs_interval()
    {
        // Exposed 1 2 3 4 5 (mean 3, variance 2.5), control 0 1 2 (mean 1, variance 1): difference 2, se^2 = 0.5 + 1/3,
        // df = (5/6)^2 / (0.25/4 + (1/9)/2) = 5.8823529; the quantile by MathNet.
        var e = Assert.IsType<IncrementalReturnOutcome.Estimated>(IncrementalReturnTest.Holdout(MeanStatistic.Of([1, 2, 3, 4, 5]), MeanStatistic.Of([0, 1, 2]), 4, 0.9));
        Assert.Equal(10, e.Incremental, 12);
        Assert.Equal(2.5, e.Iroas, 12);
        Assert.Equal(5 * Math.Sqrt(5.0 / 6), e.StandardError, 12);
        Assert.Equal(5.8823529, e.DegreesOfFreedom, 6);
        double t = T90(e.DegreesOfFreedom);
        Assert.InRange(t, 1.943, 2.015);
        Assert.Equal(2.5 - (t * 5 * Math.Sqrt(5.0 / 6) / 4), e.Low, 6);
        Assert.Equal(2.5 + (t * 5 * Math.Sqrt(5.0 / 6) / 4), e.High, 6);
    }

    [Fact]
    public void Pairs_of_regions_are_judged_by_their_differences()
    {
        // Changes exposed - control: (30 - 10), (24 - 8), (28 - 4) = 20, 16, 24; sum 60, sd 4, se of the sum = 4 sqrt 3; t(0.975; 2) = 4.302653.
        TestRegion[] regions = [.. Pair("a", 100, 130, 90, 100), .. Pair("b", 100, 124, 200, 208), .. Pair("c", 50, 78, 40, 44)];
        var e = Assert.IsType<IncrementalReturnOutcome.Estimated>(IncrementalReturnTest.Regions(regions, 30, 0.95, RegionMethod.DifferenceInDifferences));
        Assert.Equal(2, e.Iroas, 12);
        Assert.Equal(2, e.DegreesOfFreedom);
        Assert.Equal(2 - (4.302653 * 4 * Math.Sqrt(3) / 30), e.Low, 5);
        Assert.Equal("few_regions", Assert.Single(e.Caveats).Code);

        // By growth of the pair: 130 - 100 x 100/90, 124 - 100 x 208/200, 78 - 50 x 44/40.
        var ratio = Assert.IsType<IncrementalReturnOutcome.Estimated>(IncrementalReturnTest.Regions(regions, 30, 0.95, RegionMethod.RatioScaling));
        Assert.Equal((130 - (1000.0 / 9)) + 20 + 23, ratio.Incremental, 10);
    }

    [Fact]
    public void Groups_of_regions_are_scaled_by_the_growth_of_the_controls()
    {
        // Controls grow from 300 to 330; exposed from 400 to 500 would have had 440: 60 more for 24 spent.
        TestRegion[] regions = [new("a", true, 100, 130), new("b", true, 300, 370), new("c", false, 100, 105), new("d", false, 200, 225)];
        var e = Assert.IsType<IncrementalReturnOutcome.Estimated>(IncrementalReturnTest.Regions(regions, 24, 0.9, RegionMethod.RatioScaling));
        Assert.Equal(2.5, e.Iroas, 10);

        // Residuals: exposed 130 - 125 = 5 and -5, control 105 - 110 = -5 and 5: variance of each ratio = 2 x 50 / X^2.
        Assert.Equal(400 * Math.Sqrt((100 / (400.0 * 400)) + (100 / (300.0 * 300))), e.StandardError, 8);

        // The test lasted half as long as the time before: changes 130 - 50, 370 - 150 against 105 - 50, 225 - 100.
        var half = Assert.IsType<IncrementalReturnOutcome.Estimated>(IncrementalReturnTest.Regions(regions, 24, 0.9, RegionMethod.DifferenceInDifferences, 0.5));
        Assert.Equal(300 - (2 * 90), half.Incremental, 10);
    }

    [Fact]
    public void What_cannot_be_told_is_named_and_not_guessed()
    {
        MeanStatistic some = MeanStatistic.Of([1, 2, 3]);
        TestRegion[] regions = [new("a", true, 1, 2), new("b", true, 2, 4), new("c", false, 1, 1)];
        Assert.Equal(IncrementalReturnError.NoSpend, Error(IncrementalReturnTest.Holdout(some, some, 0, 0.9)));
        Assert.Equal(IncrementalReturnError.TooFewUnits, Error(IncrementalReturnTest.Holdout(some, MeanStatistic.Of([1]), 5, 0.9)));
        Assert.Equal(IncrementalReturnError.NoVariance, Error(IncrementalReturnTest.Holdout(some, MeanStatistic.Of([0, 0, 0]), 5, 0.9)));
        Assert.Equal(IncrementalReturnError.TooFewUnits, Error(IncrementalReturnTest.Regions(regions, 5, 0.9, RegionMethod.RatioScaling)));
        Assert.Equal(IncrementalReturnError.NoSpend, Error(IncrementalReturnTest.Regions(regions, 0, 0.9, RegionMethod.RatioScaling)));
        Assert.Equal(IncrementalReturnError.TooFewUnits, Error(IncrementalReturnTest.Regions([.. Pair("a", 1, 2, 3, 4)], 5, 0.9, RegionMethod.RatioScaling)));
        Assert.Equal(IncrementalReturnError.IncompletePairs, Error(IncrementalReturnTest.Regions([.. Pair("a", 1, 2, 3, 4), new("x", true, 1, 2)], 5, 0.9, RegionMethod.RatioScaling)));
        Assert.Equal(IncrementalReturnError.IncompletePairs, Error(IncrementalReturnTest.Regions([.. Pair("a", 1, 2, 3, 4), new("x", true, 1, 2, "b"), new("y", true, 1, 2, "b")], 5, 0.9, RegionMethod.RatioScaling)));
        Assert.Equal(IncrementalReturnError.NothingBefore, Error(IncrementalReturnTest.Regions([.. Pair("a", 1, 2, 0, 4), .. Pair("b", 1, 2, 3, 4)], 5, 0.9, RegionMethod.RatioScaling)));
        Assert.Equal(IncrementalReturnError.NoVariance, Error(IncrementalReturnTest.Regions([.. Pair("a", 1, 2, 1, 1), .. Pair("b", 1, 2, 1, 1)], 5, 0.9, RegionMethod.DifferenceInDifferences)));
        Assert.Throws<ArgumentOutOfRangeException>(() => IncrementalReturnTest.Holdout(some, some, -1, 0.9));
        Assert.Throws<ArgumentOutOfRangeException>(() => IncrementalReturnTest.Holdout(some, some, 1, 90));
    }

    [Theory]
    [InlineData(false, 2.4, 3.2, "of revenue for each 1 spent (best estimate 2.80): it brings more revenue than it costs; whether it pays depends on the margin")]
    [InlineData(true, 1.2, 1.6, "between 1.20 and 1.60 of margin for each 1 spent (best estimate 1.40): it earns more than it costs.")]
    [InlineData(true, 0.2, 0.8, "below 1 it costs more than it earns")]
    [InlineData(true, 0.8, 1.4, "1 lies inside, so the test does not tell whether it pays")]
    [InlineData(false, 0.2, 0.8, "it loses money at any margin")]
    [InlineData(false, 0.2, 1.8, "does not tell whether it brings as much revenue as it costs")]
    public void The_sentence_says_what_to_do(bool isMargin, double low, double high, string part)
    {
        var e = new IncrementalReturnOutcome.Estimated(isMargin ? IncrementalMeasure.Margin : IncrementalMeasure.Revenue, 0.9, 100, (low + high) * 50, 1, 10, low, high, []);
        Assert.Contains(part, e.ToSentence(), StringComparison.Ordinal);
        Assert.StartsWith("With 90 % confidence the spend brought back between ", e.ToSentence(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_return_of_2_point_4_in_revenue_does_not_pay_at_a_margin_of_a_third()
    {
        var revenue = new IncrementalReturnOutcome.Estimated(IncrementalMeasure.Revenue, 0.9, 100, 240, 12, 10, 2, 2.8, []);
        IncrementalReturnOutcome.Estimated margin = revenue.AsMargin(1 / 3.0);
        Assert.Equal((0.8, 2 / 3.0, 80, 4), (margin.Iroas, margin.Low, margin.Incremental, margin.StandardError));
        Assert.Contains("below 1 it costs more than it earns", margin.ToSentence(), StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => margin.AsMargin(0.5));
    }

    // Nine in ten intervals hold the true return, for shops like those the methods are made for.
    [Theory]
    [InlineData("holdout")]
    [InlineData("groups_difference")]
    [InlineData("groups_ratio")]
    [InlineData("pairs_difference")]
    [InlineData("pairs_ratio")]
    public void Ninety_percent_intervals_cover_in_ninety_of_a_hundred_tests(string design)
    {
        const int Runs = 3000;
        var random = new Random(20261126);
        int covered = 0;
        for (int run = 0; run < Runs; run++)
        {
            (IncrementalReturnOutcome outcome, double truth) = Simulate(design, random);
            var e = Assert.IsType<IncrementalReturnOutcome.Estimated>(outcome);
            covered += e.Low <= truth && truth <= e.High ? 1 : 0;
        }

        Assert.InRange((double)covered / Runs, 0.87, 0.93);
    }

    private static (IncrementalReturnOutcome Outcome, double Truth) Simulate(string design, Random random)
    {
        if (design == "holdout")
        {
            // Four of five buy nothing; the advertisement lifts the amount of the others by a fifth: 0.2 x 0.2 x mean.
            double Amount(double lift) => random.NextDouble() < 0.2 ? lift * Math.Exp(3 + (0.6 * Normal(random))) : 0;
            MeanStatistic exposed = MeanStatistic.Of(Enumerable.Range(0, 900).Select(_ => Amount(1.2))), control = MeanStatistic.Of(Enumerable.Range(0, 400).Select(_ => Amount(1)));
            return (IncrementalReturnTest.Holdout(exposed, control, 500, 0.9), 900 * 0.2 * 0.2 * Math.Exp(3 + 0.18) / 500);
        }

        // Regions of one size for differences, of sizes up to three times the smallest for ratios.
        bool isRatio = design.EndsWith("ratio", StringComparison.Ordinal), isPaired = design.StartsWith("pairs", StringComparison.Ordinal);
        int units = isPaired ? 10 : 14;
        List<TestRegion> regions = [];
        double truth = 0;
        for (int i = 0; i < units; i++)
        {
            double size = isRatio ? 1000 + (2000.0 * i / units) : 2000, shared = isPaired ? 60 * Normal(random) : 0;
            foreach (bool isExposed in (bool[])[true, false])
            {
                double before = size + (40 * Normal(random)), plain = isRatio ? before * (1.1 + (0.04 * Normal(random))) : before + 150 + shared + (80 * Normal(random));
                double effect = isExposed ? (isRatio ? 0.08 * before : 150) : 0;
                truth += effect;
                regions.Add(new TestRegion($"{i}{isExposed}", isExposed, before, plain + effect, isPaired ? $"p{i}" : null));
            }
        }

        RegionMethod method = isRatio ? RegionMethod.RatioScaling : RegionMethod.DifferenceInDifferences;
        return (IncrementalReturnTest.Regions(regions, 1000, 0.9, method), truth / 1000);
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static IncrementalReturnError Error(IncrementalReturnOutcome outcome) => Assert.IsType<IncrementalReturnOutcome.NotEstimable>(outcome).Error;

    private static TestRegion[] Pair(string pair, double before, double during, double controlBefore, double controlDuring) =>
        [new($"{pair}-control", false, controlBefore, controlDuring, pair), new($"{pair}-exposed", true, before, during, pair)];

    // Student's t by the library of another author.
    private static double T90(double df) => MathNet.Numerics.Distributions.StudentT.InvCDF(0, 1, df, 0.95);
}
