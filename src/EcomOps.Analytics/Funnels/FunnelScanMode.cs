namespace EcomOps.Analytics.Funnels;

/// <summary>Conditions under which a sequence of events counts as a path through the steps; the words of ClickHouse's windowFunnel.</summary>
[Flags]
public enum FunnelScanMode
{
    /// <summary>Other events may lie between the steps; an event that matches several steps may advance through all of them.</summary>
    Default = 0,

    /// <summary>A repeated step ends the scan with the level of the event before the repeat.</summary>
    StrictDeduplication = 1,

    /// <summary>An event that is no step, or a step before its predecessor, ends the scan; so does a repeated first step once the second was reached.</summary>
    StrictOrder = 2,

    /// <summary>The next step needs a strictly later time.</summary>
    StrictIncrease = 4,

    /// <summary>One event advances at most one step.</summary>
    StrictOnce = 8,

    /// <summary>With <see cref="StrictOrder"/>: repeats of the first step are ignored.</summary>
    AllowReentry = 16,
}
