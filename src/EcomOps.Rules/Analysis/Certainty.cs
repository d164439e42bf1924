namespace EcomOps.Rules.Analysis;

/// <summary>How sure a finding is. A finding that is disproven does not appear.</summary>
public enum Certainty
{
    /// <summary>It holds whatever unknown calls return; for an overlap or a gap a witness exists in any case.</summary>
    Proven,

    /// <summary>It depends on what unknown calls return, or the analysis stopped at its budget.</summary>
    Undecided,
}
