using EcomOps.Rules.DecisionSets.Internal.Parts;
using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.DecisionSets.Internal.Indexing;

internal sealed class RangeGroup<T, TKind>(int attribute) : IndexGroup(attribute)
    where T : notnull
    where TKind : struct, ISlotKind<T>
{
    private readonly RangeBounds<T, TKind> _bounds = new();

    protected override bool Accept(int rule, IReadOnlyList<ConditionPart> parts)
    {
        (T, bool)? low = null;
        (T, bool)? high = null;
        foreach (ConditionPart part in parts)
        {
            if (part is ComparePart<T, TKind> compare)
            {
                // The first bound of each side is enough: the others are checked when the rule is evaluated.
                switch (compare.Comparison)
                {
                    case Comparison.Greater or Comparison.GreaterOrEqual:
                        low ??= (compare.Constant, compare.Comparison == Comparison.GreaterOrEqual);
                        break;
                    case Comparison.Less or Comparison.LessOrEqual:
                        high ??= (compare.Constant, compare.Comparison == Comparison.LessOrEqual);
                        break;
                    default:
                        break;
                }
            }
        }

        if (low is null && high is null)
        {
            return false;
        }

        _bounds.Add(rule, low, high);
        return true;
    }

    protected override void Build() => _bounds.Build();

    protected override void Mark(in FactSlot slot, ulong[] candidates, int[] all) => _bounds.Mark(TKind.Read(slot), candidates);
}
