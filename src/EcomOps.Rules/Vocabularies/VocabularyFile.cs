using EcomOps.Core;
using EcomOps.Rules.Diagnostics;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Documents.Internal;
using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.Vocabularies;

/// <summary>Reads a vocabulary from YAML or JSON, for tools and tests that work without the host's types.</summary>
/// <remarks>
/// Members: <c>vocabulary</c> (name), <c>version</c>, <c>title</c>, <c>attributes</c> (path to type, or to a map of <c>type</c>, <c>title</c>, <c>unit</c>,
/// <c>description</c>, <c>optional</c>, <c>fetched</c>, <c>min</c>, <c>max</c>, <c>scale</c>, <c>values</c>, <c>element</c>, <c>maxSize</c>) and <c>constraints</c>.
/// Types: bool, int, double, decimal, money, string, enum, date, timestamp, duration, list, map. Pure and thread-safe.
/// </remarks>
public static class VocabularyFile
{
    /// <summary>Reads a text.</summary>
    /// <param name="text">YAML or JSON, limited as rule documents are.</param>
    /// <param name="name">Name in diagnostics.</param>
    /// <param name="diagnostics">Everything that is wrong.</param>
    /// <returns>The vocabulary, or null when there is an error.</returns>
    public static Vocabulary? Parse(string text, string name, out IReadOnlyList<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        Problems problems = new();
        SourceText source = new(text.Length > DocumentLimits.MaximumLength ? string.Empty : text, name);
        DocumentNode? root = text.AsSpan().TrimStart() is ['{', ..] ? JsonTree.Read(source, problems) : YamlTree.Read(source, problems);
        Vocabulary? vocabulary = root is null ? null : new VocabularyReader(source, problems).Read(root);
        if (root is null && !problems.HasErrors)
        {
            problems.Error(DocumentCodes.Syntax, "", 0, 1, "The vocabulary is empty or too large.");
        }

        diagnostics = [.. problems.Found.Select(p =>
        {
            (int line, int column) = source.At(Math.Clamp(p.Start, 0, source.Text.Length));
            return new Diagnostic(p.Code, p.Message, new SourceSpan(p.Start, p.Length, line, column), p.Severity, name);
        })];
        return problems.HasErrors ? null : vocabulary;
    }
}
