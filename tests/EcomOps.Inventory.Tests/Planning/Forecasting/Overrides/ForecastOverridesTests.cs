using EcomOps.Inventory.Demand;
using EcomOps.Inventory.Distributions;
using EcomOps.Inventory.Forecasting;
using EcomOps.Inventory.Forecasting.Overrides;
using FsCheck.Xunit;
using NodaTime;

namespace EcomOps.Inventory.Tests.Planning.Forecasting.Overrides;

public sealed class ForecastOverridesTests
{
    private static readonly LocalDate Monday = new(2026, 3, 2);
    private static readonly Forecast Weekly = Given(100, 100, 100, 100);

    private static Forecast Given(params double[] means)
    {
        DemandDistribution[] periods = [.. means.Select(m => (DemandDistribution)GammaDemand.FromMoments(m, m * m / 4))];
        DemandDistribution[] totals = [.. means.Select((m, i) => (DemandDistribution)GammaDemand.FromMoments(m * (i + 1), m * m * (i + 1) / 4))];
        return Forecast.FromDistributions("given", periods, totals, DemandPeriod.Week);
    }

    private static ForecastOverride Of(LocalDate from, int days, OverrideKind kind, double value, string author = "Ada", int hour = 0) => new("MUG", new DateInterval(from, from.PlusDays(days - 1)), kind, value)
    {
        Reason = "campaign",
        Author = author,
        CreatedAt = Instant.FromUtc(2026, 2, 20, hour, 0),
        ExpiresOn = new LocalDate(2026, 3, 10),
    };

    private static Forecast Apply(params ForecastOverride[] overrides) => new ForecastOverrides(overrides).Apply("MUG", Weekly, Monday, Monday);

    [Fact]
    public void A_factor_and_an_absolute_value_change_their_weeks_only()
    {
        Forecast changed = Apply(Of(Monday, 7, OverrideKind.Factor, 1.5), Of(Monday.PlusDays(14), 7, OverrideKind.Absolute, 40));
        Assert.Equal([150, 100, 40, 100], changed.Mean);
        Assert.Equal(390, changed.Total(4).Mean, 1e-9);
        Assert.Equal(0.5, changed.At(3).StandardDeviation / changed.At(3).Mean, 1e-9);
        Assert.Equal(0.25, changed.Total(4).StandardDeviation / 390, 1e-9);
        Assert.Equal(Weekly.At(2), changed.At(2));
        Assert.Contains("Override by Ada for 2026-03-02 to 2026-03-08: x 1.5 (campaign).", changed.Explanation, StringComparison.Ordinal);
        Assert.Empty(changed.Issues);
    }

    // Three of seven days at 30 a week, four at 100: (3 x 30 + 4 x 100) / 7.
    [Fact]
    public void A_week_that_is_covered_in_part_changes_in_part() =>
        Assert.Equal(70, Apply(Of(Monday.PlusDays(4), 3, OverrideKind.Absolute, 30)).Mean[0], 1e-12);

    [Fact]
    public void Expired_overrides_no_longer_count()
    {
        var overrides = new ForecastOverrides([Of(Monday, 7, OverrideKind.Absolute, 0)]);
        Assert.Equal(0, overrides.Apply("MUG", Weekly, Monday, new LocalDate(2026, 3, 10)).Mean[0]);
        Forecast late = overrides.Apply("MUG", Weekly, Monday, new LocalDate(2026, 3, 11));
        Assert.Equal(Weekly.Mean, late.Mean);
        Assert.Equal("override_expired", Assert.Single(late.Issues).Code);
        Assert.DoesNotContain("Ada", late.Explanation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_two_for_the_same_days_the_youngest_wins(bool youngestLast)
    {
        ForecastOverride old = Of(Monday, 14, OverrideKind.Absolute, 10, "Ada", 8), young = Of(Monday.PlusDays(7), 7, OverrideKind.Absolute, 20, "Bob", 9);
        Forecast changed = youngestLast ? Apply(old, young) : Apply(young, old);
        Assert.Equal([10, 20, 100, 100], changed.Mean);
        Assert.Contains("Bob", Assert.Single(changed.Issues, i => i.Code == "override_overlap").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_count_is_named()
    {
        Forecast changed = Apply(
            Of(Monday, 7, OverrideKind.Factor, double.NaN), Of(Monday, 7, OverrideKind.Factor, -1), Of(Monday, 7, OverrideKind.Factor, 2) with { Reason = " " }, Of(Monday.PlusDays(28), 7, OverrideKind.Factor, 2));
        Assert.Equal(Weekly.Mean, changed.Mean);
        Assert.Equal(["override_invalid", "override_invalid", "override_invalid", "override_outside_horizon"], changed.Issues.Select(i => i.Code).Order(StringComparer.Ordinal));
        Assert.Same(Weekly, new ForecastOverrides([Of(Monday, 7, OverrideKind.Factor, 2)]).Apply("CUP", Weekly, Monday, Monday));
    }

    [Fact]
    public void Without_a_calendar_no_day_can_be_found() => Assert.Throws<InvalidOperationException>(() =>
        new ForecastOverrides([Of(Monday, 7, OverrideKind.Factor, 2)]).Apply("MUG", Forecaster.Naive.Forecast(DemandSeries.Of([1, 2, 3]), 2), Monday, Monday));

    [Property(MaxTest = 100)]
    public void No_override_makes_a_forecast_unsound(double value, byte from, byte days, bool factor, byte[] history)
    {
        Forecast own = Forecaster.Automatic.Forecast(DemandSeries.Weekly(Monday.PlusDays(-7 * history.Length), history.Select(b => (double)b)), 4);
        var one = Of(Monday.PlusDays(from - 100), 1 + days, factor ? OverrideKind.Factor : OverrideKind.Absolute, value) with { ExpiresOn = Monday };
        Forecast changed = new ForecastOverrides([one, one]).Apply("MUG", own, Monday, Monday);
        Assert.All(Enumerable.Range(1, 4), h => Assert.True(
            double.IsFinite(changed.Mean[h - 1]) && changed.Mean[h - 1] >= 0 && double.IsFinite(changed.Quantile(h, 0.9)) && double.IsFinite(changed.Total(h).Quantile(0.9))));
    }

    [Fact]
    public void Outcomes_name_the_override_with_most_days_and_skip_what_is_unknown()
    {
        var overrides = new ForecastOverrides([Of(Monday, 10, OverrideKind.Absolute, 10, "Ada", 8), Of(Monday.PlusDays(10), 11, OverrideKind.Factor, 2, "Bob", 9)]);
        IReadOnlyList<OverrideOutcome> outcomes = overrides.Outcomes("MUG", Weekly, Monday, Monday, [12, 90, double.NaN, 100, 5]);
        Assert.Equal([new OverrideOutcome("MUG", "Ada", "campaign", 100, 10, 12), new OverrideOutcome("MUG", "Bob", "campaign", 100, ((3 * 10) + (4 * 200)) / 7.0, 90)], outcomes);
    }
}
