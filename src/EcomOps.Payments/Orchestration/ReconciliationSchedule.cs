using NodaTime;

namespace EcomOps.Payments.Orchestration;

/// <summary>When an open outcome is looked up: after 15 s, 1 min, 5 min, 30 min, 2 h, 12 h, then daily until a fact arrives.</summary>
/// <remarks>Static and thread-safe. There is no last look-up: no timer turns an unknown outcome into a failure.</remarks>
public static class ReconciliationSchedule
{
    private static readonly Duration[] Steps =
    [
        Duration.FromSeconds(15), Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(30), Duration.FromHours(2), Duration.FromHours(12),
    ];

    /// <summary>Age of an open outcome from which an operator shall know of it: 30 minutes.</summary>
    public static Duration AlertAfter { get; } = Duration.FromMinutes(30);

    /// <summary>The next look-up.</summary>
    /// <param name="sentAt">When the call was sent.</param>
    /// <param name="now">Instant.</param>
    /// <returns>The first step of the schedule after <paramref name="now"/>.</returns>
    public static Instant Next(Instant sentAt, Instant now)
    {
        foreach (Duration step in Steps)
        {
            if (sentAt + step > now)
            {
                return sentAt + step;
            }
        }

        Instant daily = sentAt + Steps[^1];
        return daily + (Duration.FromDays(1) * ((long)Math.Floor((now - daily).TotalDays) + 1));
    }
}
