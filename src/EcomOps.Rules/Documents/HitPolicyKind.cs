namespace EcomOps.Rules.Documents;

/// <summary>The seven ways to make one decision of several matching rules.</summary>
public enum HitPolicyKind
{
    /// <summary>At most one rule may match; several are a conflict even when their outcomes agree.</summary>
    Unique,

    /// <summary>Several rules may match when their outcomes are equal; different outcomes are a conflict.</summary>
    Any,

    /// <summary>The first match in document order.</summary>
    First,

    /// <summary>The match of the largest priority; ties go to document order.</summary>
    Priority,

    /// <summary>All outcomes, in document order or by priority.</summary>
    Collect,

    /// <summary>One member of the outcomes is folded: sum, minimum, maximum or count.</summary>
    Accumulate,

    /// <summary>The match of the best score; ties go to priority, then document order.</summary>
    Best,
}
