namespace EcomOps.Routing.ServiceLevels;

/// <summary>How many promises of a group were kept.</summary>
/// <param name="Group">Name of the group; empty for all.</param>
/// <param name="Kept">Delivered on or before the promised day.</param>
/// <param name="Missed">Delivered later, or still under way after the promised day.</param>
/// <param name="Open">Under way, and not late yet.</param>
/// <param name="Target">Share that shall be kept; null when the group has no single target.</param>
/// <remarks>Immutable; equal by value.</remarks>
public sealed record ServiceLevelCount(string Group, int Kept, int Missed, int Open, decimal? Target = null)
{
    /// <summary>Kept over kept and missed; null while none is decided.</summary>
    public decimal? KeptShare => Kept + Missed == 0 ? null : (decimal)Kept / (Kept + Missed);

    /// <summary>Whether the target is reached; null without target or decided promise.</summary>
    public bool? IsReached => KeptShare is { } share && Target is { } target ? share >= target : null;
}
