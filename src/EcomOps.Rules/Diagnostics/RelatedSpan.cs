namespace EcomOps.Rules.Diagnostics;

/// <summary>Another place that belongs to a <see cref="Diagnostic"/>.</summary>
/// <param name="Span">The place, in the same text.</param>
/// <param name="Message">What is there.</param>
public sealed record RelatedSpan(SourceSpan Span, string Message);
