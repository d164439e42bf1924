namespace EcomOps.Rules.Documents;

/// <summary>How <see cref="HitPolicyKind.Accumulate"/> folds the matches.</summary>
public enum FoldOperation
{
    /// <summary>Base (default 0) plus each value, exactly.</summary>
    Sum,

    /// <summary>Smallest value.</summary>
    Min,

    /// <summary>Largest value.</summary>
    Max,

    /// <summary>Number of matching rules.</summary>
    Count,
}
