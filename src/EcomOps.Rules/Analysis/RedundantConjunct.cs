namespace EcomOps.Rules.Analysis;

/// <summary>A conjunct of a condition that the other conjuncts and the domain already imply.</summary>
/// <param name="Rule">Id of the rule.</param>
/// <param name="Conjunct">Position of the conjunct, from 0.</param>
public sealed record RedundantConjunct(string Rule, int Conjunct) : AnalysisNotice;
