using System.Text.Json;
using EcomOps.Core;
using EcomOps.Rules.Importing.Internal;

namespace EcomOps.Rules.Importing;

/// <summary>Reads rule files of other engines. Nothing is dropped silently: what has no counterpart is an issue with its place.</summary>
/// <remarks>Pure and thread-safe. Files are limited to 64 levels of nesting.</remarks>
public static class RuleImporter
{
    /// <summary>Reads workflows of the Microsoft RulesEngine package.</summary>
    /// <param name="json">A workflow or a list of workflows.</param>
    /// <returns>One collecting set per workflow: that engine evaluates every rule. The prefix <c>input1.</c> of its first parameter is left out.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static ImportResult FromRulesEngine(string json) => Read(json, (root, issues) => new WorkflowReader(issues).Read(root));

    /// <summary>Reads rules of the npm package json-rules-engine.</summary>
    /// <param name="json">A rule, a list of rules, or an object with the member <c>rules</c>.</param>
    /// <param name="id">Id of the set.</param>
    /// <returns>One collecting set, ordered by priority: that engine emits the event of every rule that holds.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static ImportResult FromJsonRulesEngine(string json, string id = "imported")
    {
        ArgumentNullException.ThrowIfNull(id);
        return Read(json, (root, issues) => new RuleTreeReader(issues, id).Read(root));
    }

    /// <summary>Reads the decision tables of a GoRules JDM graph.</summary>
    /// <param name="json">The graph.</param>
    /// <returns>One set per decision table, with hit policy first or collect; other nodes are reported.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    public static ImportResult FromJdm(string json) => Read(json, (root, issues) => new JdmReader(issues).Read(root));

    private static ImportResult Read(string json, Func<JsonElement, ImportIssues, IReadOnlyList<Documents.RuleSetDocument>> read)
    {
        ArgumentNullException.ThrowIfNull(json);
        ImportIssues issues = new();
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 64, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            IReadOnlyList<Documents.RuleSetDocument> documents = read(document.RootElement, issues);
            return new ImportResult(documents, issues.Found);
        }
        catch (JsonException error)
        {
            return new ImportResult([], [new Issue("not_json", $"line {error.LineNumber + 1}", error.Message)]);
        }
    }
}
