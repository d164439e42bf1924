namespace EcomOps.Rules.DecisionSets.Internal;

internal struct VariableMemo
{
    public bool IsKnown;
    public Truth Truth;
    public RuleError? Error;
    public int Absent;
    public int[]? Needs;
}
