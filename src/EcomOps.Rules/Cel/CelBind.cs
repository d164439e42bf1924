using EcomOps.Rules.Diagnostics;

namespace EcomOps.Rules.Cel;

/// <summary>A name for a value inside an expression: <c>cel.bind(name, value, body)</c>, and the lambda of <c>optMap</c> and <c>optFlatMap</c>.</summary>
public sealed class CelBind : CelNode
{
    internal CelBind(SourceSpan span, CelBindKind kind, string variable, CelNode value, CelNode body)
        : base(span, Below(value, body))
    {
        Kind = kind;
        Variable = variable;
        Value = value;
        Body = body;
    }

    /// <summary>Which macro.</summary>
    public CelBindKind Kind { get; }

    /// <summary>The name.</summary>
    public string Variable { get; }

    /// <summary>Value of the name; for <c>optMap</c> and <c>optFlatMap</c> the optional.</summary>
    public CelNode Value { get; }

    /// <summary>Expression in which the name is known.</summary>
    public CelNode Body { get; }

    /// <inheritdoc />
    public override IEnumerable<CelNode> Children => [Value, Body];
}
