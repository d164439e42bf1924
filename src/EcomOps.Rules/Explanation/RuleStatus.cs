namespace EcomOps.Rules.Explanation;

/// <summary>What became of a rule in one evaluation.</summary>
public enum RuleStatus
{
    /// <summary>Every condition holds.</summary>
    Matched,

    /// <summary>A condition does not hold.</summary>
    NotMatched,

    /// <summary>A condition reads an optional attribute that is not set.</summary>
    Absent,

    /// <summary>The instant lies outside the rule's window.</summary>
    OutsideWindow,

    /// <summary>The caller's tags leave the rule out.</summary>
    OtherTags,

    /// <summary>The rule is switched off.</summary>
    Off,

    /// <summary>An attribute must be fetched first.</summary>
    Unknown,

    /// <summary>A condition could not be evaluated.</summary>
    Error,
}
