using NodaTime;

namespace EcomOps.Analytics.Events.Delivery.Internal;

/// <summary>Doubling waits with a spread of a quarter, taken from the event's id, so that senders do not knock in step and a run can be repeated.</summary>
internal static class Backoff
{
    internal static Duration Delay(EventSenderOptions options, int attempts, string eventId, Duration? asked)
    {
        double seconds = options.FirstDelay.TotalSeconds * Math.Pow(2, Math.Min(attempts - 1, 30));
        uint hash = 2166136261;
        foreach (char c in eventId)
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        seconds *= 1 + (0.25 * (unchecked(hash + ((uint)attempts * 2654435761u)) / (double)uint.MaxValue));
        Duration own = Duration.FromSeconds(Math.Min(seconds, options.LongestDelay.TotalSeconds));
        Duration longest = Duration.FromTimeSpan(options.LongestDelay);
        return asked is { } wish && wish > own ? Duration.Min(wish, longest) : own;
    }
}
