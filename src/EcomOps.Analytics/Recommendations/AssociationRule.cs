namespace EcomOps.Analytics.Recommendations;

/// <summary>Who buys the first items buys the last one too.</summary>
/// <param name="Antecedent">Items of the condition, at least one, ordinal ascending.</param>
/// <param name="Consequent">Item that follows.</param>
/// <param name="Count">Baskets with all of them.</param>
/// <param name="Support">Count over all baskets.</param>
/// <param name="Confidence">Count over the baskets with the antecedent.</param>
/// <param name="Lift">Confidence over the consequent's own support; above 1 the items attract each other.</param>
/// <param name="Leverage">Support less what independence would give.</param>
/// <param name="Conviction">(1 - consequent's support) / (1 - confidence); null when the rule always holds.</param>
public sealed record AssociationRule(
    IReadOnlyList<string> Antecedent, string Consequent, int Count, double Support, double Confidence, double Lift, double Leverage, double? Conviction);
