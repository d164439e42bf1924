using NodaTime;

namespace EcomOps.Rules.DecisionSets;

/// <summary>The decision depends on attributes that the host has not fetched yet: fetch them and evaluate again.</summary>
public sealed record Residual : Decision
{
    internal Residual(RuleSetIdentity set, Instant at, IReadOnlyList<string> needs)
        : base(set, at) => Needs = needs;

    /// <summary>Paths of the attributes needed, in ordinal order.</summary>
    public IReadOnlyList<string> Needs { get; }

    /// <inheritdoc />
    public bool Equals(Residual? other) => base.Equals(other) && Needs.SequenceEqual(other.Needs);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Needs.Count);
}
