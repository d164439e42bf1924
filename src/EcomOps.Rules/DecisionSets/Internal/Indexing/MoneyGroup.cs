using EcomOps.Core;
using EcomOps.Rules.DecisionSets.Internal.Parts;
using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.DecisionSets.Internal.Indexing;

internal sealed class MoneyGroup(int attribute, Currency currency) : IndexGroup(attribute)
{
    private readonly RangeBounds<decimal, DecimalKind> _bounds = new();

    protected override bool Accept(int rule, IReadOnlyList<ConditionPart> parts)
    {
        (decimal, bool)? low = null;
        (decimal, bool)? high = null;
        foreach (ConditionPart part in parts)
        {
            if (part is not MoneyPart money)
            {
                continue;
            }

            if (money.Constant.Currency != currency)
            {
                return false;
            }

            decimal amount = money.Constant.Amount;
            switch (money.Comparison)
            {
                case Comparison.Equal:
                    low ??= (amount, true);
                    high ??= (amount, true);
                    break;
                case Comparison.Greater or Comparison.GreaterOrEqual:
                    low ??= (amount, money.Comparison == Comparison.GreaterOrEqual);
                    break;
                case Comparison.Less or Comparison.LessOrEqual:
                    high ??= (amount, money.Comparison == Comparison.LessOrEqual);
                    break;
                default:
                    break;
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

    protected override void Mark(in FactSlot slot, ulong[] candidates, int[] all)
    {
        if (slot.Currency == currency)
        {
            _bounds.Mark(slot.Decimal, candidates);
        }
        else
        {
            Bits.Set(candidates, all);
        }
    }
}
