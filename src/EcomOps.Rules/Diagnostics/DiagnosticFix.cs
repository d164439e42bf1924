namespace EcomOps.Rules.Diagnostics;

/// <summary>A way to mend a <see cref="Diagnostic"/>.</summary>
/// <param name="Title">What to do, for people.</param>
/// <param name="Replacement">Text that replaces the diagnostic's span, or null when the fix is for people only.</param>
public sealed record DiagnosticFix(string Title, string? Replacement = null);
