namespace EcomOps.Rules.Examples;

/// <summary>What running a document's examples showed.</summary>
/// <param name="Results">Examples in document order.</param>
/// <param name="Rules">Coverage of each live rule.</param>
/// <param name="DefaultReached">Whether some example got the default; null when the set has none.</param>
/// <param name="SeveralMatched">Whether some example met several matching rules at once, which is where the hit policy decides.</param>
/// <param name="Mutation">Mutation score; null when it was not asked for or an example fails.</param>
public sealed record ExampleReport(
    IReadOnlyList<ExampleResult> Results, IReadOnlyList<RuleCoverage> Rules, bool? DefaultReached, bool SeveralMatched, MutationScore? Mutation)
{
    /// <summary>Whether every example passed.</summary>
    public bool Passed => Results.All(r => r.Passed);

    /// <summary>Share of the rules seen matched and not matched, 0 to 1.</summary>
    public double RuleShare => Rules.Count == 0 ? 1 : (double)Rules.Count(r => r.IsCovered) / Rules.Count;

    /// <summary>Share of the conditions seen true and false, 0 to 1.</summary>
    public double ConditionShare => Rules.Sum(r => r.Conditions.Count) is 0 ? 1 : (double)Rules.Sum(r => r.Conditions.Count(c => c.IsCovered)) / Rules.Sum(r => r.Conditions.Count);
}
