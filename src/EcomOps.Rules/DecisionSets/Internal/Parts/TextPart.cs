using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.DecisionSets.Internal.Parts;

/// <summary><c>attribute.startsWith('x')</c>, <c>endsWith</c> and <c>contains</c>, by code units, which is the same as by code points here.</summary>
internal sealed class TextPart(string source, int attribute, TextOperation operation, string constant) : ConditionPart(source, [attribute])
{
    public override int Cost => 4 + (constant.Length / 10);

    public override Truth Evaluate(FactFrame frame)
    {
        ref FactSlot slot = ref frame.Read(attribute);
        if (slot.State != FactState.Present)
        {
            return frame.NotPresent(attribute, slot.State);
        }

        string text = (string)slot.Reference!;
        bool holds = operation switch
        {
            TextOperation.StartsWith => text.StartsWith(constant, StringComparison.Ordinal),
            TextOperation.EndsWith => text.EndsWith(constant, StringComparison.Ordinal),
            _ => text.Contains(constant, StringComparison.Ordinal),
        };
        return holds ? Truth.True : Truth.False;
    }
}

internal enum TextOperation
{
    StartsWith,
    EndsWith,
    Contains,
}
