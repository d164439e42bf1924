using EcomOps.Rules.Diagnostics;

namespace EcomOps.Rules.Cel;

/// <summary>An element: <c>a[b]</c> or <c>a[?b]</c>.</summary>
public sealed class CelIndex : CelNode
{
    internal CelIndex(SourceSpan span, CelNode operand, CelNode index, bool isOptional)
        : base(span, Below(operand, index))
    {
        Operand = operand;
        Index = index;
        IsOptional = isOptional;
    }

    /// <summary>List or map.</summary>
    public CelNode Operand { get; }

    /// <summary>Position or key.</summary>
    public CelNode Index { get; }

    /// <summary>Whether it is <c>a[?b]</c>, which gives an optional.</summary>
    public bool IsOptional { get; }

    /// <inheritdoc />
    public override IEnumerable<CelNode> Children => [Operand, Index];
}
