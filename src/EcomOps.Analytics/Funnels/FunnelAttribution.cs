namespace EcomOps.Analytics.Funnels;

/// <summary>Whose property value puts a person into a group of the breakdown.</summary>
public enum FunnelAttribution
{
    /// <summary>The person's first event that is a step.</summary>
    First,

    /// <summary>The event of the deepest step reached.</summary>
    Last,

    /// <summary>The event of a named step; who did not reach it has no value.</summary>
    Step,
}
