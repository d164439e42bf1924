using EcomOps.Analytics.Events;
using EcomOps.Analytics.Events.Delivery;
using NodaTime;

namespace EcomOps.Analytics.Tests.Events.Delivery;

public sealed class EventLogTests
{
    private static readonly ShopEvent Early = EventSamples.Purchase(order: "O1"), Late = EventSamples.Purchase(order: "O2", at: EventSamples.Noon + Duration.FromHours(1));

    [Fact]
    public void Events_are_kept_in_order_once_and_lateness_is_told()
    {
        EventLog log = new();
        Assert.Equal(LogOutcome.Added, log.Add(Late));
        Assert.Equal(LogOutcome.AddedLate, log.Add(Early));
        Assert.Equal(LogOutcome.Duplicate, log.Add(Early));
        Assert.Equal(LogOutcome.OrderAlreadyTold, log.Add(EventSamples.Purchase(order: "O1", visit: EventSamples.Visit with { Source = EventSource.Server })));
        Assert.Equal([Early, Late], log.Events);
    }

    [Property(MaxTest = 50)]
    public void Arrival_does_not_change_the_order(int seed)
    {
        List<ShopEvent> events = [.. Enumerable.Range(0, 30).Select(i => EventSamples.Purchase(order: $"O{i}", at: EventSamples.Noon + Duration.FromSeconds(i / 3)))];
        ShopEvent[] shuffled = [.. events];
        new Random(seed).Shuffle(shuffled);
        Assert.Equal(EventLog.Of(events).Events, EventLog.Of(shuffled).Events);
    }

    [Property(MaxTest = 60)]
    public void Computing_the_reopened_days_alone_gives_the_figures_of_computing_all(int seed)
    {
        Random random = new(seed);
        DateTimeZone zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
        EventLog log = new();
        Dictionary<LocalDate, decimal> figures = [];
        LocalDate open = LocalDate.MinIsoValue;
        for (int arrival = 0; arrival < 8; arrival++)
        {
            foreach (int i in Enumerable.Range(0, random.Next(1, 5)))
            {
                log.Add(EventSamples.Purchase(random.Next(1, 4), $"O{arrival}-{i}", at: EventSamples.Noon + Duration.FromHours((arrival * 20) - random.Next(90))));
            }

            List<LocalDate> days = [.. log.Events.Select(e => e.OccurredAt.InZone(zone).Date).Distinct()];
            IReadOnlyList<LocalDate> reopened = log.TakeReopened(zone);
            Assert.Equal(reopened.Distinct().Order(), reopened);

            // A day stays open until a later one begins; closed ones are computed again only when they are reopened.
            foreach (LocalDate day in days.Where(d => d >= open || reopened.Contains(d)))
            {
                figures[day] = Sum(log, zone, day);
            }

            open = days.Max();
            Assert.All(days, day => Assert.Equal(Sum(log, zone, day), figures[day]));
        }

        Assert.Empty(log.TakeReopened(zone));
    }

    [Fact]
    public void An_event_in_order_reopens_nothing_and_a_late_one_its_own_day_only()
    {
        EventLog log = new();
        log.Add(Early);
        log.Add(Late);
        Assert.Empty(log.TakeReopened(DateTimeZone.Utc));
        log.Add(EventSamples.Purchase(order: "O3", at: Early.OccurredAt - Duration.FromDays(3)));
        Assert.Equal([new LocalDate(2026, 11, 23)], log.TakeReopened(DateTimeZone.Utc));
    }

    [Theory]
    [InlineData(60, false)]
    [InlineData(61, true)]
    [InlineData(-60, false)]
    [InlineData(-61, true)]
    public void A_clock_is_corrected_beyond_a_minute_and_the_original_kept(int seconds, bool isCorrected)
    {
        ShopEvent e = Early with { SentAt = EventSamples.Noon, ReceivedAt = EventSamples.Noon + Duration.FromSeconds(seconds) };
        ShopEvent corrected = ClockSkew.Correct(e);
        Assert.Equal(isCorrected ? EventSamples.Noon + Duration.FromSeconds(seconds) : EventSamples.Noon, corrected.OccurredAt);
        Assert.Equal(isCorrected ? EventSamples.Noon : null, corrected.OriginalOccurredAt);
        Assert.Equal(corrected, ClockSkew.Correct(corrected));
    }

    private static decimal Sum(EventLog log, DateTimeZone zone, LocalDate day) => log.Events.Where(e => e.OccurredAt.InZone(zone).Date == day).Sum(e => e.Value!.Value.Amount);
}
