using EcomOps.Rules.Diagnostics;

namespace EcomOps.Rules.Cel;

/// <summary><c>cel.block([a, b], body)</c>: values computed at most once, named <c>@index0</c>, <c>@index1</c> ... in later values and in the body.</summary>
public sealed class CelBlock : CelNode
{
    internal CelBlock(SourceSpan span, IReadOnlyList<CelNode> values, CelNode body)
        : base(span, Math.Max(Below(values), Below(body)))
    {
        Values = values;
        Body = body;
    }

    /// <summary>Values.</summary>
    public IReadOnlyList<CelNode> Values { get; }

    /// <summary>Result.</summary>
    public CelNode Body { get; }

    /// <inheritdoc />
    public override IEnumerable<CelNode> Children => Values.Append(Body);
}
