using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.DecisionSets.Internal.Parts;

/// <summary>The conjunct <c>true</c> or <c>false</c>.</summary>
internal sealed class ConstantPart(string source, bool value) : ConditionPart(source, [])
{
    public override int Cost => 1;

    public override Truth Evaluate(FactFrame frame) => value ? Truth.True : Truth.False;
}
