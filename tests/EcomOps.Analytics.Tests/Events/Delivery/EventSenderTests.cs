using EcomOps.Analytics.Events;
using EcomOps.Analytics.Events.Delivery;
using EcomOps.Analytics.Events.Projections;
using EcomOps.Testing.Events;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Testing;

namespace EcomOps.Analytics.Tests.Events.Delivery;

public sealed class EventSenderTests
{
    private readonly FakeClock _clock = new(EventSamples.Noon);
    private Func<EventBatch, SinkFault> _script = _ => SinkFault.None;

    [Fact]
    public async Task Events_wait_for_each_other_and_go_as_one_request()
    {
        (EventSender sender, MemoryEventSink sink) = Build();
        Offer(sender, "O1");
        Offer(sender, "O2");
        Assert.Equal(EventSamples.Noon + Duration.FromSeconds(2), await sender.StepAsync());
        Assert.Empty(sink.Requests);
        _clock.AdvanceSeconds(2);
        Assert.Null(await sender.StepAsync());
        Assert.Equal(2, Assert.Single(sink.Requests).Events.Count);
        Assert.Equal(new SenderReport("mixpanel", 0, 2, 0, 0), Assert.Single(sender.Report()));
    }

    [Fact]
    public async Task A_failed_batch_is_repeated_with_the_same_bytes_after_doubling_waits()
    {
        int left = 3;
        _script = _ => left-- > 0 ? SinkFault.AnswerLost : SinkFault.None;
        (EventSender sender, MemoryEventSink sink) = Build();
        Offer(sender, "O1");
        List<double> waits = [];
        for (Instant? due = _clock.GetCurrentInstant() + Duration.FromSeconds(2); due is not null; due = await sender.StepAsync())
        {
            waits.Add((due.Value - _clock.GetCurrentInstant()).TotalSeconds);
            _clock.Reset(due.Value);
        }

        Assert.Equal([1, 2, 3, 4], sink.Requests.Select(r => r.Attempt));
        Assert.All(sink.Requests, r => Assert.True(r.Body.Span.SequenceEqual(sink.Requests[0].Body.Span)));
        Assert.InRange(waits[1], 1, 1.25);
        Assert.InRange(waits[2], 2, 2.5);
        Assert.InRange(waits[3], 4, 5);
        Assert.Single(sink.Stored);
    }

    [Fact]
    public async Task A_collector_that_asks_to_wait_is_heard_up_to_the_longest_delay()
    {
        int left = 2;
        _script = _ => left-- switch { 2 => SinkFault.Throttles(Duration.FromSeconds(30)), 1 => SinkFault.Throttles(Duration.FromHours(5)), _ => SinkFault.None };
        (EventSender sender, _) = Build();
        Offer(sender, "O1");
        _clock.AdvanceSeconds(2);
        Instant? first = await sender.StepAsync();
        Assert.Equal(_clock.GetCurrentInstant() + Duration.FromSeconds(30), first);
        _clock.Reset(first!.Value);
        Assert.Equal(_clock.GetCurrentInstant() + Duration.FromMinutes(2), await sender.StepAsync());
    }

    [Fact]
    public async Task After_the_last_attempt_the_event_is_handed_over_and_not_lost()
    {
        _script = _ => SinkFault.Unreachable;
        (EventSender sender, MemoryEventSink sink) = Build(o => o.MaxAttempts = 3);
        string id = Offer(sender, "O1");
        await RunDown(sender);
        Assert.Equal(3, sink.Requests.Count);
        Assert.Equal(new Undelivered("mixpanel", id, "attempts_exhausted", "unreachable", 3), Assert.Single(sender.TakeUndelivered()));
        Assert.Empty(sender.TakeUndelivered());
    }

