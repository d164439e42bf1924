using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.DecisionSets.Internal.Parts;

/// <summary>Negation: what is absent, unknown or in error stays so.</summary>
internal sealed class NotPart(string source, ConditionPart operand) : ConditionPart(source, operand.Attributes)
{
    public ConditionPart Operand => operand;

    public override int Cost => 1 + operand.Cost;

    public override Truth Evaluate(FactFrame frame) => operand.Evaluate(frame) switch
    {
        Truth.True => Truth.False,
        Truth.False => Truth.True,
        Truth other => other,
    };
}
