using EcomOps.Rules.Cel;
using EcomOps.Rules.Documents;

namespace EcomOps.Rules.DecisionSets;

/// <summary>What a set may need from its host at load.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record RuleSetOptions
{
    /// <summary>Nothing besides the document.</summary>
    public static RuleSetOptions Default { get; } = new();

    /// <summary>Name of the text in diagnostics; default empty, and the file's name for <see cref="RuleSet.Load(string, Vocabularies.Vocabulary, RuleSetOptions)"/>.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>How the text is written; default detect.</summary>
    public DocumentFormat Format { get; init; }

    /// <summary>Lists that the host supplies. A list of the document with entries of its own wins over one of the same name here.</summary>
    public IReadOnlyList<NamedList> Lists { get; init; } = [];

    /// <summary>Functions that conditions and outcomes may call beside those of the dialect.</summary>
    public IReadOnlyList<CelFunction> Functions { get; init; } = [];

    /// <summary>Finds the documents that <c>use</c> names; null when imports are not accepted.</summary>
    public Func<string, RuleSetDocument?>? Imports { get; init; }

    /// <summary>Reads the files that tables name; null when they are not accepted.</summary>
    public Func<string, string?>? Files { get; init; }
}
