namespace EcomOps.Rules.Documents;

/// <summary>The literal <c>true</c> or <c>false</c>.</summary>
/// <param name="Value">Truth value.</param>
public sealed record BoolValue(bool Value) : RuleValue
{
    /// <inheritdoc />
    public override string ToString() => Value ? "true" : "false";
}
