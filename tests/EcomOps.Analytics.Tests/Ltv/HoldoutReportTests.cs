using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv;
using NodaTime;

namespace EcomOps.Analytics.Tests.Ltv;

/// <summary>How far a forecast was off, with what chance alone would give.</summary>
public sealed class HoldoutReportTests
{
    [Fact]
    public void The_ratio_and_its_error_are_those_of_the_ratio_estimator()
    {
        // NBD with r 1, alpha 9 expects (1 + x) / (9 + 1) * 5 = 0.5, 1 and 1.5 of ages 1; actual 1, 0 and 5: ratio 6/3 = 2,
        // residuals 0, -2 and 2, so the error is sqrt(3/2 * 8) / 3.
        RepeatSummaries rows = RepeatSummaries.Of(TimeUnit.Week, [new(0, 0, 1), new(1, 1, 1), new(2, 1, 1)]);
        var report = HoldoutReport.Compute(new NbdModel(1, 9), rows, [1, 0, 5], 5);
        Assert.Equal(2, report.Ratio!.Value, 12);
        Assert.Equal(Math.Sqrt(12) / 3, report.RatioError!.Value, 12);
        (double low, double high) = report.RatioInterval(0.95)!.Value;
        Assert.Equal(4, low * high, 9);
        Assert.Equal(1.959964 * Math.Sqrt(12) / 3 / 2, Math.Log(high / 2), 5);
        Assert.Null(report.Origin);
    }

    [Fact]
    public void Weights_count_as_so_many_customers()
    {
        var model = new NbdModel(1, 9);
        var weighted = HoldoutReport.Compute(model, RepeatSummaries.Of(TimeUnit.Week, [new(0, 0, 1, 3), new(2, 1, 1, 2)]), [0, 3], 5);
        var single = HoldoutReport.Compute(model, RepeatSummaries.Of(TimeUnit.Week, [new(0, 0, 1), new(0, 0, 1), new(0, 0, 1), new(2, 1, 1), new(2, 1, 1)]), [0, 0, 0, 3, 3], 5);
        Assert.Equal(single.RatioError!.Value, weighted.RatioError!.Value, 12);
        Assert.Equal(single.Ratio!.Value, weighted.Ratio!.Value, 12);
    }

    [Fact]
    public void The_interval_holds_the_truth_as_often_as_it_says()
    {
        int held = 0;
        const int shops = 400;
        var model = new NbdModel(0.8, 6);
        var shop = new SimulatedShop(21);
        for (int k = 0; k < shops; k++)
        {
            RepeatSummary[] rows = new RepeatSummary[250];
            int[] actual = new int[rows.Length];
            for (int i = 0; i < rows.Length; i++)
            {
                double rate = shop.Gamma(0.8) / 6;
                List<double> times = [];
                for (double t = shop.Exponential(rate); t <= 39; t += shop.Exponential(rate))
                {
                    times.Add(t);
                }

                rows[i] = SimulatedShop.Summary(times.Where(t => t <= 26), 26);
                actual[i] = times.Count(t => t > 26);
            }

            (double low, double high) = HoldoutReport.Compute(model, RepeatSummaries.Of(TimeUnit.Week, rows), actual, 13).RatioInterval()!.Value;
            held += low <= 1 && 1 <= high ? 1 : 0;
        }

        // Nominal 90 %; the standard error of the share is 1.5 points.
        Assert.InRange((double)held / shops, 0.85, 0.95);
    }

    [Fact]
    public void Nothing_bought_one_customer_and_nothing_expected_have_no_interval_and_no_NaN()
    {
        RepeatSummaries two = RepeatSummaries.Of(TimeUnit.Week, [new(0, 0, 1), new(1, 1, 1)]), one = RepeatSummaries.Of(TimeUnit.Week, [new(1, 1, 1)]);
        var silent = HoldoutReport.Compute(new NbdModel(1, 9), two, [0, 0], 5);
        Assert.Equal((0.0, null), (silent.Ratio!.Value, silent.RatioInterval()));
        Assert.Null(HoldoutReport.Compute(new NbdModel(1, 9), one, [1], 5).RatioInterval());
        var none = HoldoutReport.Compute(new NbdModel(1, 9), two, [0, 0], 0);
        Assert.Null(none.Ratio);
        Assert.Null(none.RatioError);
        Assert.Throws<ArgumentOutOfRangeException>(() => silent.RatioInterval(1));
        Assert.Throws<ArgumentException>(() => HoldoutReport.Compute(new NbdModel(1, 9), two, [0, -1], 5));
    }

    [Fact]
    public void Origins_go_back_window_by_window_until_the_history_is_too_short()
    {
        var shop = new SimulatedShop(3);
        CustomerOrders orders = SimulatedShop.Build(shop.Orders(900, 30, 78, age => shop.Geometric(0.9, 5, 0.8, 3, age, afterFirst: false)));
        LocalDate asOf = SimulatedShop.Start.PlusWeeks(78);
        var origins = RollingOrigins.Compute(orders, asOf, PurchaseModelCandidate.BgNbd);
        Assert.Equal([65, 52, 39, 26, 13], origins.Reports.Select(r => (int)(Period.DaysBetween(SimulatedShop.Start, r.Origin!.Value) / 7)));
        Assert.All(origins.Reports, r => Assert.InRange(r.Ratio!.Value, 0.7, 1.4));
        Assert.Equal(ModelSelection.Run(orders, asOf, new() { Candidates = [PurchaseModelCandidate.BgNbd] }).Holdout, origins.Reports[0]);
        Assert.Equal(2, RollingOrigins.Compute(orders, asOf, PurchaseModelCandidate.BgNbd, most: 2).Reports.Count);
        var none = RollingOrigins.Compute(orders, SimulatedShop.Start.PlusWeeks(20), PurchaseModelCandidate.BgNbd);
        Assert.Empty(none.Reports);
        Assert.Null(none.HighestRatio);
    }
}
