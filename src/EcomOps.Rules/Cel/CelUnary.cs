using EcomOps.Rules.Diagnostics;

namespace EcomOps.Rules.Cel;

/// <summary><c>!a</c> or <c>-a</c>.</summary>
public sealed class CelUnary : CelNode
{
    internal CelUnary(SourceSpan span, CelOperator @operator, CelNode operand)
        : base(span, Below(operand))
    {
        Operator = @operator;
        Operand = operand;
    }

    /// <summary><see cref="CelOperator.Not"/> or <see cref="CelOperator.Negate"/>.</summary>
    public CelOperator Operator { get; }

    /// <summary>Operand.</summary>
    public CelNode Operand { get; }

    /// <inheritdoc />
    public override IEnumerable<CelNode> Children => [Operand];
}
