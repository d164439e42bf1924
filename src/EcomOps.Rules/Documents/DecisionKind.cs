namespace EcomOps.Rules.Documents;

/// <summary>The cases of a decision, as documents name them.</summary>
public enum DecisionKind
{
    /// <summary>An outcome was found.</summary>
    Decided,

    /// <summary>No rule matched and there is no default.</summary>
    NoMatch,

    /// <summary>Rules contradict each other under the hit policy.</summary>
    Conflict,

    /// <summary>A rule could not be evaluated.</summary>
    Failed,

    /// <summary>Attributes must be fetched first.</summary>
    Residual,
}
