using EcomOps.Core;
using EcomOps.Rules.DecisionSets.Internal.Indexing;
using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.DecisionSets.Internal.Parts;

/// <summary><c>money attribute op constant</c>; another currency is an error, also for equality.</summary>
internal sealed class MoneyPart(string source, int attribute, Comparison comparison, Money constant)
    : ConditionPart(source, [attribute]), IIndexablePart, IComparePart
{
    private readonly decimal _amount = constant.Amount;
    private readonly Currency _currency = constant.Currency;

    public int Attribute => attribute;

    public Comparison Comparison => comparison;

    public object Bound => constant;

    public Money Constant => constant;

    public bool IsEquality => false;

    public override Truth Evaluate(FactFrame frame)
    {
        ref FactSlot slot = ref frame.Read(attribute);
        if (slot.State != FactState.Present)
        {
            return frame.NotPresent(attribute, slot.State);
        }

        if (slot.Currency != _currency)
        {
            frame.Error = new RuleError(RuleErrorKind.CurrencyMismatch, $"'{frame.Vocabulary.Attributes[attribute].Path}' is in {slot.Currency}, the condition in {_currency}.", frame.Vocabulary.Attributes[attribute].Path);
            return Truth.Error;
        }

        return (Truth)(((int)comparison >> (DecimalKind.Compare(slot.Decimal, _amount) + 1)) & 1);
    }

    public IndexGroup NewGroup() => new MoneyGroup(attribute, _currency);
}
