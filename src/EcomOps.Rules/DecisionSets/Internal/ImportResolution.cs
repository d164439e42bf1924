using EcomOps.Rules.Documents;
using EcomOps.Rules.Documents.Internal;

namespace EcomOps.Rules.DecisionSets.Internal;

// Copies imported variables and lists into the document, so that its hash covers what it really evaluates.
internal static class ImportResolution
{
    public static RuleSetDocument Resolve(RuleSetDocument document, Func<string, RuleSetDocument?>? imports, DocumentReport report)
    {
        if (document.Use.Count == 0)
        {
            return document;
        }

        List<RuleVariable> variables = [];
        List<ListDefinition> lists = [];
        for (int i = 0; i < document.Use.Count; i++)
        {
            Import(document.Use[i], $"use[{i}]", [document.Id], imports, report, variables, lists);
        }

        // The document's own definitions win over imported ones.
        return document with
        {
            Use = [],
            Variables = [.. document.Variables, .. variables.Where(v => document.Variables.All(own => own.Name != v.Name)).DistinctBy(v => v.Name)],
            Lists = [.. document.Lists, .. lists.Where(l => document.Lists.All(own => own.Name != l.Name)).DistinctBy(l => l.Name)],
        };
    }

    private static void Import(
        string use, string path, List<string> chain, Func<string, RuleSetDocument?>? imports, DocumentReport report, List<RuleVariable> variables, List<ListDefinition> lists)
    {
        string[] parts = use.Split('#');
        if (parts.Length != 2 || parts[1] is not ("variables" or "lists"))
        {
            report.Error(DocumentCodes.Import, path, $"'{YamlTree.Shorten(use)}' is not an import; write other-set#variables or other-set#lists.");
            return;
        }

        if (chain.Contains(parts[0]) || chain.Count > 10)
        {
            report.Error(DocumentCodes.Import, path, $"The imports go in a circle: {string.Join(" -> ", chain)} -> {parts[0]}.");
            return;
        }

        RuleSetDocument? other = imports?.Invoke(parts[0]);
        if (other is null)
        {
            report.Error(DocumentCodes.Import, path, imports is null ? "Imports are not accepted here." : $"There is no set '{YamlTree.Shorten(parts[0])}' to import from.");
            return;
        }

        if (parts[1] == "variables")
        {
            variables.AddRange(other.Variables);
        }
        else
        {
            lists.AddRange(other.Lists);
        }

        foreach (string next in other.Use)
        {
            Import(next, path, [.. chain, parts[0]], imports, report, variables, lists);
        }
    }
}
