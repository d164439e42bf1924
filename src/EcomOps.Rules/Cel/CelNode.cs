using EcomOps.Rules.Diagnostics;

namespace EcomOps.Rules.Cel;

/// <summary>A node of a parsed expression. Closed: the kinds are the sealed classes of this namespace that derive from it.</summary>
/// <remarks>Immutable and thread-safe; equality is by reference. <see cref="CelPrinter"/> gives a canonical text to compare by content.</remarks>
public abstract class CelNode
{
    /// <summary>Deepest tree that the parser accepts, counted in nodes from root to leaf.</summary>
    public const int MaximumDepth = 250;

    private protected CelNode(SourceSpan span, int depth)
    {
        Span = span;
        Depth = depth;
    }

    /// <summary>Where the node stands in the source.</summary>
    public SourceSpan Span { get; }

    /// <summary>Number of nodes on the longest way to a leaf; 1 for a leaf.</summary>
    public int Depth { get; }

    /// <summary>The node's parts in source order.</summary>
    public abstract IEnumerable<CelNode> Children { get; }

    /// <summary>Canonical text of the expression.</summary>
    /// <returns>CEL that parses to the same tree.</returns>
    public override string ToString() => CelPrinter.Print(this);

    private protected static int Below(params ReadOnlySpan<CelNode?> parts)
    {
        int depth = 0;
        foreach (CelNode? part in parts)
        {
            depth = Math.Max(depth, part?.Depth ?? 0);
        }

        return depth + 1;
    }

    private protected static int Below(IEnumerable<CelNode> parts) => parts.Select(part => part.Depth).DefaultIfEmpty(0).Max() + 1;
}
