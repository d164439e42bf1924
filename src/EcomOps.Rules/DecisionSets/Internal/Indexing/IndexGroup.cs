using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.DecisionSets.Internal.Indexing;

/// <summary>The rules that share one key attribute.</summary>
internal abstract class IndexGroup(int attribute)
{
    private readonly List<int> _rules = [];
    private int[] _all = [];

    public int Attribute { get; } = attribute;

    public int Count => _rules.Count;

    /// <summary>Adds a rule with all its conjuncts on the attribute; false when they do not fit the group.</summary>
    public bool TryAdd(int rule, IReadOnlyList<ConditionPart> parts)
    {
        if (!Accept(rule, parts))
        {
            return false;
        }

        _rules.Add(rule);
        return true;
    }

    public void Freeze()
    {
        _all = [.. _rules];
        Build();
    }

    public void Mark(FactFrame frame, ulong[] candidates)
    {
        ref FactSlot slot = ref frame.Read(Attribute);
        if (slot.State == FactState.Present)
        {
            Mark(slot, candidates, _all);
        }
        else if (slot.State != FactState.Absent)
        {
            // Unknown or in error: each rule must say so itself. An absent key settles all of them.
            Bits.Set(candidates, _all);
        }
    }

    protected abstract bool Accept(int rule, IReadOnlyList<ConditionPart> parts);

    protected abstract void Build();

    protected abstract void Mark(in FactSlot slot, ulong[] candidates, int[] all);
}
