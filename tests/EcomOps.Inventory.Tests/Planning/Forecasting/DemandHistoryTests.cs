using EcomOps.Inventory.Demand;
using NodaTime;

namespace EcomOps.Inventory.Tests.Planning.Forecasting;

public sealed class DemandHistoryTests
{
    [Fact]
    public void Unsorted_rows_are_summed_by_week_and_partial_weeks_left_out()
    {
        // 2026-01-05 is a Monday; the records run from Saturday the 3rd to Tuesday the 27th.
        (LocalDate, double)[] rows = [(new(2026, 1, 20), 4), (new(2026, 1, 3), 99), (new(2026, 1, 5), 1), (new(2026, 1, 11), 2), (new(2026, 1, 20), -1), (new(2026, 1, 27), 50)];
        DemandSeries series = DemandHistory.Of(rows, DemandPeriod.Week, new(2026, 1, 3), new(2026, 1, 27));
        Assert.Equal([3, 0, 3], series.Values);
        Assert.Equal(new LocalDate(2026, 1, 5), series.Start);
    }

    [Fact]
    public void A_year_with_53_weeks_keeps_every_week() =>
        Assert.Equal(53, DemandHistory.Of([], DemandPeriod.Week, new(2020, 12, 28), new(2022, 1, 2)).Count);

    [Fact]
    public void A_range_without_a_whole_period_is_an_empty_series() =>
        Assert.Equal(0, DemandHistory.Of([(new(2026, 1, 7), 5)], DemandPeriod.Month, new(2026, 1, 7), new(2026, 1, 20)).Count);

    [Fact]
    public void A_quantity_that_is_no_number_is_refused() =>
        Assert.Throws<ArgumentException>(() => DemandHistory.Of([(new(2026, 1, 7), double.NaN)], DemandPeriod.Day, new(2026, 1, 1), new(2026, 1, 9)));
}
