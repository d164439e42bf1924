using NodaTime;

namespace EcomOps.Analytics.Events.Delivery.Internal;

/// <summary>Answers of visitors and the events that wait for them. Runs under the sender's lock.</summary>
internal sealed class ConsentBook
{
    private readonly Dictionary<string, (EventConsent Consent, Instant At)> _answers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ShopEvent>> _held = new(StringComparer.Ordinal);

    internal List<ConsentChange> History { get; } = [];

    internal int Held { get; private set; }

    /// <summary>Consent that governs an event: an answer given at its time or later, else the event's own, else the last answer.</summary>
    internal EventConsent Of(ShopEvent e)
    {
        bool hasAnswer = _answers.TryGetValue(e.Visit.AnonymousId, out (EventConsent Consent, Instant At) answer);
        EventConsent own = e.Visit.Consent;
        return hasAnswer && (answer.At >= e.OccurredAt || own.Analytics == ConsentState.Unknown) ? answer.Consent : own;
    }

    internal void Hold(ShopEvent e)
    {
        if (!_held.TryGetValue(e.Visit.AnonymousId, out List<ShopEvent>? waiting))
        {
            _held.Add(e.Visit.AnonymousId, waiting = []);
        }

        waiting.Add(e);
        Held++;
    }

    internal EventConsent Answer(string anonymousId, EventConsent consent, Instant at)
    {
        EventConsent before = _answers.GetValueOrDefault(anonymousId).Consent;
        _answers[anonymousId] = (consent, at);
        return before;
    }

    internal IReadOnlyList<ShopEvent> TakeHeld(string anonymousId)
    {
        if (!_held.Remove(anonymousId, out List<ShopEvent>? waiting))
        {
            return [];
        }

        Held -= waiting.Count;
        return waiting;
    }
}
