using NodaTime;

namespace EcomOps.Rules.DecisionSets;

/// <summary>A rule could not be evaluated, so there is no safe outcome.</summary>
public sealed record Failed : Decision
{
    internal Failed(RuleSetIdentity set, Instant at, string rule, RuleError error)
        : base(set, at)
    {
        Rule = rule;
        Error = error;
    }

    /// <summary>Id of the rule; <c>(default)</c> for the default outcome.</summary>
    public string Rule { get; }

    /// <summary>What went wrong.</summary>
    public RuleError Error { get; }

    /// <inheritdoc />
    public bool Equals(Failed? other) => base.Equals(other) && Rule == other.Rule && Error == other.Error;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Rule, Error);
}
