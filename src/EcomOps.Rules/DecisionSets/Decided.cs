using NodaTime;

namespace EcomOps.Rules.DecisionSets;

/// <summary>The set has an outcome.</summary>
public record Decided : Decision
{
    internal Decided(RuleSetIdentity set, Instant at, Outcome outcome, IReadOnlyList<MatchedRule> matched, bool isDefault)
        : base(set, at)
    {
        Outcome = outcome;
        Matched = matched;
        IsDefault = isDefault;
    }

    /// <summary>The outcome; a list of outcomes under <c>collect</c>.</summary>
    public Outcome Outcome { get; }

    /// <summary>The outcomes one by one: those of a collecting set, else the one.</summary>
    public IReadOnlyList<Outcome> Outcomes => Outcome.Value as IReadOnlyList<Outcome> ?? [Outcome];

    /// <summary>
    /// Rules that made the outcome: the one that won (first, priority), all that matched (unique, any, collect, accumulate), or the whole
    /// ranking, best first (best). Empty for the default.
    /// </summary>
    public IReadOnlyList<MatchedRule> Matched { get; }

    /// <summary>Whether the outcome is the set's default.</summary>
    public bool IsDefault { get; }

    /// <inheritdoc />
    public virtual bool Equals(Decided? other) =>
        base.Equals(other) && other!.IsDefault == IsDefault && Outcome.Equals(other.Outcome) && Matched.SequenceEqual(other.Matched);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Outcome);
}
