using EcomOps.Analytics.Events.Delivery.Internal;
using EcomOps.Analytics.Events.Projections;
using NodaTime;

namespace EcomOps.Analytics.Events.Delivery;

/// <summary>Queues canonical events and sends them to collectors in batches, each event at least once with one and the same id.</summary>
/// <remarks>
/// Consent is honoured before anything is queued, and withdrawal empties the queue. A collector that fails does not hold up the others, until its queue is full: then
/// <see cref="Offer"/> answers <see cref="OfferOutcome.Busy"/> and queues nothing. What is queued lives in memory. The host runs <see cref="RunAsync"/> and, at shutdown,
/// <see cref="DrainAsync"/>. Thread-safe; no lock is held while a request is under way.
/// </remarks>
public sealed partial class EventSender : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<SinkLane> _lanes;
    private readonly IClock _clock;
    private readonly TimeProvider _time;
    private readonly EventSenderOptions _options;
    private readonly RecentKeys _ids;
    private readonly RecentKeys _orders;
    private readonly ConsentBook _consent = new();
    private bool _isClosed;

    /// <summary>Creates a sender.</summary>
    /// <param name="sinks">Collectors, 1 or more, each once.</param>
    /// <param name="clock">Clock.</param>
    /// <param name="options">Options; null for the defaults.</param>
    /// <param name="time">Timers of <see cref="RunAsync"/> and <see cref="DrainAsync"/>; the system's when null.</param>
    /// <exception cref="ArgumentException">There is no collector, one comes twice, or the options do not fit.</exception>
    public EventSender(IEnumerable<IEventSink> sinks, IClock clock, EventSenderOptions? options = null, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(sinks);
        ArgumentNullException.ThrowIfNull(clock);
        _options = options ?? new EventSenderOptions();
        if (new EventSenderOptionsValidator().Validate(null, _options) is { Failed: true } problems)
        {
            throw new ArgumentException(problems.FailureMessage, nameof(options));
        }

        _clock = clock;
        _time = time ?? TimeProvider.System;
        _lanes = [.. sinks.Select(s => new SinkLane(s, _options))];
        if (_lanes.Count == 0 || _lanes.DistinctBy(l => l.Sink.Projection.Collector).Count() < _lanes.Count)
        {
            throw new ArgumentException("Name one or more collectors, each once.", nameof(sinks));
        }

        _ids = new RecentKeys(_options.DeduplicationWindow);
        _orders = new RecentKeys(_options.DeduplicationWindow);
    }

    /// <summary>Events that wait for consent.</summary>
    public int HeldForConsent
    {
        get
        {
            lock (_lock)
            {
                return _consent.Held;
            }
        }
    }

    /// <summary>Every change of consent since the start, oldest first; the host keeps what its audit needs.</summary>
    public IReadOnlyList<ConsentChange> ConsentHistory
    {
        get
        {
            lock (_lock)
            {
                return [.. _consent.History];
            }
        }
    }

    /// <summary>Offers an event.</summary>
    /// <param name="event">Event.</param>
    /// <returns>What became of it; only <see cref="OfferOutcome.Queued"/> and <see cref="OfferOutcome.Held"/> take charge of it.</returns>
    public OfferOutcome Offer(ShopEvent @event)
    {
        ArgumentNullException.ThrowIfNull(@event);
        if (@event.Check() is { Count: > 0 } issues)
        {
            return new OfferOutcome.Unsound(issues);
        }

        ShopEvent e = ClockSkew.Correct(@event, Duration.FromTimeSpan(_options.ClockTolerance));
        OfferOutcome outcome;
        lock (_lock)
        {
            outcome = Judge(e);
        }

        if (outcome is OfferOutcome.Queued)
        {
            Wake();
        }

        return outcome;
    }

    /// <summary>Takes a visitor's answer: what waited is queued or dropped, and on refusal what is queued is dropped too.</summary>
    /// <param name="anonymousId">Visitor.</param>
    /// <param name="consent">Answer.</param>
    /// <param name="origin">Where it was given, for the audit.</param>
    /// <returns>The change, as it stands in <see cref="ConsentHistory"/>.</returns>
    public ConsentChange SetConsent(string anonymousId, EventConsent consent, string origin)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(anonymousId);
        ArgumentException.ThrowIfNullOrWhiteSpace(origin);
        ConsentChange change;
        lock (_lock)
        {
            Instant now = _clock.GetCurrentInstant();
            EventConsent before = _consent.Answer(anonymousId, consent, now);
            int released = 0, discarded = 0;
            if (consent.Analytics != ConsentState.Unknown)
            {
                IReadOnlyList<ShopEvent> held = _consent.TakeHeld(anonymousId);
                if (consent.Analytics == ConsentState.Granted)
                {
                    released = held.Count;
                    foreach (ShopEvent e in held.Order(ShopEventOrder.Instance))
                    {
                        Enqueue(e with { Visit = e.Visit with { Consent = consent } }, isReleased: true);
                    }
                }
                else
                {
                    discarded = held.Count + _lanes.Sum(l => l.Discard(anonymousId));
                }
            }

            change = new ConsentChange(anonymousId, before, consent, now, origin, released, discarded);
            _consent.History.Add(change);
        }

        Wake();
        return change;
    }

    /// <summary>Where the events are.</summary>
    /// <returns>One report a collector, in the order of the constructor.</returns>
    public IReadOnlyList<SenderReport> Report()
    {
        lock (_lock)
        {
            return [.. _lanes.Select(l => l.Report)];
        }
    }

    /// <summary>Hands over the events that were never taken since the last call, so that the host can keep or repair them.</summary>
    /// <returns>Events with the collector's reason.</returns>
    public IReadOnlyList<Undelivered> TakeUndelivered()
    {
        lock (_lock)
        {
            List<Undelivered> taken = [.. _lanes.SelectMany(l => l.Undelivered)];
            _lanes.ForEach(l => l.Undelivered.Clear());
            return taken;
        }
    }

    /// <summary>Frees the sender after <see cref="DrainAsync"/>; what is queued is dropped.</summary>
    public void Dispose()
    {
        _stepping.Dispose();
        _wake.Dispose();
    }

    private OfferOutcome Judge(ShopEvent e)
    {
        if (_isClosed)
        {
            return new OfferOutcome.Closed();
        }

        if (_ids.Find(e.EventId) is not null)
        {
            return new OfferOutcome.Duplicate();
        }

        if (OrderOf(e) is { } order && _orders.Find(order) is { } teller)
        {
            return new OfferOutcome.OrderAlreadyTold(teller);
        }

        EventConsent consent = _consent.Of(e);
        switch (consent.Analytics, _options.UnknownConsent)
        {
            case (ConsentState.Denied, _) or (ConsentState.Unknown, UnknownConsentPolicy.Withhold):
                return new OfferOutcome.Withheld();
            case (ConsentState.Unknown, UnknownConsentPolicy.Hold) when _consent.Held >= _options.Capacity:
                return new OfferOutcome.Busy();
            case (ConsentState.Unknown, UnknownConsentPolicy.Hold):
                _consent.Hold(e);
                Remember(e);
                return new OfferOutcome.Held();
            case (ConsentState.Unknown, _):
                return Enqueue(e.WithoutIdentifiers(), isReleased: false);
            default:
                return Enqueue(e with { Visit = e.Visit with { Consent = consent } }, isReleased: false);
        }
    }

    private OfferOutcome Enqueue(ShopEvent e, bool isReleased)
    {
        List<(SinkLane Lane, ProjectedEvent Event)> takers = [];
        Dictionary<string, ProjectionOutcome.Refused> refusals = new(StringComparer.Ordinal);
        foreach (SinkLane lane in _lanes)
        {
            IEventProjection projection = lane.Sink.Projection;
            switch (projection.Project(e))
            {
                case ProjectionOutcome.Projected projected when projected.Event.Json.Length <= projection.Limits.EventBytes:
                    takers.Add((lane, projected.Event));
                    break;
                case ProjectionOutcome.Projected projected:
                    refusals[projection.Collector] = new ProjectionOutcome.Refused("too_large", $"The event has {projected.Event.Json.Length} bytes, at most {projection.Limits.EventBytes}.");
                    break;
                case ProjectionOutcome.Refused refused:
                    refusals[projection.Collector] = refused;
                    break;
            }
        }

        // What was held is already counted against a bound of its own.
        if (!isReleased && takers.Any(t => t.Lane.Count >= _options.Capacity))
        {
            return new OfferOutcome.Busy();
        }

        Instant now = _clock.GetCurrentInstant();
        takers.ForEach(t => t.Lane.Enqueue(new QueuedEvent(t.Event, e.Visit.AnonymousId, now)));
        Remember(e);
        return new OfferOutcome.Queued([.. takers.Select(t => t.Lane.Sink.Projection.Collector)], refusals);
    }

    private void Remember(ShopEvent e)
    {
        _ids.Add(e.EventId, e.EventId);
        if (OrderOf(e) is { } order)
        {
            _orders.Add(order, e.EventId);
        }
    }

    private static string? OrderOf(ShopEvent e) => e.Kind == ShopEventKind.OrderCompleted ? e.Order?.OrderId : null;
}
