using NodaTime;

namespace EcomOps.Rules.DecisionSets;

/// <summary>No rule matched and the set has no default.</summary>
public sealed record NoMatch : Decision
{
    internal NoMatch(RuleSetIdentity set, Instant at)
        : base(set, at)
    {
    }
}
