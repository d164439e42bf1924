using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.DecisionSets.Internal.Parts;

/// <summary><c>attribute in list("name")</c> or <c>attribute.matchesList("name")</c>.</summary>
internal sealed class ListPart(string source, int attribute, NamedList list) : ConditionPart(source, [attribute])
{
    public override Truth Evaluate(FactFrame frame)
    {
        ref FactSlot slot = ref frame.Read(attribute);
        return slot.State != FactState.Present ? frame.NotPresent(attribute, slot.State)
            : list.Contains((string)slot.Reference!) ? Truth.True : Truth.False;
    }
}
