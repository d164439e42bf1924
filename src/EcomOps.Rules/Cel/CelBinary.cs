using EcomOps.Rules.Diagnostics;

namespace EcomOps.Rules.Cel;

/// <summary>Two operands and an operator between them. Chains of <c>&amp;&amp;</c> and of <c>||</c> are balanced trees, since both are associative.</summary>
public sealed class CelBinary : CelNode
{
    internal CelBinary(SourceSpan span, CelOperator @operator, CelNode left, CelNode right)
        : base(span, Below(left, right))
    {
        Operator = @operator;
        Left = left;
        Right = right;
    }

    /// <summary>Operator.</summary>
    public CelOperator Operator { get; }

    /// <summary>Left operand.</summary>
    public CelNode Left { get; }

    /// <summary>Right operand.</summary>
    public CelNode Right { get; }

    /// <inheritdoc />
    public override IEnumerable<CelNode> Children => [Left, Right];

    /// <summary>The operands of a chain of one associative operator, in source order: for <c>a &amp;&amp; b &amp;&amp; c</c> the three.</summary>
    /// <param name="node">Any expression.</param>
    /// <param name="operator"><see cref="CelOperator.And"/> or <see cref="CelOperator.Or"/>.</param>
    /// <returns>The operands; the node itself when it is no such chain.</returns>
    public static IReadOnlyList<CelNode> Flatten(CelNode node, CelOperator @operator)
    {
        var operands = new List<CelNode>();
        Collect(node);
        return operands;

        void Collect(CelNode part)
        {
            if (part is CelBinary binary && binary.Operator == @operator)
            {
                Collect(binary.Left);
                Collect(binary.Right);
            }
            else
            {
                operands.Add(part);
            }
        }
    }
}
