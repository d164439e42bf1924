using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv;

namespace EcomOps.Analytics.Tests.Ltv;

/// <summary>Histories that determine no parameters still give finite numbers and say so; expectations stay right where the published form breaks down.</summary>
public sealed class DegenerateFitTests
{
    public static TheoryData<string> Histories => ["nobody came back", "everybody came back at the end", "one customer", "two customers", "no time passed", "all equal repeaters", "same rate, nobody leaves", "very frequent"];

    [Theory]
    [MemberData(nameof(Histories))]
    public void Every_fit_gives_finite_expectations(string which)
    {
        RepeatSummaries data = RepeatSummaries.Of(TimeUnit.Week, Rows(which));
        foreach (PurchaseModel model in (PurchaseModel[])[NbdModel.Fit(data), BgNbdModel.Fit(data), MbgNbdModel.Fit(data), ParetoNbdModel.Fit(data)])
        {
            Assert.True(double.IsFinite(model.Estimate!.LogLikelihood), model.Name);
            Assert.True(model.Estimate.IsDegenerate || model.Estimate.Parameters.All(p => p.StandardError is { } e && double.IsFinite(e)), model.Name);
            foreach (double horizon in (double[])[0, 1, 13, 520])
            {
                Assert.True(double.IsFinite(model.ExpectedPurchases(horizon)), $"{model.Name} {horizon}");
                Assert.All(data.Items.Distinct().Take(20), row => Assert.InRange(model.ExpectedPurchases(row, horizon), 0, 1e9));
            }

            HoldoutReport report = HoldoutReport.Compute(model, data, new int[data.Items.Count], 13);
            Assert.True(double.IsFinite(report.Expected) && double.IsFinite(report.MeanSquaredLogError), model.Name);
        }
    }

    [Theory]
    [InlineData(0.3, 5, 2, 3, 3)]
    [InlineData(0.3, 5, 29, 40, 3)]
    [InlineData(0.3, 5, 31, 40, 3)]
    [InlineData(50, 900, 3, 4, 2)]
    [InlineData(2000, 9000, 3, 40, 4)]
    [InlineData(0.5, 4, 400, 3000, 12)]
    [InlineData(0.5, 4, 4, 4, 1500)]
    public void Expectation_equals_the_mean_over_the_chance_to_leave(double r, double alpha, double a, double b, int x)
    {
        var history = new RepeatSummary(x, 60, 60);
        const double horizon = 39;
        foreach (int extra in (int[])[0, 1])
        {
            PurchaseModel model = extra == 0 ? new BgNbdModel(r, alpha, a, b) : new MbgNbdModel(r, alpha, a, b);
            double u = horizon / (alpha + 60), expected = BetaMean(a, b + x + extra, p => (1 - Math.Exp(-(r + x) * Math.Log(1 + (p * u)))) / p);
            Assert.Equal(1, model.ExpectedPurchases(history, horizon) / model.ProbabilityAlive(history) / expected, 8);
        }
    }

    [Fact]
    public void Expectation_does_not_jump_where_the_method_changes()
    {
        double At(double r, double a, double b) => new BgNbdModel(r, 6, a, b).ExpectedPurchases(new RepeatSummary(2, 25, 30), 52);
        Assert.Equal(1, At(0.4, 30, 20) / At(0.4, 30 + 1e-9, 20), 7);
        Assert.Equal(1, At(0.4, 1 - 1.000001e-3, 2) / At(0.4, 1 - 0.999999e-3, 2), 7);
        Assert.Equal(1, At(23, 1.5, 1.5) / At(23 + 3e-9, 1.5, 1.5), 7);
    }

    [Fact]
    public void Customers_who_all_leave_with_the_same_chance_have_the_closed_form()
    {
        // p = 1/2 for everybody: (1 - ((alpha + T) / (alpha + T + t/2))^(r + x)) / p.
        var history = new RepeatSummary(2, 30, 30);
        var model = new BgNbdModel(0.5, 4, 1e6, 1e6);
        double expected = 2 * (1 - Math.Pow(34 / (34 + 19.5), 2.5));
        Assert.Equal(1, model.ExpectedPurchases(history, 39) / model.ProbabilityAlive(history) / expected, 5);
    }

