using EcomOps.Rules.Cel.Internal.Nodes;
using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.DecisionSets.Internal.Expressions;

/// <summary>A conjunct that the expression evaluator decides; it counts its cost as it runs.</summary>
internal sealed class GeneralPart(string source, int[] attributes, Node<bool> node, int locals, long budget) : ConditionPart(source, attributes)
{
    public override int Cost => 0;

    public override Truth Evaluate(FactFrame frame)
    {
        Truth truth = Evaluations.Evaluate(frame, node, locals, budget, out bool holds);
        return truth == Truth.True && !holds ? Truth.False : truth;
    }
}
