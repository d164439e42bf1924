using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.DecisionSets.Internal;
using EcomOps.Rules.Vocabularies;
using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.Explanation.Internal;

// What an evaluation leaves behind for its explanation: a byte per rule and condition and a copy of the slots. Everything readable is made later.
internal sealed class TraceRecord(int rules, int conditions, Vocabulary vocabulary)
{
    public TracedRule[] Rules { get; } = new TracedRule[rules];

    public byte[] Conditions { get; } = new byte[conditions];

    public FactSlot[] Slots { get; set; } = [];

    public Vocabulary Vocabulary { get; } = vocabulary;

    public Dictionary<int, RuleError>? Errors { get; set; }
}

internal struct TracedRule
{
    public TraceTarget Target;
    public RuleStatus Status;
    public int FirstCondition;
}
