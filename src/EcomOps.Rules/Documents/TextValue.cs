namespace EcomOps.Rules.Documents;

/// <summary>A text. In <c>then</c> and <c>default</c> a text that begins with <c>=</c> is a CEL expression, and <c>\=</c> writes a literal equals sign.</summary>
/// <param name="Value">The characters.</param>
public sealed record TextValue(string Value) : RuleValue
{
    /// <summary>Whether the text is an expression where expressions are allowed.</summary>
    public bool IsExpression => Value.StartsWith('=');

    /// <summary>The CEL source behind the equals sign; empty when this is not an expression.</summary>
    public string Expression => IsExpression ? Value[1..] : string.Empty;

    /// <summary>The characters meant where expressions are allowed: a leading <c>\=</c> reads as <c>=</c>.</summary>
    public string Literal => Value.StartsWith("\\=", StringComparison.Ordinal) ? Value[1..] : Value;

    /// <inheritdoc />
    public override string ToString() => Value;
}
