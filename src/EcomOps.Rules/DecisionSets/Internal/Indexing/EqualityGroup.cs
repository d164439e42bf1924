using EcomOps.Rules.DecisionSets.Internal.Parts;
using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.DecisionSets.Internal.Indexing;

internal sealed class EqualityGroup<T, TKind>(int attribute) : IndexGroup(attribute)
    where T : notnull
    where TKind : struct, ISlotKind<T>
{
    private readonly Dictionary<T, List<int>> _building = [];
    private readonly Dictionary<T, int[]> _rules = [];

    protected override bool Accept(int rule, IReadOnlyList<ConditionPart> parts)
    {
        foreach (ConditionPart part in parts)
        {
            IEnumerable<T>? values = part switch
            {
                ComparePart<T, TKind> { IsEquality: true } equal => [equal.Constant],
                InPart<T, TKind> { IsNegated: false } many => many.Constants,
                _ => null,
            };
            if (values is null)
            {
                continue;
            }

            foreach (T value in values)
            {
                if (!_building.TryGetValue(value, out List<int>? rules))
                {
                    _building[value] = rules = [];
                }

                rules.Add(rule);
            }

            return true;
        }

        return false;
    }

    protected override void Build()
    {
        foreach ((T value, List<int> rules) in _building)
        {
            _rules[value] = [.. rules];
        }

        _building.Clear();
    }

    protected override void Mark(in FactSlot slot, ulong[] candidates, int[] all)
    {
        if (_rules.TryGetValue(TKind.Read(slot), out int[]? rules))
        {
            Bits.Set(candidates, rules);
        }
    }
}
