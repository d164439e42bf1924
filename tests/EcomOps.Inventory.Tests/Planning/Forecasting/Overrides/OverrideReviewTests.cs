using EcomOps.Inventory.Forecasting.Overrides;

namespace EcomOps.Inventory.Tests.Planning.Forecasting.Overrides;

public sealed class OverrideReviewTests
{
    // Ada: errors 10 and 20 become 5 and 0. Bob: errors 0 and 10 become 30 and 10.
    private static readonly OverrideOutcome[] Outcomes =
    [
        new("MUG", "Ada", "campaign", 100, 105, 110),
        new("MUG", "Ada", "listing", 100, 80, 80),
        new("CUP", "Bob", "campaign", 50, 80, 50),
        new("CUP", "Bob", "feeling", 50, 70, 60),
    ];

    [Fact]
    public void Authors_and_reasons_show_what_they_added()
    {
        OverrideReview review = OverrideReview.Of(Outcomes);
        Assert.Equal(new OverrideScore("Bob", 2, 5, 20, 5, -20, 0), review.ByAuthor[0]);
        Assert.Equal(new OverrideScore("Ada", 2, 15, 2.5, -5, 2.5, 1), review.ByAuthor[1]);
        Assert.Equal([-15, 12.5], review.ByAuthor.Select(s => s.ForecastValueAdded));
        Assert.Equal([("campaign", -12.5), ("feeling", 0), ("listing", 20)], review.ByReason.Select(s => (s.Of, s.ForecastValueAdded)));
        Assert.Equal(10, review.All!.StatisticalError);
        Assert.Equal(11.25, review.All.OverriddenError);
        Assert.Empty(review.Issues);
    }

    [Fact]
    public void Nothing_to_review_is_no_score()
    {
        OverrideReview review = OverrideReview.Of([new("MUG", "Ada", "x", double.NaN, 1, 2)]);
        Assert.Null(review.All);
        Assert.Empty(review.ByAuthor);
        Assert.Equal("outcome_not_finite", Assert.Single(review.Issues).Code);
    }
}
