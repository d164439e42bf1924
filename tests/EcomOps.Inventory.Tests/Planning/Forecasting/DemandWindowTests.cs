using EcomOps.Inventory.Demand;
using NodaTime;

namespace EcomOps.Inventory.Tests.Planning.Forecasting;

public sealed class DemandWindowTests
{
    // Wednesday to Sunday two weeks on: 12 days, one whole week and five days.
    private static readonly LocalDate Wednesday = new(2026, 1, 7);

    [Fact]
    public void Weeks_end_with_the_last_day_and_a_begun_one_is_left_out()
    {
        var window = new DemandWindow(DemandPeriod.Week, Wednesday, Wednesday.PlusDays(11));
        Assert.Equal((1, Wednesday.PlusDays(12)), (window.Count, window.Next));
        DemandSeries series = window.Series([(Wednesday, 50), (Wednesday.PlusDays(5), 2), (Wednesday.PlusDays(11), 3), (Wednesday.PlusDays(12), 70)]);
        Assert.Equal([5], series.Values);
        Assert.Equal(Wednesday.PlusDays(5), window.StartOf(series, 0));
        Assert.Equal(Wednesday.PlusDays(12), window.StartOf(series, 1));
    }

    [Fact]
    public void A_year_with_53_weeks_has_no_odd_week()
    {
        var window = new DemandWindow(DemandPeriod.Week, new LocalDate(2020, 1, 1), new LocalDate(2021, 12, 31));
        Assert.Equal(104, window.Count);
        DemandSeries series = window.Series(Enumerable.Range(0, 731).Select(i => (new LocalDate(2020, 1, 1).PlusDays(i), 1.0)));
        Assert.All(series.Values, v => Assert.Equal(7, v));
    }

    [Fact]
    public void Months_follow_the_calendar()
    {
        var window = new DemandWindow(DemandPeriod.Month, new LocalDate(2026, 1, 2), new LocalDate(2026, 4, 30));
        DemandSeries series = window.Series([(new LocalDate(2026, 1, 31), 9), (new LocalDate(2026, 2, 28), 4), (new LocalDate(2026, 4, 30), 6)]);
        Assert.Equal([4, 0, 6], series.Values);
        Assert.Equal(new LocalDate(2026, 5, 1), window.Next);
    }

    [Fact]
    public void Missing_weeks_are_not_weeks_without_demand()
    {
        var window = new DemandWindow(DemandPeriod.Week, Wednesday, Wednesday.PlusDays(27)) { Unknown = [new DateInterval(Wednesday.PlusDays(8), Wednesday.PlusDays(9))] };
        Assert.Equal([1, null, 0, 4], window.Series([(Wednesday, 1), (Wednesday.PlusDays(27), 4)]).Values);
    }

    [Fact]
    public void Time_before_the_first_sale_is_left_out_unless_asked_for()
    {
        var window = new DemandWindow(DemandPeriod.Week, Wednesday, Wednesday.PlusDays(20));
        (LocalDate, double)[] late = [(Wednesday.PlusDays(8), 2)];
        Assert.Equal([2, 0], window.Series(late).Values);
        Assert.Equal([0, 2, 0], window.Series(late, sinceFirstSale: false).Values);
        Assert.Equal([0, 0, 0], window.Series([]).Values);
    }

    [Fact]
    public void Records_of_less_than_a_period_give_no_period() =>
        Assert.Equal(0, new DemandWindow(DemandPeriod.Week, Wednesday, Wednesday.PlusDays(3)).Series([(Wednesday, 5)]).Count);
}
