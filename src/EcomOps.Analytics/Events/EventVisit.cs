namespace EcomOps.Analytics.Events;

/// <summary>Who acts, and under which circumstances: what all events of one visit share.</summary>
/// <param name="AnonymousId">Id of browser or installation; not blank. GA4 calls it client id.</param>
/// <param name="SessionId">Id of the session; server events carry the browser's, else they cannot be attributed.</param>
/// <param name="UserId">The shop's customer number; null for a guest. Never an e-mail address.</param>
public sealed record EventVisit(string AnonymousId, string SessionId, string? UserId = null)
{
    /// <summary>Which side tells; the browser by default.</summary>
    public EventSource Source { get; init; }

    /// <summary>Consent; unknown by default.</summary>
    public EventConsent Consent { get; init; }

    /// <summary>Circumstances.</summary>
    public EventContext Context { get; init; } = EventContext.None;

    /// <summary>The buyer; null when not known.</summary>
    public EventCustomer? Customer { get; init; }
}
