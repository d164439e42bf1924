using EcomOps.Analytics.Events;
using EcomOps.Analytics.Events.Delivery;
using EcomOps.Analytics.Events.Projections;
using EcomOps.Testing.Events;
using NodaTime;
using NodaTime.Testing;

namespace EcomOps.Analytics.Tests.Events.Delivery;

/// <summary>Random offers, answers of visitors and faults of the transport against a plain count of what must be where.</summary>
public sealed class SenderModelTests
{
    [Property(MaxTest = 150)]
    public async Task Nothing_is_lost_and_nothing_counts_twice(int seed)
    {
        Random random = new(seed);
        FakeClock clock = new(EventSamples.Noon);
        HashSet<string> perhaps = [];
        MemoryEventSink sink = new(
            new NarrowProjection(new MixpanelProjection(), new BatchLimits(random.Next(1, 6), 20_000, 10_000)),
            batch =>
            {
                SinkFault fault = Fault(random, batch);
                if (fault.Stores && fault.Answer is SinkAnswer.TryAgain)
                {
                    perhaps.UnionWith(batch.Events.Select(e => e.EventId));
                }

                return fault;
            });
        using EventSender sender = new([sink], clock, new EventSenderOptions { Capacity = random.Next(5, 40), MaxAttempts = random.Next(1, 5) });
        HashSet<string> queued = [], held = [];
        Dictionary<string, string> visitorOf = [];
        int discarded = 0;
        for (int i = 0; i < 120; i++)
        {
            switch (random.Next(10))
            {
                case < 6:
                    EventVisit visit = new($"visitor-{random.Next(4)}", "s1") { Consent = new EventConsent((ConsentState)random.Next(3), ConsentState.Unknown) };
                    ShopEvent e = EventSamples.Purchase(1, $"O{random.Next(60)}", visit, clock.GetCurrentInstant());
                    visitorOf[e.EventId] = visit.AnonymousId;
                    switch (sender.Offer(e))
                    {
                        case OfferOutcome.Queued:
                            Assert.True(queued.Add(e.EventId) && !held.Contains(e.EventId));
                            break;
                        case OfferOutcome.Held:
                            Assert.True(held.Add(e.EventId) && !queued.Contains(e.EventId));
                            break;
                    }

                    break;
                case 6:
                    string visitor = $"visitor-{random.Next(4)}";
                    ConsentChange change = sender.SetConsent(visitor, random.Next(2) == 0 ? EventConsent.Granted : EventConsent.Denied, "test");
                    List<string> waited = [.. held.Where(id => visitorOf[id] == visitor)];
                    held.ExceptWith(waited);
                    if (change.After == EventConsent.Granted)
                    {
                        Assert.Equal(waited.Count, change.Released);
                        queued.UnionWith(waited);
                    }

                    discarded += change.After == EventConsent.Granted ? 0 : change.Discarded - waited.Count;
                    break;
                default:
                    await sender.StepAsync();
                    clock.Advance(Duration.FromSeconds(random.Next(5)));
                    break;
            }

            SenderReport now = sender.Report()[0];
            Assert.Equal(queued.Count, now.Queued + now.Delivered + now.Failed + now.Discarded);
            Assert.Equal(held.Count, sender.HeldForConsent);
        }

        while (await sender.StepAsync() is { } due)
        {
            clock.Reset(Instant.Max(due, clock.GetCurrentInstant()));
        }

        SenderReport end = sender.Report()[0];
        List<Undelivered> failed = [.. sender.TakeUndelivered()];
        Assert.Equal(0, end.Queued);
        Assert.Equal(discarded, end.Discarded);
        Assert.Equal(end.Failed, failed.Count);
        Assert.Equal(failed.Count, failed.DistinctBy(f => f.EventId).Count());
        Assert.True(sink.Stored.Keys.All(queued.Contains));
        Assert.True(failed.All(f => !sink.Stored.ContainsKey(f.EventId) || perhaps.Contains(f.EventId)));
        Assert.InRange(sink.Stored.Count, end.Delivered, end.Delivered + perhaps.Count);
        Assert.All(sink.Requests.SelectMany(r => r.Events).GroupBy(e => e.EventId), same => Assert.Single(same.Select(e => Convert.ToHexString(e.Json.Span)).Distinct()));
    }

    private static SinkFault Fault(Random random, EventBatch batch) => random.Next(10) switch
    {
        0 => SinkFault.AnswerLost,
        1 => SinkFault.Unreachable,
        2 => SinkFault.Throttles(Duration.FromSeconds(random.Next(10))),
        3 => SinkFault.Throws(new TimeoutException()),
        4 => SinkFault.Rejects([.. Enumerable.Range(0, batch.Events.Count).Where(_ => random.Next(2) == 0).Select(i => new RejectedRecord(i, "no", random.Next(2) == 0))]),
        5 => new SinkFault(new SinkAnswer.TooLarge(), false),
        6 when random.Next(4) == 0 => SinkFault.Refuses,
        _ => SinkFault.None,
    };
}
