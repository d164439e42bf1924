using EcomOps.Analytics.Customers;
using EcomOps.Analytics.Ltv;
using EcomOps.Conformance.Tests.Harness;
using NodaTime;

namespace EcomOps.Conformance.Tests.Analytics;

/// <summary>The figures of <c>docs/lifetime-value-accuracy.md</c> on the public order files.</summary>
public sealed class LtvAccuracyTests
{
    private static readonly LocalDate RetailEnd = new(2011, 12, 9);
    private static readonly LocalDate CdnowEnd = new(1998, 6, 30);

    [DataFact("online-retail/online-retail.csv.gz")]
    public void Online_retail_is_foretold_within_seven_per_cent_but_for_the_autumn()
    {
        CustomerOrders orders = OnlineRetailTests.Store.Value;
        foreach (PurchaseModelCandidate candidate in PurchaseModelCandidate.Standard)
        {
            var origins = RollingOrigins.Compute(orders, RetailEnd, candidate);
            Assert.Equal([new(2011, 9, 9), new(2011, 6, 10), new(2011, 3, 11)], origins.Reports.Select(r => r.Origin!.Value));
            Assert.Equal([4460, 2859, 2370], origins.Reports.Select(r => r.Actual));
            Assert.All(origins.Reports.Zip((double[])[1.328, 0.930, 1.057]), r => Assert.Equal(r.Second, r.First.Ratio!.Value, 0.002));
            Assert.True(origins.Reports[0].RatioInterval(0.99)!.Value.Low > 1.2, "The luck of single customers does not explain the autumn.");
        }
    }

    [DataFact("online-retail/online-retail.csv.gz")]
    public void Online_retail_gives_no_ground_to_prefer_a_model_and_too_little_history_for_seasons()
    {
        var selection = ModelSelection.Run(OnlineRetailTests.Store.Value, RetailEnd);
        var choice = Assert.IsType<ModelChoice.ByValidation>(selection.Choice);
        Assert.Equal(0, choice.Lead);
        Assert.False(choice.IsClear);
        Assert.Equal(-8772.4, choice.Scores[0].LogScore, 0.1);
        Assert.Equal("history_too_short_for_calendar", Assert.IsType<CalendarUse.NotTried>(selection.Calendar).Reason.Code);
    }

    [DataFact("cdnow/transactions.csv")]
    public void Cdnow_is_judged_on_a_quarter_that_did_not_choose()
    {
        var selection = ModelSelection.Run(LtvData.Transactions(), CdnowEnd);
        var choice = Assert.IsType<ModelChoice.ByValidation>(selection.Choice);
        Assert.Equal(["Pareto/NBD", "MBG/NBD", "BG/NBD"], choice.Scores.Select(s => s.Model));
        Assert.Equal(4.88, choice.Lead, 0.02);
        Assert.Equal(4.02, choice.LeadError!.Value, 0.02);
        Assert.Equal(495, selection.Holdout!.Actual);
        Assert.Equal(636.3, selection.Holdout.Expected, 0.2);
        Assert.Equal(0.2775, selection.Holdout.MeanAbsoluteError, 0.0005);
        Assert.Null(selection.Histories.Calendar);
    }
}
