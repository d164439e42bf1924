namespace EcomOps.Analytics.Experiments;

/// <summary>How a difference is expressed.</summary>
public enum DifferenceKind
{
    /// <summary>(treatment - control) / control.</summary>
    Relative,

    /// <summary>treatment - control.</summary>
    Absolute,
}
