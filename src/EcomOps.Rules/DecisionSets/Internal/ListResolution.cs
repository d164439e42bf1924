using EcomOps.Rules.Documents;
using EcomOps.Rules.Documents.Internal;

namespace EcomOps.Rules.DecisionSets.Internal;

internal static class ListResolution
{
    public static Dictionary<string, NamedList> Resolve(RuleSetDocument document, IReadOnlyList<NamedList> supplied, DocumentReport report)
    {
        Dictionary<string, NamedList> lists = new(StringComparer.Ordinal);
        foreach (ListDefinition definition in document.Lists)
        {
            if (string.IsNullOrWhiteSpace(definition.Name))
            {
                report.Error(DocumentCodes.BadId, "lists", "A list needs a name that is not blank.");
                continue;
            }

            NamedList? list = definition.Entries is { } entries
                ? new NamedList(definition.Name, entries)
                : supplied.FirstOrDefault(l => l.Name == definition.Name);
            if (list is null)
            {
                report.Error(DocumentCodes.UnknownList, "lists", $"The list '{YamlTree.Shorten(definition.Name)}' has no entries in the document and the host supplies none of that name.");
                list = new NamedList(definition.Name, []);
            }

            lists[definition.Name] = list;
        }

        return lists;
    }
}
