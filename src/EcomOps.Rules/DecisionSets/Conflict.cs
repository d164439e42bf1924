using NodaTime;

namespace EcomOps.Rules.DecisionSets;

/// <summary>Rules contradict each other under the hit policy; the set never picks one.</summary>
public sealed record Conflict : Decision
{
    internal Conflict(RuleSetIdentity set, Instant at, IReadOnlyList<MatchedRule> matched)
        : base(set, at) => Matched = matched;

    /// <summary>The rules that matched, in document order, with their outcomes.</summary>
    public IReadOnlyList<MatchedRule> Matched { get; }

    /// <summary>Ids of the rules that matched, in document order.</summary>
    public IReadOnlyList<string> Rules => [.. Matched.Select(m => m.Id)];

    /// <inheritdoc />
    public bool Equals(Conflict? other) => base.Equals(other) && Matched.SequenceEqual(other.Matched);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Matched.Count);
}
