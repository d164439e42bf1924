namespace EcomOps.Rules.DecisionSets;

/// <summary>An outcome of the host's own type, from a set built in C# or loaded with an outcome shape.</summary>
/// <typeparam name="TOutcome">Type of the outcome.</typeparam>
public sealed record Decided<TOutcome> : Decided
{
    internal Decided(Decided decided, TOutcome choice)
        : base(decided) => Choice = choice;

    /// <summary>The outcome as the host's type.</summary>
    public TOutcome Choice { get; }

    /// <inheritdoc />
    public bool Equals(Decided<TOutcome>? other) => base.Equals(other);

    /// <inheritdoc />
    public override int GetHashCode() => base.GetHashCode();
}
