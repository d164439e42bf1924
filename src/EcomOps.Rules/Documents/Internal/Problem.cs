using EcomOps.Core;

namespace EcomOps.Rules.Documents.Internal;

internal sealed record Problem(string Code, Severity Severity, string Path, int Start, int Length, string Message, string? Replacement = null);
