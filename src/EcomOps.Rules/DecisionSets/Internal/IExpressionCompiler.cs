using EcomOps.Rules.Documents;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Rules.DecisionSets.Internal;

/// <summary>Compiles the CEL of one set; problems go to the set's report.</summary>
internal interface IExpressionCompiler
{
    /// <summary>The top-level conjuncts of conditions that must all hold.</summary>
    ConditionPart[] Condition(IReadOnlyList<FlatCondition> conditions);

    /// <summary>An expression of an outcome or score.</summary>
    /// <param name="source">CEL source.</param>
    /// <param name="path">Path in the document.</param>
    /// <param name="expected">Type that the value must have, or null for any.</param>
    ValuePlan Value(string source, string path, AttributeType? expected);

    /// <summary>Reports what only shows once all expressions are known.</summary>
    void Finish();
}
