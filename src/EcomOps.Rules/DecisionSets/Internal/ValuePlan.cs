using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.DecisionSets.Internal;

/// <summary>One value of an outcome, or a score.</summary>
internal abstract class ValuePlan
{
    public virtual bool IsConstant => false;

    /// <summary>Indexes of the attributes that the value reads, directly or through variables.</summary>
    public virtual int[] Attributes => [];

    /// <summary>The value as one of the types of <see cref="Outcome"/>; true, or why there is none.</summary>
    public abstract Truth Evaluate(FactFrame frame, out object? value);
}