    [Fact]
    public async Task Of_a_partly_taken_batch_only_the_throttled_events_go_again()
    {
        int requests = 0;
        _script = _ => requests++ == 0 ? SinkFault.Rejects(new RejectedRecord(0, "time is invalid"), new RejectedRecord(2, "throttled", MayRetry: true)) : SinkFault.None;
        (EventSender sender, MemoryEventSink sink) = Build();
        List<string> ids = [.. Enumerable.Range(0, 4).Select(i => Offer(sender, $"O{i}"))];
        await RunDown(sender);
        Assert.Equal([ids[2]], sink.Requests[1].Events.Select(e => e.EventId));
        Assert.Equal([ids[1], ids[2], ids[3]], sink.Stored.Keys.Order(StringComparer.Ordinal).OrderBy(ids.IndexOf));
        Assert.Equal((ids[0], "rejected"), (Assert.Single(sender.TakeUndelivered()).EventId, "rejected"));
    }

    [Fact]
    public async Task Batches_are_split_by_count_and_by_bytes()
    {
        (EventSender sender, MemoryEventSink sink) = Build(limits: new BatchLimits(3, 100_000, 50_000));
        Enumerable.Range(0, 7).ToList().ForEach(i => Offer(sender, $"O{i}"));
        await RunDown(sender);
        Assert.Equal([3, 3, 1], sink.Requests.Select(r => r.Events.Count));

        int one = sink.Requests[2].Body.Length;
        (EventSender narrow, MemoryEventSink small) = Build(limits: new BatchLimits(100, (one * 2) + 100, one + 50));
        Enumerable.Range(0, 5).ToList().ForEach(i => Offer(narrow, $"O{i}"));
        await RunDown(narrow);
        Assert.All(small.Requests, r => Assert.True(r.Body.Length <= (one * 2) + 100));
        Assert.Equal(5, small.Stored.Count);
    }

    [Fact]
    public async Task An_oversized_event_is_refused_alone_and_the_others_go_on()
    {
        (EventSender sender, MemoryEventSink sink) = Build(limits: new BatchLimits(10, 100_000, 3_000));
        Offer(sender, "O1");
        var big = Assert.IsType<OfferOutcome.Queued>(sender.Offer(EventSamples.Purchase(60, "O2")));
        Assert.Equal("too_large", big.Refusals["mixpanel"].Code);
        Offer(sender, "O3");
        await RunDown(sender);
        Assert.Equal(2, sink.Stored.Count);
    }

    [Fact]
    public async Task A_batch_that_the_collector_finds_too_large_is_halved()
    {
        _script = batch => batch.Events.Count > 2 ? new SinkFault(new SinkAnswer.TooLarge(), false) : SinkFault.None;
        (EventSender sender, MemoryEventSink sink) = Build();
        Enumerable.Range(0, 8).ToList().ForEach(i => Offer(sender, $"O{i}"));
        await RunDown(sender);
        Assert.Equal(8, sink.Stored.Count);
        Assert.Empty(sender.TakeUndelivered());
    }

    [Fact]
    public void A_full_queue_is_busy_and_takes_nothing()
    {
        (EventSender sender, _) = Build(o => o.Capacity = 2);
        Offer(sender, "O1");
        Offer(sender, "O2");
        Assert.IsType<OfferOutcome.Busy>(sender.Offer(EventSamples.Purchase(order: "O3")));
        Assert.Equal(2, sender.Report()[0].Queued);
    }

    [Fact]
    public async Task What_was_busy_can_be_offered_again()
    {
        (EventSender sender, MemoryEventSink sink) = Build(o => o.Capacity = 1);
        Offer(sender, "O1");
        Assert.IsType<OfferOutcome.Busy>(sender.Offer(EventSamples.Purchase(order: "O2")));
        await RunDown(sender);
        Offer(sender, "O2");
        await RunDown(sender);
        Assert.Equal(2, sink.Stored.Count);
    }

    [Fact]
    public void An_event_counts_once_and_so_does_an_order_told_by_browser_and_server()
    {
        (EventSender sender, _) = Build();
        ShopEvent browser = EventSamples.Purchase(), server = EventSamples.Purchase(visit: EventSamples.Visit with { Source = EventSource.Server });
        Assert.IsType<OfferOutcome.Queued>(sender.Offer(browser));
        Assert.IsType<OfferOutcome.Duplicate>(sender.Offer(browser));
        Assert.Equal(browser.EventId, Assert.IsType<OfferOutcome.OrderAlreadyTold>(sender.Offer(server)).EventId);
        Assert.Equal(1, sender.Report()[0].Queued);
    }

