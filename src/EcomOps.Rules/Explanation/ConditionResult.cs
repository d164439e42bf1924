namespace EcomOps.Rules.Explanation;

/// <summary>Result of one condition.</summary>
public enum ConditionResult
{
    /// <summary>It does not hold.</summary>
    False,

    /// <summary>It holds.</summary>
    True,

    /// <summary>It reads an optional attribute that is not set.</summary>
    Absent,

    /// <summary>It reads an attribute that is not fetched yet.</summary>
    Unknown,

    /// <summary>It could not be evaluated.</summary>
    Error,
}
