namespace EcomOps.Rules.Analysis.Internal;

// Boxes that a whole analysis may look at; counted, not timed, so that every machine gives the same answer.
internal sealed class AnalysisBudget(long boxes)
{
    private long _left = boxes;

    public bool Spend() => --_left >= 0;
}
