using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.DecisionSets.Internal.Parts;

/// <summary><c>has(attribute)</c> or its negation.</summary>
internal sealed class PresencePart(string source, int attribute, bool negated) : ConditionPart(source, [attribute])
{
    public override int Cost => 1;

    public override Truth Evaluate(FactFrame frame)
    {
        FactState state = frame.Read(attribute).State;
        return state switch
        {
            FactState.Present => negated ? Truth.False : Truth.True,
            FactState.Absent => negated ? Truth.True : Truth.False,
            _ => frame.NotPresent(attribute, state),
        };
    }
}
