using NodaTime;

namespace EcomOps.Analytics.Events.Delivery;

/// <summary>Corrects times told by a wrong clock.</summary>
public static class ClockSkew
{
    /// <summary>Smallest difference that is corrected by default, exclusive: one minute. What is below may be the time of travel.</summary>
    public static Duration DefaultTolerance { get; } = Duration.FromMinutes(1);

    /// <summary>Moves <see cref="ShopEvent.OccurredAt"/> by received minus sent when they differ by more than the tolerance; the original time is kept.</summary>
    /// <param name="event">Event; without both times it stays as it is, and so does one that was corrected before.</param>
    /// <param name="tolerance">Largest difference that is left alone, inclusive; one minute when null.</param>
    /// <returns>The event, corrected where needed.</returns>
    public static ShopEvent Correct(ShopEvent @event, Duration? tolerance = null)
    {
        ArgumentNullException.ThrowIfNull(@event);
        if (@event is not { SentAt: { } sent, ReceivedAt: { } received, OriginalOccurredAt: null })
        {
            return @event;
        }

        Duration skew = received - sent, most = tolerance ?? DefaultTolerance;
        return skew > most || skew < -most ? @event with { OccurredAt = @event.OccurredAt + skew, OriginalOccurredAt = @event.OccurredAt } : @event;
    }
}
