using EcomOps.Rules.Documents;

namespace EcomOps.Rules.Examples.Internal;

// Path: of the rule in the document. Changed: the rule instead; null drops it. Place, Start, Length: what the description is about.
internal sealed record Mutation(string Rule, string Path, RuleDefinition? Changed, string Description, bool IsCondition, string Place, int Start, int Length);
