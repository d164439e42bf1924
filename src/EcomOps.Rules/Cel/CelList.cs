using EcomOps.Rules.Diagnostics;

namespace EcomOps.Rules.Cel;

/// <summary><c>[a, ?b]</c>.</summary>
public sealed class CelList : CelNode
{
    internal CelList(SourceSpan span, IReadOnlyList<CelNode> elements, IReadOnlySet<int> optionalElements)
        : base(span, Below(elements))
    {
        Elements = elements;
        OptionalElements = optionalElements;
    }

    /// <summary>Elements.</summary>
    public IReadOnlyList<CelNode> Elements { get; }

    /// <summary>Positions of elements written with <c>?</c>: an optional that is left out when it has no value.</summary>
    public IReadOnlySet<int> OptionalElements { get; }

    /// <inheritdoc />
    public override IEnumerable<CelNode> Children => Elements;
}
