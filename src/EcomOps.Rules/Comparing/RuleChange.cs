using EcomOps.Rules.Analysis;

namespace EcomOps.Rules.Comparing;

/// <summary>What became of one rule between two versions.</summary>
/// <param name="Rule">Id.</param>
/// <param name="Kind">Kind of change.</param>
/// <param name="Details">What differs besides the inputs that it matches, for people: outcome, priority, position, mode; empty for nothing.</param>
/// <param name="Area">How the inputs that it matches changed; null when one version cannot be analysed.</param>
public sealed record RuleChange(string Rule, RuleChangeKind Kind, IReadOnlyList<string> Details, AreaChange? Area);
