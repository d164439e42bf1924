namespace EcomOps.Rules.Analysis.Internal;

// Outcome: equal objects are equal outcomes.
internal sealed record LoweredRule(string Id, Formula[] Conjuncts, object Outcome, int Priority);
