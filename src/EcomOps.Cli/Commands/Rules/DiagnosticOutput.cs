using EcomOps.Core;
using EcomOps.Rules.Diagnostics;

namespace EcomOps.Cli.Commands.Rules;

internal static class DiagnosticOutput
{
    public static void Write(TextWriter output, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (Diagnostic diagnostic in diagnostics)
        {
            output.WriteLine($"{diagnostic.Path}: {Word(diagnostic.Severity)} {diagnostic.Code}: {diagnostic.Message}");
            foreach (RelatedSpan related in diagnostic.Related)
            {
                output.WriteLine($"    {related.Span.Line}:{related.Span.Column} {related.Message}");
            }

            if (diagnostic.Fix is { } fix)
            {
                output.WriteLine("    fix: " + fix.Title);
            }
        }
    }

    public static object ToJson(Diagnostic d) => new
    {
        d.Code,
        Severity = Word(d.Severity),
        d.File,
        d.Span.Line,
        d.Span.Column,
        d.Span.Length,
        d.Message,
        Fix = d.Fix is null ? null : new { d.Fix.Title, d.Fix.Replacement },
        Related = d.Related.Count == 0 ? null : d.Related.Select(r => new { r.Span.Line, r.Span.Column, r.Message }),
    };

    private static string Word(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };
}
