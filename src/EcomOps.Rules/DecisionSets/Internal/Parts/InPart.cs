using EcomOps.Rules.DecisionSets.Internal.Indexing;
using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.DecisionSets.Internal.Parts;

/// <summary><c>attribute in [constants]</c> or its negation.</summary>
internal sealed class InPart<T, TKind>(string source, int attribute, T[] constants, bool negated)
    : ConditionPart(source, [attribute]), IIndexablePart
    where T : notnull
    where TKind : struct, ISlotKind<T>
{
    private readonly HashSet<T> _set = [.. constants];

    public int Attribute => attribute;

    public IReadOnlyCollection<T> Constants => _set;

    public bool IsNegated => negated;

    // A negated list accepts nearly everything: no key.
    public bool IsEquality => !negated;

    public override int Cost => 3 + constants.Length;

    public override Truth Evaluate(FactFrame frame)
    {
        ref FactSlot slot = ref frame.Read(attribute);
        if (slot.State != FactState.Present)
        {
            return frame.NotPresent(attribute, slot.State);
        }

        T value = TKind.Read(slot);
        bool found;
        if (constants.Length <= 4)
        {
            found = false;
            foreach (T constant in constants)
            {
                found |= TKind.Compare(value, constant) == 0;
            }
        }
        else
        {
            found = _set.Contains(value);
        }

        return found != negated ? Truth.True : Truth.False;
    }

    public IndexGroup NewGroup() => new EqualityGroup<T, TKind>(attribute);
}
