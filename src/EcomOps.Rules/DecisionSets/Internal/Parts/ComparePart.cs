using EcomOps.Rules.DecisionSets.Internal.Indexing;
using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.DecisionSets.Internal.Parts;

/// <summary><c>attribute op constant</c>.</summary>
internal sealed class ComparePart<T, TKind>(string source, int attribute, Comparison comparison, T constant)
    : ConditionPart(source, [attribute]), IIndexablePart, IComparePart
    where T : notnull
    where TKind : struct, ISlotKind<T>
{
    public int Attribute => attribute;

    public Comparison Comparison => comparison;

    public T Constant => constant;

    public object Bound => constant;

    public bool IsEquality => comparison == Comparison.Equal;

    public override Truth Evaluate(FactFrame frame)
    {
        ref FactSlot slot = ref frame.Read(attribute);
        if (slot.State != FactState.Present)
        {
            return frame.NotPresent(attribute, slot.State);
        }

        return (Truth)(((int)comparison >> (TKind.Compare(TKind.Read(slot), constant) + 1)) & 1);
    }

    public IndexGroup NewGroup() => IsEquality ? new EqualityGroup<T, TKind>(attribute) : new RangeGroup<T, TKind>(attribute);
}
