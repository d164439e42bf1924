namespace EcomOps.Rules.Documents;

/// <summary>A named member of an outcome.</summary>
/// <param name="Name">Name.</param>
/// <param name="Type">Type; not a map.</param>
/// <param name="IsOptional">Whether a rule may leave the member out; written with a question mark behind the name.</param>
public sealed record OutcomeMember(string Name, OutcomeType Type, bool IsOptional = false)
{
    /// <inheritdoc />
    public override string ToString() => Name + (IsOptional ? "?: " : ": ") + Type;
}
