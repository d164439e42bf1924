namespace EcomOps.Rules.DecisionSets.Internal;

internal enum Truth : byte
{
    False,
    True,

    /// <summary>An optional attribute is not set: the rule does not apply.</summary>
    Absent,

    /// <summary>An attribute is not fetched yet.</summary>
    Unknown,
    Error,
}
