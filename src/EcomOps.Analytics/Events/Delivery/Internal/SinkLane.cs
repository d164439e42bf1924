using EcomOps.Analytics.Events.Projections;
using NodaTime;

namespace EcomOps.Analytics.Events.Delivery.Internal;

/// <summary>Queue of one collector. Every method runs under the sender's lock; the request itself does not.</summary>
internal sealed class SinkLane(IEventSink sink, EventSenderOptions options)
{
    private readonly LinkedList<QueuedEvent> _waiting = [];
    private readonly Queue<Shipment> _again = new();
    private Shipment? _inFlight;
    private Instant? _notBefore;
    private long _delivered;
    private long _failed;
    private long _discarded;

    internal IEventSink Sink { get; } = sink;

    internal List<Undelivered> Undelivered { get; } = [];

    internal int Count => _waiting.Count + _again.Sum(s => s.Events.Count) + (_inFlight?.Events.Count ?? 0);

    internal SenderReport Report => new(Sink.Projection.Collector, Count, _delivered, _failed, _discarded);

    internal void Enqueue(QueuedEvent queued) => _waiting.AddLast(queued);

    /// <summary>When something can be sent; null when nothing waits or a request is under way.</summary>
    internal Instant? Due(bool isDraining)
    {
        if (_inFlight is not null)
        {
            return null;
        }

        if (_again.Count > 0)
        {
            return _notBefore;
        }

        if (_waiting.First is not { } first)
        {
            return null;
        }

        bool isFull = _waiting.Count >= Sink.Projection.Limits.Events || isDraining;
        Instant ready = first.Value.Since + (isFull ? Duration.Zero : Duration.FromTimeSpan(options.Linger));
        return _notBefore is { } pause && pause > ready ? pause : ready;
    }

    internal EventBatch? Begin(Instant now, bool isDraining)
    {
        if (Due(isDraining) is not { } due || due > now)
        {
            return null;
        }

        Shipment next = _again.Count > 0 ? _again.Dequeue() : new Shipment(Gather(), 0);
        _inFlight = next with { Attempts = next.Attempts + 1 };
        List<ProjectedEvent> events = [.. next.Events.Select(e => e.Event)];
        return new EventBatch(Sink.Projection.Collector, events, Sink.Projection.Compose(events), _inFlight.Attempts);
    }

    internal void End(SinkAnswer answer, Instant now)
    {
        Shipment sent = _inFlight!;
        _inFlight = null;
        _notBefore = null;
        switch (answer)
        {
            case SinkAnswer.Taken:
                _delivered += sent.Events.Count;
                break;
            case SinkAnswer.PartlyTaken partly:
                Partly(sent, partly.Rejected, now);
                break;
            case SinkAnswer.TryAgain again:
                Repeat(sent, again.Reason, again.After, now);
                break;
            case SinkAnswer.TooLarge when sent.Events.Count > 1:
                int half = sent.Events.Count / 2;
                _again.Enqueue(new Shipment([.. sent.Events.Take(half)], 0));
                _again.Enqueue(new Shipment([.. sent.Events.Skip(half)], 0));
                _notBefore = now;
                break;
            case SinkAnswer.TooLarge:
                Fail(sent.Events, "too_large", "The collector does not take an event of this size.", sent.Attempts);
                break;
            case SinkAnswer.Refused refused:
                Fail(sent.Events, "refused", refused.Reason, sent.Attempts);
                break;
        }

        _notBefore ??= _again.Count > 0 ? now : null;
    }

    /// <summary>Puts back what was under way when the caller gave up; whether it arrived is not known, its ids make the repetition harmless.</summary>
    internal void Abandon()
    {
        Shipment sent = _inFlight!;
        _inFlight = null;
        First(sent with { Attempts = sent.Attempts - 1 });
        _notBefore = Instant.MinValue;
    }

    /// <summary>Drops what a visitor has waiting; what is under way cannot be called back.</summary>
    internal int Discard(string anonymousId)
    {
        int before = Count;
        for (LinkedListNode<QueuedEvent>? node = _waiting.First; node is not null;)
        {
            LinkedListNode<QueuedEvent>? next = node.Next;
            if (node.Value.AnonymousId == anonymousId)
            {
                _waiting.Remove(node);
            }

            node = next;
        }

        Shipment[] again = [.. _again];
        _again.Clear();
        foreach (Shipment shipment in again)
        {
            Shipment left = shipment with { Events = [.. shipment.Events.Where(e => e.AnonymousId != anonymousId)] };
            if (left.Events.Count > 0)
            {
                _again.Enqueue(left);
            }
        }

        int dropped = before - Count;
        _discarded += dropped;
        return dropped;
    }

    // Events of one head only, as many as count and bytes allow; others keep their places.
    private List<QueuedEvent> Gather()
    {
        BatchLimits limits = Sink.Projection.Limits;
        List<QueuedEvent> batch = [];
        string head = _waiting.First!.Value.Event.Head;
        long bytes = 64L + (4L * head.Length);
        for (LinkedListNode<QueuedEvent>? node = _waiting.First; node is not null && batch.Count < limits.Events;)
        {
            LinkedListNode<QueuedEvent>? next = node.Next;
            if (node.Value.Event.Head == head)
            {
                if (batch.Count > 0 && bytes + node.Value.Event.Json.Length + 1 > limits.BodyBytes)
                {
                    break;
                }

                bytes += node.Value.Event.Json.Length + 1;
                batch.Add(node.Value);
                _waiting.Remove(node);
            }

            node = next;
        }

        return batch;
    }

    private void Partly(Shipment sent, IReadOnlyList<RejectedRecord> rejected, Instant now)
    {
        Dictionary<int, RejectedRecord> byIndex = [];
        foreach (RejectedRecord record in rejected.Where(r => r.Index >= 0 && r.Index < sent.Events.Count))
        {
            byIndex[record.Index] = record;
        }

        _delivered += sent.Events.Count - byIndex.Count;
        foreach (RejectedRecord record in byIndex.Values.Where(r => !r.MayRetry))
        {
            Fail([sent.Events[record.Index]], "rejected", record.Reason, sent.Attempts);
        }

        List<QueuedEvent> again = [.. byIndex.Values.Where(r => r.MayRetry).OrderBy(r => r.Index).Select(r => sent.Events[r.Index])];
        if (again.Count > 0)
        {
            Repeat(sent with { Events = again }, "throttled", null, now);
        }
    }

    private void Repeat(Shipment sent, string reason, Duration? asked, Instant now)
    {
        if (sent.Attempts >= options.MaxAttempts)
        {
            Fail(sent.Events, "attempts_exhausted", reason, sent.Attempts);
            return;
        }

        First(sent);
        _notBefore = now + Backoff.Delay(options, sent.Attempts, sent.Events[0].Event.EventId, asked);
    }

    // What is repeated goes first: events stay in order as far as the collector lets them.
    private void First(Shipment sent)
    {
        Shipment[] others = [.. _again];
        _again.Clear();
        _again.Enqueue(sent);
        foreach (Shipment other in others)
        {
            _again.Enqueue(other);
        }
    }

    private void Fail(IReadOnlyList<QueuedEvent> events, string code, string reason, int attempts)
    {
        _failed += events.Count;
        Undelivered.AddRange(events.Select(e => new Undelivered(Sink.Projection.Collector, e.Event.EventId, code, reason, attempts)));
    }
}
