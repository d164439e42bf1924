using EcomOps.Core;

namespace EcomOps.Rules.Diagnostics;

/// <summary>A finding in a rule document or expression, with its place and, where there is one, a fix.</summary>
/// <param name="Code">Stable code <c>RUL####</c>: 1000 to 1999 expressions, 2000 to 2999 documents, 3000 to 3999 analysis across rules.</param>
/// <param name="Message">What is wrong, for people; may change between versions.</param>
/// <param name="Span">Where it is.</param>
/// <param name="Severity">How serious it is.</param>
/// <param name="File">Name of the file, or empty for a text without one.</param>
/// <remarks>Equal by value. Immutable and thread-safe.</remarks>
public sealed record Diagnostic(string Code, string Message, SourceSpan Span, Severity Severity = Severity.Error, string File = "")
    : Issue(Code, File.Length == 0 ? $"{Span.Line}:{Span.Column}" : $"{File}:{Span.Line}:{Span.Column}", Message, Severity)
{
    /// <summary>What to do about it: a replacement of the span, or an instruction; null when there is no single fix.</summary>
    public DiagnosticFix? Fix { get; init; }

    /// <summary>Other places that belong to the finding, for example the rule that it collides with.</summary>
    public IReadOnlyList<RelatedSpan> Related { get; init; } = [];
}
