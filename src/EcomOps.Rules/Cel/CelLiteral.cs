using EcomOps.Rules.Diagnostics;

namespace EcomOps.Rules.Cel;

/// <summary>A constant: null, bool, int, uint, double, string or bytes.</summary>
public sealed class CelLiteral : CelNode
{
    internal CelLiteral(SourceSpan span, CelLiteralKind kind, object? value, string text)
        : base(span, 1)
    {
        Kind = kind;
        Value = value;
        Text = text;
    }

    /// <summary>Type of the constant.</summary>
    public CelLiteralKind Kind { get; }

    /// <summary>The value: null, <see cref="bool"/>, <see cref="long"/>, <see cref="ulong"/>, <see cref="double"/>, <see cref="string"/> or <see cref="ReadOnlyMemory{T}"/> of bytes.</summary>
    public object? Value { get; }

    /// <summary>The constant as written, with a minus sign where one was folded in. A number beside a decimal is read from this text, never through double.</summary>
    public string Text { get; }

    /// <inheritdoc />
    public override IEnumerable<CelNode> Children => [];
}
