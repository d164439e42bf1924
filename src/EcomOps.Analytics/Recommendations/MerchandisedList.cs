using EcomOps.Rules.DecisionSets;

namespace EcomOps.Analytics.Recommendations;

/// <summary>What to show to one customer.</summary>
/// <param name="Items">Items to show, best first.</param>
/// <param name="LeftOut">Items that stock, rules or the limit a category keep out, with the reason; not those that merely found no place in a full list.</param>
/// <param name="Rules">Which rules decided.</param>
public sealed record MerchandisedList(IReadOnlyList<MerchandisedItem> Items, IReadOnlyList<MerchandisedItem> LeftOut, RuleSetIdentity Rules);
