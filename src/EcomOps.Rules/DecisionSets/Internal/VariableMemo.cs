namespace EcomOps.Rules.DecisionSets.Internal;

internal struct VariableMemo
{
    public bool IsKnown;
    public Truth Truth;
    public RuleError? Error;
    public int Absent;
    public int[]? Needs;

    /// <summary>Value of a variable that is no condition.</summary>
    public object? Value;
}
