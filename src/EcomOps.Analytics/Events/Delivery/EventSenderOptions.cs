using System.ComponentModel.DataAnnotations;

namespace EcomOps.Analytics.Events.Delivery;

/// <summary>How events are queued, sent and repeated.</summary>
public sealed class EventSenderOptions
{
    /// <summary>Default of <see cref="Capacity"/>.</summary>
    public const int DefaultCapacity = 10_000;

    /// <summary>Events that wait for one collector, and events that wait for consent; 1 or more; 10,000 by default.</summary>
    [Range(1, int.MaxValue)]
    public int Capacity { get; set; } = DefaultCapacity;

    /// <summary>Attempts for one batch, 1 or more; 8 by default, about 4 minutes.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 8;

    /// <summary>Wait before the second attempt; it doubles with each further one; 1 second by default.</summary>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait between two attempts, also when a collector asks for more; 2 minutes by default.</summary>
    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long an event waits for others to fill a batch; 2 seconds by default; zero sends at once.</summary>
    public TimeSpan Linger { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Event ids and order ids that are remembered to drop repeats; 1 or more; 100,000 by default.</summary>
    [Range(1, int.MaxValue)]
    public int DeduplicationWindow { get; set; } = 100_000;

    /// <summary>What happens to events with unknown consent; they wait by default.</summary>
    public UnknownConsentPolicy UnknownConsent { get; set; }

    /// <summary>Difference between the teller's clock and ours from which its times are corrected; 1 minute by default.</summary>
    public TimeSpan ClockTolerance { get; set; } = TimeSpan.FromMinutes(1);
}
