using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.DecisionSets.Internal;

internal sealed class ConstantPlan(object? value) : ValuePlan
{
    public override bool IsConstant => true;

    public object? Value { get; } = value;

    public override Truth Evaluate(FactFrame frame, out object? value)
    {
        value = Value;
        return Truth.True;
    }
}
