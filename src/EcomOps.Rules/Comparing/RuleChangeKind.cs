namespace EcomOps.Rules.Comparing;

/// <summary>Kind of a <see cref="RuleChange"/>.</summary>
public enum RuleChangeKind
{
    /// <summary>Only the new version has the rule.</summary>
    Added,

    /// <summary>Only the old version has the rule.</summary>
    Removed,

    /// <summary>It matches other inputs, or has another outcome, priority, mode or place.</summary>
    Changed,

    /// <summary>It is written differently and means the same.</summary>
    Reworded,
}
