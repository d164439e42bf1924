namespace EcomOps.Rules.Documents;

/// <summary>What an evaluation error inside a rule does to the decision. An absent optional attribute is no error here, and an exceeded budget always fails.</summary>
public enum ErrorPolicy
{
    /// <summary>The decision is <c>Failed</c> and names the rule; the default.</summary>
    Fail,

    /// <summary>The rule is left out and the trace says so.</summary>
    Skip,
}
