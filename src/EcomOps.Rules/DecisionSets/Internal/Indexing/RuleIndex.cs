using EcomOps.Rules.DecisionSets.Internal.Parts;
using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.DecisionSets.Internal.Indexing;

// Finds the rules that one look at each key attribute cannot rule out. A rule is left out only when one of its conjuncts is false or its key is
// absent, so that the decision is the same as without the index.
internal sealed class RuleIndex
{
    private readonly ulong[] _always;
    private readonly IndexGroup[] _groups;

    private RuleIndex(ulong[] always, IndexGroup[] groups)
    {
        _always = always;
        _groups = groups;
    }

    public int Words => _always.Length;

    public static RuleIndex? Build(IReadOnlyList<CompiledRule> rules)
    {
        // Attributes whose equality conjuncts name many different values tell rules apart best.
        Dictionary<(int Attribute, bool Equality), int> uses = [];
        foreach (CompiledRule rule in rules)
        {
            foreach ((int Attribute, bool Equality) key in rule.Parts.OfType<IIndexablePart>().Where(IsKey).Select(p => (p.Attribute, p.IsEquality)).Distinct())
            {
                uses[key] = uses.GetValueOrDefault(key) + 1;
            }
        }

        var always = new ulong[Bits.Words(rules.Count)];
        Dictionary<(int, bool, Type), IndexGroup> groups = [];
        for (int i = 0; i < rules.Count; i++)
        {
            if (!TryPlace(rules[i], i, uses, groups))
            {
                Bits.Set(always, i);
            }
        }

        IndexGroup[] used = [.. groups.Values.Where(g => g.Count > 0)];
        foreach (IndexGroup group in used)
        {
            group.Freeze();
        }

        return used.Length == 0 ? null : new RuleIndex(always, used);
    }

    public void Find(FactFrame frame)
    {
        if (frame.Candidates.Length < _always.Length)
        {
            frame.Candidates = new ulong[_always.Length];
        }

        Array.Copy(_always, frame.Candidates, _always.Length);
        foreach (IndexGroup group in _groups)
        {
            group.Mark(frame, frame.Candidates);
        }
    }

    private static bool TryPlace(CompiledRule rule, int position, Dictionary<(int, bool), int> uses, Dictionary<(int, bool, Type), IndexGroup> groups)
    {
        // A rule that has no outcome without an error must be looked at whatever its key says; none such exists, since a false key settles it.
        IEnumerable<IIndexablePart> keys = rule.Parts.OfType<IIndexablePart>().Where(IsKey)
            .OrderByDescending(p => p.IsEquality && p is not ComparePart<bool, BoolKind>)
            .ThenByDescending(p => uses.GetValueOrDefault((p.Attribute, p.IsEquality)));
        foreach (IIndexablePart key in keys)
        {
            var name = (key.Attribute, key.IsEquality, key is MoneyPart ? typeof(MoneyPart) : typeof(ConditionPart));
            if (!groups.TryGetValue(name, out IndexGroup? group))
            {
                groups[name] = group = key.NewGroup();
            }

            if (group.TryAdd(position, [.. rule.Parts.Where(p => p is IIndexablePart other && other.Attribute == key.Attribute)]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsKey(IIndexablePart part) => part switch
    {
        IComparePart { Comparison: Comparison.NotEqual } => false,
        IComparePart => true,
        _ => part.IsEquality,
    };
}
