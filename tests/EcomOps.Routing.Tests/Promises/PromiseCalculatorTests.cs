using EcomOps.Core;
using EcomOps.Routing.Calendars;
using EcomOps.Routing.Carriers;
using EcomOps.Routing.Locations;
using EcomOps.Routing.Promises;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Routing.Tests.Promises;

public sealed class PromiseCalculatorTests
{
    private static readonly CarrierRate TwoDays = new("post", "parcel", "standard", "nl", 2, Money.Eur(5m), Money.Eur(0m));

    [Theory]
    [InlineData("2026-11-10T13:59:59Z", "2026-11-10", "2026-11-12")]
    [InlineData("2026-11-10T14:00:00Z", "2026-11-10", "2026-11-12")]
    [InlineData("2026-11-10T14:00:01Z", "2026-11-11", "2026-11-13")]
    [InlineData("2026-11-13T18:00:00Z", "2026-11-16", "2026-11-18")]
    [InlineData("2026-11-14T09:00:00Z", "2026-11-16", "2026-11-18")]
    [InlineData("2026-11-10T23:30:00Z", "2026-11-11", "2026-11-13")]
    public void The_instant_of_the_cut_off_still_counts_and_weekends_do_not(string at, string ships, string arrives)
    {
        DeliveryPromise promise = PromiseCalculator.Compute(Shop.Ams, TwoDays, InstantPattern.ExtendedIso.Parse(at).Value)!.Value;
        Assert.Equal((ships, arrives), (LocalDatePattern.Iso.Format(promise.ShipsOn), LocalDatePattern.Iso.Format(promise.ArrivesOn)));
    }

    [Fact]
    public void Holidays_of_location_and_carrier_count_each_for_their_own_part()
    {
        Location closedWednesday = Shop.Ams with { HandlingDays = 1, Calendar = new BusinessCalendar([new LocalDate(2026, 11, 11)]) };
        CarrierRate noFriday = TwoDays with { Calendar = new BusinessCalendar([new LocalDate(2026, 11, 13)]) };
        DeliveryPromise promise = PromiseCalculator.Compute(closedWednesday, noFriday, Shop.TuesdayMorning)!.Value;
        Assert.Equal(new DeliveryPromise(new(2026, 11, 10), new(2026, 11, 12), new(2026, 11, 17), false), promise);
    }

    [Fact]
    public void A_cut_off_in_the_hour_that_spring_skips_is_the_later_instant()
    {
        // 29 March 2026, 02:00 becomes 03:00: 02:30 does not exist, the gap ends at 01:00 UTC.
        Location sunday = Shop.Ams with { CutOff = new LocalTime(2, 30), Calendar = BusinessCalendar.EveryDay };
        CarrierRate daily = TwoDays with { Calendar = BusinessCalendar.EveryDay };
        Assert.False(PromiseCalculator.Compute(sunday, daily, Instant.FromUtc(2026, 3, 29, 1, 0))!.Value.MissedCutOff);
        Assert.True(PromiseCalculator.Compute(sunday, daily, Instant.FromUtc(2026, 3, 29, 1, 0).PlusNanoseconds(1))!.Value.MissedCutOff);
    }

    [Fact]
    public void A_cut_off_in_the_hour_that_autumn_repeats_is_the_second_one()
    {
        Location sunday = Shop.Ams with { CutOff = new LocalTime(2, 30), Calendar = BusinessCalendar.EveryDay };
        CarrierRate daily = TwoDays with { Calendar = BusinessCalendar.EveryDay };
        Assert.False(PromiseCalculator.Compute(sunday, daily, Instant.FromUtc(2026, 10, 25, 1, 30))!.Value.MissedCutOff);
        Assert.True(PromiseCalculator.Compute(sunday, daily, Instant.FromUtc(2026, 10, 25, 1, 31))!.Value.MissedCutOff);
    }

    [Fact]
    public void Business_days_are_counted_over_weekends_and_holidays()
    {
        BusinessCalendar calendar = new([new LocalDate(2026, 12, 25)]);
        Assert.Equal(new LocalDate(2026, 12, 28), calendar.Add(new LocalDate(2026, 12, 24), 1));
        Assert.Equal(new LocalDate(2026, 12, 28), calendar.Add(new LocalDate(2026, 12, 26), 0));
        Assert.Equal(new LocalDate(2026, 12, 28), calendar.Add(new LocalDate(2026, 12, 26), 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.Add(new LocalDate(2026, 12, 26), -1));
        Assert.Throws<ArgumentException>(() => new BusinessCalendar(restDays: Enum.GetValues<IsoDayOfWeek>()));
    }
}
