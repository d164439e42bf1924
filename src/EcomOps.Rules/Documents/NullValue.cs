namespace EcomOps.Rules.Documents;

/// <summary>The literal <c>null</c>.</summary>
public sealed record NullValue : RuleValue
{
    private NullValue()
    {
    }

    /// <summary>The only instance.</summary>
    public static NullValue Instance { get; } = new();

    /// <inheritdoc />
    public override string ToString() => "null";
}
