using EcomOps.Rules.Diagnostics;

namespace EcomOps.Rules.Cel;

/// <summary><c>{k: v, ?k: v}</c>.</summary>
public sealed class CelMap : CelNode
{
    internal CelMap(SourceSpan span, IReadOnlyList<CelMapEntry> entries)
        : base(span, Below(entries.SelectMany(e => (IEnumerable<CelNode>)[e.Key, e.Value])))
    {
        Entries = entries;
    }

    /// <summary>Entries in source order.</summary>
    public IReadOnlyList<CelMapEntry> Entries { get; }

    /// <inheritdoc />
    public override IEnumerable<CelNode> Children => Entries.SelectMany(e => (IEnumerable<CelNode>)[e.Key, e.Value]);
}
