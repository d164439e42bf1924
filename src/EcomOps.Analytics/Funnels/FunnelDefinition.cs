using NodaTime;

namespace EcomOps.Analytics.Funnels;

/// <summary>Steps of a funnel and how they must follow each other.</summary>
/// <param name="Steps">Event names, 1 to 32.</param>
/// <param name="Window">Longest time from the first step, inclusive.</param>
/// <param name="Mode">Conditions; others may lie between the steps by default.</param>
/// <param name="Breakdown">Property of the first matching event by which persons are split; null for none (<see cref="Attribution"/> says whose value counts).</param>
public sealed record FunnelDefinition(IReadOnlyList<string> Steps, Duration Window, FunnelScanMode Mode = FunnelScanMode.Default, string? Breakdown = null)
{
    /// <summary>Whether the steps may come in any order within the window.</summary>
    public bool AnyOrder { get; init; }

    /// <summary>Events that leave a person out when they happen between two steps.</summary>
    public IReadOnlyList<FunnelExclusion> Exclusions { get; init; } = [];

    /// <summary>Whose value of the breakdown property counts.</summary>
    public FunnelAttribution Attribution { get; init; }

    /// <summary>0-based step for <see cref="FunnelAttribution.Step"/>.</summary>
    public int AttributionStep { get; init; }
}
