using EcomOps.Analytics.Promotions;
using EcomOps.Core;

namespace EcomOps.Analytics.Tests.Promotions;

public sealed class PromotionTests
{
    private static readonly PromotionEvent Event = new("p", "a", 30, 2, 0.2m, Money.Eur(0));

    [Fact]
    public void Constant_sales_have_no_uplift_and_no_NaN()
    {
        PromotionEffect effect = PromotionAnalysis.Analyse(new PromotionStudy([Series("a", 10), Series("e", 10)], [Event], ["e"]))[0];
        Assert.Equal(0, effect.Uplift.Units, 3);
        Assert.Equal(20, effect.Baseline.Units, 3);
        Assert.True(double.IsFinite(effect.PValue));
        Assert.Equal(Money.Eur(40), effect.Subsidy);
    }

    [Fact]
    public void No_sales_at_all_are_zero_everywhere()
    {
        PromotionEffect effect = PromotionAnalysis.Analyse(new PromotionStudy([Series("a", 0), Series("e", 0)], [Event], ["e"]))[0];
        Assert.Equal(0, effect.Uplift.Units, 3);
        Assert.Equal(Money.Eur(0), effect.IncrementalMargin);
    }

    [Fact]
    public void A_discount_beyond_the_margin_has_no_break_even()
    {
        PromotionEffect effect = PromotionAnalysis.Analyse(new PromotionStudy([Series("a", 10)], [Event with { Discount = 0.6m }], []))[0];
        Assert.Null(effect.BreakEvenLift);
        Assert.Contains(effect.Warnings, w => w.Code == "controls_missing");
    }

    [Fact]
    public void Weak_studies_are_warned_about_and_wrong_ones_refused()
    {
        PromotionStudy overlapping = new([Series("a", 10)], [Event, Event with { Id = "q", StartWeek = 33 }], ["a"]);
        Assert.Contains(PromotionAnalysis.Analyse(overlapping)[0].Warnings, w => w.Code == "promotions_overlap");
        Assert.Contains(PromotionAnalysis.Analyse(overlapping)[0].Warnings, w => w.Code == "control_promoted");
        PromotionStudy wrong = new([Series("a", 10)], [Event with { StartWeek = 60, Discount = 1.2m, Sku = "z" }], ["y"]);
        Assert.Equal(["discount_range", "product_unknown", "product_unknown", "weeks_outside"], PromotionAnalysis.Validate(wrong).Select(i => i.Code).Order());
        Assert.Throws<ArgumentException>(() => PromotionAnalysis.Analyse(wrong));
    }

    private static ProductSeries Series(string sku, long units) => new(sku, Money.Eur(10), Money.Eur(5), [.. Enumerable.Repeat(units, 60)]);
}
