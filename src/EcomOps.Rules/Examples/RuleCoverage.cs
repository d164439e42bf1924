namespace EcomOps.Rules.Examples;

/// <summary>How the examples exercised one rule.</summary>
/// <param name="Rule">Id.</param>
/// <param name="Matched">Examples in which every condition held.</param>
/// <param name="NotMatched">Examples in which one did not.</param>
/// <param name="Conditions">Its conditions.</param>
public sealed record RuleCoverage(string Rule, int Matched, int NotMatched, IReadOnlyList<ConditionCoverage> Conditions)
{
    /// <summary>Whether the rule was seen matched and not matched; a rule without conditions only needs the first.</summary>
    public bool IsCovered => Matched > 0 && (NotMatched > 0 || Conditions.Count == 0);
}
