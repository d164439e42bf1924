using EcomOps.Rules.Documents;
using EcomOps.Rules.Rendering.Internal;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Rules.Rendering;

/// <summary>Writes rules as English sentences and sets as Markdown pages, from the titles and units of the vocabulary.</summary>
/// <remarks>Deterministic, pure and thread-safe. An expression without words of its own appears as it is written, in backquotes.</remarks>
public static class RuleRenderer
{
    /// <summary>One rule as a sentence.</summary>
    /// <param name="rule">Rule.</param>
    /// <param name="document">Its document, for variables, hit policy and zone.</param>
    /// <param name="vocabulary">Vocabulary.</param>
    /// <returns>For example <c>If cards used from the address within 1 hour is at least 3, add 25 to points.</c></returns>
    public static string Sentence(FlatRule rule, RuleSetDocument document, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(vocabulary);
        return new RuleSentence(document, vocabulary).Of(rule);
    }

    /// <summary>A set as a Markdown page: what it decides, its rules as sentences, its variables, examples and facts.</summary>
    /// <param name="document">Document.</param>
    /// <param name="vocabulary">Vocabulary.</param>
    /// <returns>Markdown with line feeds.</returns>
    public static string Markdown(RuleSetDocument document, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(vocabulary);
        return new RuleSetPage(document, vocabulary).Write();
    }

    /// <summary>A vocabulary as a Markdown page: each attribute with type, unit, limits and meaning.</summary>
    /// <param name="vocabulary">Vocabulary.</param>
    /// <returns>Markdown with line feeds.</returns>
    public static string Markdown(Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        return VocabularyPage.Write(vocabulary);
    }

    /// <summary>A document as YAML that reads back to the same model.</summary>
    /// <param name="document">Document.</param>
    /// <returns>YAML with line feeds.</returns>
    public static string Yaml(RuleSetDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return YamlWriter.Write(document);
    }

    /// <summary>The JSON Schema (2020-12) of rule documents, for validation and completion in editors.</summary>
    /// <param name="vocabulary">When given, the facts of examples are described too; null for any vocabulary.</param>
    /// <returns>JSON.</returns>
    public static string JsonSchema(Vocabulary? vocabulary = null) => DocumentSchema.Write(vocabulary);
}
