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
}
