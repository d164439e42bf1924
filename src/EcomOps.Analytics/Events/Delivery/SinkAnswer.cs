using NodaTime;

namespace EcomOps.Analytics.Events.Delivery;

/// <summary>A collector's answer to a batch.</summary>
public abstract record SinkAnswer
{
    private SinkAnswer()
    {
    }

    /// <summary>All events were taken. GA4 answers so even to what it then drops: its payloads are judged before.</summary>
    public sealed record Taken : SinkAnswer;

    /// <summary>All but the named events were taken.</summary>
    /// <param name="Rejected">Those that were not, each once.</param>
    public sealed record PartlyTaken(IReadOnlyList<RejectedRecord> Rejected) : SinkAnswer;

    /// <summary>Nothing was taken for certain; the same batch may be sent again.</summary>
    /// <param name="Reason">Status or kind of failure, without secrets.</param>
    /// <param name="After">How long the collector asks to wait; null when it does not say.</param>
    public sealed record TryAgain(string Reason, Duration? After = null) : SinkAnswer;

    /// <summary>Nothing was taken and nothing will be: credentials, address or form are wrong.</summary>
    /// <param name="Reason">Status or kind of failure, without secrets.</param>
    public sealed record Refused(string Reason) : SinkAnswer;

    /// <summary>The batch is too large; the sender halves it.</summary>
    public sealed record TooLarge : SinkAnswer;
}
