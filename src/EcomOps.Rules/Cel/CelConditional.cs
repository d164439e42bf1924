using EcomOps.Rules.Diagnostics;

namespace EcomOps.Rules.Cel;

/// <summary><c>a ? b : c</c>.</summary>
public sealed class CelConditional : CelNode
{
    internal CelConditional(SourceSpan span, CelNode condition, CelNode whenTrue, CelNode whenFalse)
        : base(span, Below(condition, whenTrue, whenFalse))
    {
        Condition = condition;
        WhenTrue = whenTrue;
        WhenFalse = whenFalse;
    }

    /// <summary>Condition.</summary>
    public CelNode Condition { get; }

    /// <summary>Value when the condition holds.</summary>
    public CelNode WhenTrue { get; }

    /// <summary>Value otherwise.</summary>
    public CelNode WhenFalse { get; }

    /// <inheritdoc />
    public override IEnumerable<CelNode> Children => [Condition, WhenTrue, WhenFalse];
}
