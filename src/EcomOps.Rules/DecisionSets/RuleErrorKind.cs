namespace EcomOps.Rules.DecisionSets;

/// <summary>Kinds of evaluation errors.</summary>
public enum RuleErrorKind
{
    /// <summary>An expression failed: overflow, division by zero, no such key, bad conversion.</summary>
    Expression,

    /// <summary>A required fact was not given.</summary>
    MissingFact,

    /// <summary>The accessor of a fact threw.</summary>
    UnreadableFact,

    /// <summary>Amounts of different currencies met.</summary>
    CurrencyMismatch,

    /// <summary>Folding left the range of the type.</summary>
    Overflow,

    /// <summary>The decision cost more than its budget.</summary>
    Budget,

    /// <summary>An expression in an outcome gave a value that the outcome's type does not take.</summary>
    Outcome,
}
