using EcomOps.Core;
using EcomOps.Rules.Diagnostics;

namespace EcomOps.Rules.Cel.Internal.Parsing;

// Keeps the first problem of a parse: what follows it is mostly its echo.
internal sealed class ProblemSink(LineMap lines)
{
    public Diagnostic? First { get; private set; }

    public bool HasProblem => First is not null;

    public void Add(string code, int offset, int length, string message, string? replacement = null) =>
        First ??= new Diagnostic(code, message, lines.Span(offset, length), Severity.Error)
        {
            Fix = replacement is null ? null : new DiagnosticFix($"Write {replacement}", replacement),
        };
}
