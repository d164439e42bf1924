using EcomOps.Rules.Diagnostics;

namespace EcomOps.Rules.Cel;

/// <summary>A name.</summary>
public sealed class CelIdentifier : CelNode
{
    internal CelIdentifier(SourceSpan span, string name, bool isRooted = false)
        : base(span, 1)
    {
        Name = name;
        IsRooted = isRooted;
    }

    /// <summary>The name; names that begin with <c>@</c> are made by macros.</summary>
    public string Name { get; }

    /// <summary>Whether it was written with a leading dot, which looks the name up in the outermost container only.</summary>
    public bool IsRooted { get; }

    /// <inheritdoc />
    public override IEnumerable<CelNode> Children => [];
}
