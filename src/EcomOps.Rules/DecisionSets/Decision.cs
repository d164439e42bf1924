using EcomOps.Rules.Explanation;
using NodaTime;

namespace EcomOps.Rules.DecisionSets;

/// <summary>What a rule set decided about one input.</summary>
/// <remarks>
/// Closed: <see cref="Decided"/>, <see cref="NoMatch"/>, <see cref="Conflict"/>, <see cref="Failed"/>, <see cref="Residual"/>. The same facts,
/// set, lists and instant give an equal decision. Immutable and thread-safe.
/// </remarks>
public abstract record Decision
{
    private protected Decision(RuleSetIdentity set, Instant at)
    {
        Set = set;
        At = at;
    }

    /// <summary>The set that decided.</summary>
    public RuleSetIdentity Set { get; }

    /// <summary>Evaluation instant, the fact <c>now</c>.</summary>
    public Instant At { get; }

    /// <summary>Rules in shadow mode that matched, in document order; they had no part in the decision.</summary>
    public IReadOnlyList<MatchedRule> Shadow { get; init; } = [];

    /// <summary>Why each rule did or did not apply; null unless it was asked for. Not part of equality.</summary>
    public DecisionTrace? Trace { get; init; }

    /// <inheritdoc />
    public virtual bool Equals(Decision? other) =>
        other is not null && EqualityContract == other.EqualityContract && Set.Equals(other.Set) && At == other.At && Shadow.SequenceEqual(other.Shadow);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(EqualityContract, Set, At);
}