    [Fact]
    public void Without_leaving_the_expectation_is_that_of_the_nbd_model()
    {
        var history = new RepeatSummary(4, 20, 30);
        double nbd = new NbdModel(0.8, 6).ExpectedPurchases(history, 26);
        Assert.Equal(nbd, new BgNbdModel(0.8, 6, 1e-6, 1e6).ExpectedPurchases(history, 26), 6);
        Assert.Equal(nbd, new MbgNbdModel(0.8, 6, 1e-6, 1e6).ExpectedPurchases(history, 26), 6);
        Assert.Equal(nbd, new ParetoNbdModel(0.8, 6, 1e-6, 1e6).ExpectedPurchases(history, 26), 4);
    }

    [Property(MaxTest = 300)]
    public void Extreme_parameters_give_finite_results(int r, int alpha, int a, int b, NonNegativeInt x, PositiveInt age)
    {
        static double P(int seed) => Math.Exp(Math.Abs((long)seed) % 281 / 10.0 - 14);
        double t = age.Get % 300;
        var history = new RepeatSummary(x.Get % 400, x.Get % 400 == 0 ? 0 : t, t);
        foreach (PurchaseModel model in (PurchaseModel[])[new BgNbdModel(P(r), P(alpha), P(a), P(b)), new MbgNbdModel(P(r), P(alpha), P(a), P(b)), new ParetoNbdModel(P(r), P(alpha), P(a), P(b))])
        {
            Assert.InRange(model.ProbabilityAlive(history), 0, 1);
            Assert.True(double.IsFinite(model.ExpectedPurchases(history, 26)), $"{model.Name} {string.Join(" ", model.Parameters)}");
            Assert.True(double.IsFinite(model.ExpectedPurchases(26)), $"{model.Name} {string.Join(" ", model.Parameters)}");
        }
    }

    // Simpson's rule on the mean of a beta distribution whose density vanishes at both ends.
    private static double BetaMean(double a, double b, Func<double, double> g)
    {
        const int n = 400_000;
        double peak = (a - 1) / (a + b - 2), logPeak = ((a - 1) * Math.Log(peak)) + ((b - 1) * Math.Log(1 - peak)), sum = 0, weights = 0;
        for (int i = 1; i < n; i++)
        {
            double p = (double)i / n, w = (i % 2 == 1 ? 4 : 2) * Math.Exp(((a - 1) * Math.Log(p)) + ((b - 1) * Math.Log(1 - p)) - logPeak);
            sum += w * g(p);
            weights += w;
        }

        return sum / weights;
    }

    private static IEnumerable<RepeatSummary> Rows(string which)
    {
        var random = new Random(4);
        return which switch
        {
            "nobody came back" => Enumerable.Range(1, 60).Select(i => new RepeatSummary(0, 0, i)),
            "everybody came back at the end" => Enumerable.Range(1, 60).Select(i => new RepeatSummary(1 + (i % 3), i, i)),
            "one customer" => [new RepeatSummary(2, 8, 30)],
            "two customers" => [new RepeatSummary(0, 0, 30), new RepeatSummary(5, 29, 30)],
            "no time passed" => Enumerable.Repeat(new RepeatSummary(0, 0, 0), 50),
            "all equal repeaters" => Enumerable.Repeat(new RepeatSummary(3, 20, 26), 50),
            "same rate, nobody leaves" => Enumerable.Range(0, 200).Select(_ =>
            {
                double last = 0;
                int count = 0;
                for (double t = -Math.Log(1 - random.NextDouble()) * 2; t < 52; t -= Math.Log(1 - random.NextDouble()) * 2)
                {
                    last = t;
                    count++;
                }

                return new RepeatSummary(count, last, 52);
            }).ToArray(),
            _ => Enumerable.Range(1, 60).Select(i => new RepeatSummary(200 + i, 100, 104)),
        };
    }
}
