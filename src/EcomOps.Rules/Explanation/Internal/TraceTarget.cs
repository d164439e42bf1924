using EcomOps.Rules.DecisionSets.Internal;

namespace EcomOps.Rules.Explanation.Internal;

/// <summary>What the trace keeps of a rule.</summary>
internal sealed record TraceTarget(string Id, string Title, bool IsShadow, ConditionPart[] Parts);
