namespace EcomOps.Rules.Diagnostics;

/// <summary>A stretch of a source text.</summary>
/// <param name="Offset">UTF-16 offset of the first character, from 0.</param>
/// <param name="Length">Number of UTF-16 characters; 0 for a place between two.</param>
/// <param name="Line">Line of the first character, from 1.</param>
/// <param name="Column">Column of the first character in UTF-16 characters, from 1.</param>
/// <remarks>Equal by value. <c>default</c> means "nowhere". Immutable and thread-safe.</remarks>
public readonly record struct SourceSpan(int Offset, int Length, int Line, int Column)
{
    /// <summary>Offset after the last character.</summary>
    public int End => Offset + Length;

    /// <summary>The smallest span that holds both; place of the one that begins first.</summary>
    /// <param name="other">The other span of the same text.</param>
    /// <returns>A span from the smaller offset to the larger end.</returns>
    public SourceSpan To(SourceSpan other)
    {
        SourceSpan first = Offset <= other.Offset ? this : other;
        return first with { Length = Math.Max(End, other.End) - first.Offset };
    }

    /// <summary>Line and column.</summary>
    /// <returns>For example <c>12:7</c>.</returns>
    public override string ToString() => FormattableString.Invariant($"{Line}:{Column}");
}