    [Fact]
    public async Task Denied_consent_sends_nothing_and_withdrawal_empties_the_queue()
    {
        (EventSender sender, MemoryEventSink sink) = Build();
        Assert.IsType<OfferOutcome.Withheld>(sender.Offer(EventSamples.Purchase(visit: EventSamples.Visit with { Consent = EventConsent.Denied })));
        Offer(sender, "O2");
        ConsentChange change = sender.SetConsent(EventSamples.Visit.AnonymousId, EventConsent.Denied, "banner v3");
        Assert.Equal((0, 1), (change.Released, change.Discarded));
        Assert.IsType<OfferOutcome.Withheld>(sender.Offer(EventSamples.Purchase(order: "O3")));
        await RunDown(sender);
        Assert.Empty(sink.Requests);
        Assert.Equal(1, sender.Report()[0].Discarded);
        Assert.Equal(change, Assert.Single(sender.ConsentHistory));
    }

    [Fact]
    public void A_new_consent_after_a_refusal_counts()
    {
        (EventSender sender, _) = Build();
        sender.SetConsent(EventSamples.Visit.AnonymousId, EventConsent.Denied, "banner");
        Assert.IsType<OfferOutcome.Queued>(sender.Offer(EventSamples.Purchase(at: EventSamples.Noon + Duration.FromHours(1))));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Unknown_consent_waits_for_the_answer(bool isGranted, int sent)
    {
        (EventSender sender, MemoryEventSink sink) = Build();
        ShopEvent e = EventSamples.Purchase(visit: EventSamples.Visit with { Consent = EventConsent.Unknown });
        Assert.IsType<OfferOutcome.Held>(sender.Offer(e));
        Assert.IsType<OfferOutcome.Duplicate>(sender.Offer(e));
        await RunDown(sender);
        Assert.Empty(sink.Requests);
        Assert.Equal(1, sender.HeldForConsent);
        ConsentChange change = sender.SetConsent(EventSamples.Visit.AnonymousId, isGranted ? EventConsent.Granted : EventConsent.Denied, "banner");
        Assert.Equal((sent, 1 - sent), (change.Released, change.Discarded));
        await RunDown(sender);
        Assert.Equal(sent, sink.Stored.Count);
        Assert.Equal(0, sender.HeldForConsent);
    }

    [Fact]
    public async Task Unknown_consent_may_be_sent_without_identifiers()
    {
        (EventSender sender, MemoryEventSink sink) = Build(o => o.UnknownConsent = UnknownConsentPolicy.Strip);
        Assert.IsType<OfferOutcome.Queued>(sender.Offer(EventSamples.Purchase(visit: EventSamples.Visit with { Consent = EventConsent.Unknown })));
        await RunDown(sender);
        string body = System.Text.Encoding.UTF8.GetString(Assert.Single(sink.Requests).Body.Span);
        Assert.All((string[])["1234567890.1234567890", "customer-17", "1700000000"], id => Assert.DoesNotContain(id, body, StringComparison.Ordinal));
    }

    [Fact]
    public void Unknown_consent_may_be_withheld_for_good()
    {
        (EventSender sender, _) = Build(o => o.UnknownConsent = UnknownConsentPolicy.Withhold);
        Assert.IsType<OfferOutcome.Withheld>(sender.Offer(EventSamples.Purchase(visit: EventSamples.Visit with { Consent = EventConsent.Unknown })));
        Assert.IsType<OfferOutcome.Queued>(sender.Offer(EventSamples.Purchase()));
        Assert.Equal((1, 0), (sender.Report()[0].Queued, sender.HeldForConsent));
    }

    [Fact]
    public async Task A_wrong_clock_is_corrected_before_sending()
    {
        (EventSender sender, MemoryEventSink sink) = Build();
        ShopEvent e = EventSamples.Purchase(at: EventSamples.Noon - Duration.FromHours(5)) with { SentAt = EventSamples.Noon - Duration.FromHours(5), ReceivedAt = EventSamples.Noon };
        sender.Offer(e);
        await RunDown(sender);
        Assert.Contains($"\"time\":{EventSamples.Noon.ToUnixTimeMilliseconds()}", System.Text.Encoding.UTF8.GetString(sink.Stored[e.EventId].Json.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shutdown_sends_what_is_queued_through_failures_and_takes_no_more()
    {
        int left = 2;
        _script = _ => left-- > 0 ? SinkFault.Unreachable : SinkFault.None;
        FakeTimeProvider time = new(EventSamples.Noon.ToDateTimeOffset());
        (EventSender sender, MemoryEventSink sink) = Build(time: time);
        Offer(sender, "O1");
        Task<IReadOnlyList<SenderReport>> drain = sender.DrainAsync();
        while (!drain.IsCompleted)
        {
            _clock.AdvanceSeconds(1);
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal(new SenderReport("mixpanel", 0, 1, 0, 0), Assert.Single(await drain));
        Assert.IsType<OfferOutcome.Closed>(sender.Offer(EventSamples.Purchase(order: "O2")));
        Assert.Single(sink.Stored);
    }

    [Fact]
    public async Task Grace_time_that_ends_leaves_the_rest_counted_as_queued()
    {
        _script = _ => SinkFault.Unreachable;
        (EventSender sender, _) = Build(time: new FakeTimeProvider());
        Offer(sender, "O1");
        using CancellationTokenSource grace = new();
        Task<IReadOnlyList<SenderReport>> drain = sender.DrainAsync(grace.Token);
        await grace.CancelAsync();
        Assert.Equal(1, (await drain)[0].Queued);
    }

    [Fact]
    public async Task A_running_sender_is_woken_by_offers_and_stops_when_told()
    {
        FakeTimeProvider time = new(EventSamples.Noon.ToDateTimeOffset());
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _script = _ =>
        {
            arrived.TrySetResult();
            return SinkFault.None;
        };
        (EventSender sender, _) = Build(o => o.Linger = TimeSpan.Zero, time: time);
        using CancellationTokenSource stop = new();
        Task run = sender.RunAsync(stop.Token);
        Offer(sender, "O1");
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await stop.CancelAsync();
        await run;
    }

    [Fact]
    public async Task A_broken_collector_does_not_hold_up_another()
    {
        MemoryEventSink broken = new(new SegmentProjection(), _ => SinkFault.Throws(new InvalidOperationException("https://x/?api_secret=hush"))), sound = new(new MixpanelProjection());
        using EventSender sender = new([broken, sound], _clock, new EventSenderOptions { MaxAttempts = 2 });
        Assert.Equal(["segment", "mixpanel"], Assert.IsType<OfferOutcome.Queued>(sender.Offer(EventSamples.Purchase())).Collectors);
        await RunDown(sender);
        Assert.Single(sound.Stored);
        Undelivered failed = Assert.Single(sender.TakeUndelivered());
        Assert.Equal(("segment", "InvalidOperationException"), (failed.Collector, failed.Reason));
    }

    [Fact]
    public void Options_that_do_not_fit_are_refused() => Assert.Throws<ArgumentException>(() => Build(o => o.LongestDelay = TimeSpan.FromMilliseconds(1)));

    private (EventSender Sender, MemoryEventSink Sink) Build(Action<EventSenderOptions>? configure = null, BatchLimits? limits = null, TimeProvider? time = null)
    {
        EventSenderOptions options = new();
        configure?.Invoke(options);
        MemoryEventSink sink = new(limits is null ? new MixpanelProjection() : new NarrowProjection(new MixpanelProjection(), limits), batch => _script(batch));
        return (new EventSender([sink], _clock, options, time), sink);
    }

    private static string Offer(EventSender sender, string order)
    {
        ShopEvent e = EventSamples.Purchase(order: order);
        Assert.IsType<OfferOutcome.Queued>(sender.Offer(e));
        return e.EventId;
    }

    private async Task RunDown(EventSender sender)
    {
        while (await sender.StepAsync() is { } due)
        {
            _clock.Reset(Instant.Max(due, _clock.GetCurrentInstant()));
        }
    }
}
