using EcomOps.Core;

namespace EcomOps.Rules.Documents.Internal;

/// <summary>Collects everything that is wrong with a document.</summary>
internal sealed class Problems
{
    private readonly List<Problem> _found = [];

    public IReadOnlyList<Problem> Found => _found;

    public bool HasErrors { get; private set; }

    /// <summary>Whether no more problems are kept; whoever makes expensive messages may stop.</summary>
    public bool IsFull => _found.Count >= DocumentLimits.MaximumProblems;

    public void Error(string code, string path, int start, int length, string message, string? replacement = null) =>
        Add(new Problem(code, Severity.Error, path, start, length, message, replacement));

    public void Warning(string code, string path, int start, int length, string message, string? replacement = null) =>
        Add(new Problem(code, Severity.Warning, path, start, length, message, replacement));

    public void Add(Problem problem)
    {
        HasErrors |= problem.Severity == Severity.Error;
        if (_found.Count < DocumentLimits.MaximumProblems)
        {
            _found.Add(problem);
        }
    }
}
