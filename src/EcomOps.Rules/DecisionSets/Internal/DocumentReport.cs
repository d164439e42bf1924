using EcomOps.Rules.Documents.Internal;

namespace EcomOps.Rules.DecisionSets.Internal;

/// <summary>Reports problems of a model at the places of its text, when it has one.</summary>
internal sealed class DocumentReport(Problems problems, DocumentOrigins? origins)
{
    public Problems Problems => problems;

    public void Error(string code, string path, string message, string? replacement = null)
    {
        (int start, int length) = problems.IsFull ? (0, 0) : origins?.Find(path) ?? (0, 0);
        problems.Error(code, path, start, length, message, replacement);
    }

    public void Warning(string code, string path, string message)
    {
        (int start, int length) = problems.IsFull ? (0, 0) : origins?.Find(path) ?? (0, 0);
        problems.Warning(code, path, start, length, message);
    }

    /// <summary>A problem at a range inside an expression.</summary>
    public void Add(string code, Core.Severity severity, string path, int start, int length, string message, string? replacement = null)
    {
        (int at, int size) = origins?.Find(path, start, length) ?? (start, length);
        problems.Add(new Problem(code, severity, path, at, size, message, replacement));
    }
}
