using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.DecisionSets.Internal;

/// <summary>One top-level conjunct of a rule's condition.</summary>
internal abstract class ConditionPart(string source, int[] attributes)
{
    /// <summary>CEL source of the conjunct.</summary>
    public string Source { get; } = source;

    /// <summary>Indexes of the attributes that the conjunct reads, directly or through variables.</summary>
    public int[] Attributes { get; } = attributes;

    /// <summary>What the conjunct would cost in nodes; the run-time counter adds it for parts that do not count by themselves.</summary>
    public virtual int Cost => 3;

    public abstract Truth Evaluate(FactFrame frame);
}
