using System.Diagnostics.CodeAnalysis;
using EcomOps.Rules.Diagnostics;

namespace EcomOps.Rules.Cel;

/// <summary>Outcome of <see cref="CelParser.Parse"/>: a tree, or what is wrong with the source.</summary>
/// <param name="Root">The tree, or null when there is an error.</param>
/// <param name="Diagnostics">Findings; empty on success.</param>
public sealed record CelParseResult(CelNode? Root, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Whether there is a tree.</summary>
    [MemberNotNullWhen(true, nameof(Root))]
    public bool IsSuccess => Root is not null;
}
