using EcomOps.Core;
using EcomOps.Rules.Cel;
using EcomOps.Rules.Documents.Internal;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Rules.DecisionSets.Internal;

// Names that the set does not know, with the nearest one that it does.
internal sealed class NameCheck(Vocabulary vocabulary, IReadOnlySet<string> variables, IReadOnlyDictionary<string, NamedList> lists, DocumentReport report)
{
    private const string UnknownName = "RUL1101";

    /// <summary>Variables that some checked expression reads.</summary>
    public HashSet<string> UsedVariables { get; } = new(StringComparer.Ordinal);

    public bool Check(CelNode node, string path)
    {
        bool good = true;
        Walk(node, [], (found, message, nearest) =>
        {
            good = false;
            report.Add(UnknownName, Severity.Error, path, found.Span.Offset, found.Span.Length, message, nearest);
        });
        return good;
    }

    private void Walk(CelNode node, HashSet<string> local, Action<CelNode, string, string?> complain)
    {
        switch (node)
        {
            case CelSelect or CelIdentifier when AttributePaths.PathOf(node, out string root) is { } name:
                Name(node, name, root, local, complain);
                return;
            case CelComprehension comprehension:
                Walk(comprehension.Range, local, complain);
                HashSet<string> inner = [.. local, comprehension.Variable];
                if (comprehension.SecondVariable is { } second)
                {
                    inner.Add(second);
                }

                foreach (CelNode part in new[] { comprehension.Condition, comprehension.Result }.OfType<CelNode>())
                {
                    Walk(part, inner, complain);
                }

                return;
            case CelBind bind:
                Walk(bind.Value, local, complain);
                Walk(bind.Body, [.. local, bind.Variable], complain);
                return;
            case CelCall { Target: null, Function: "list" or "matchesList", Arguments: [CelLiteral { Kind: CelLiteralKind.String, Value: string list }] } call:
                List(call, list, complain);
                return;
            case CelCall { Function: "matchesList", Arguments: [CelLiteral { Kind: CelLiteralKind.String, Value: string asked }] } call:
                List(call, asked, complain);
                Walk(call.Target!, local, complain);
                return;
            case CelCall { Target: CelIdentifier { Name: "math" or "decimal" or "money" or "strings" or "base64" or "sets" or "lists" or "optional" or "cel" } space } call when !local.Contains(space.Name):
                foreach (CelNode argument in call.Arguments)
                {
                    Walk(argument, local, complain);
                }

                return;
            default:
                foreach (CelNode child in node.Children)
                {
                    Walk(child, local, complain);
                }

                return;
        }
    }

    private void List(CelNode call, string name, Action<CelNode, string, string?> complain)
    {
        if (!lists.ContainsKey(name))
        {
            string? nearest = NearestName.Of(name, lists.Keys);
            complain(call, $"There is no list '{name}'; declare it under 'lists'." + (nearest is null ? "" : $" Did you mean '{nearest}'?"), null);
        }
    }

    private void Name(CelNode node, string name, string root, HashSet<string> local, Action<CelNode, string, string?> complain)
    {
        if (local.Contains(root) || root is "now" or "today" or "bool" or "int" or "uint" or "double" or "string" or "bytes" or "list" or "map" or "null_type" or "type" || root.StartsWith('@'))
        {
            return;
        }

        if (variables.Contains(root))
        {
            UsedVariables.Add(root);
            return;
        }

        for (string prefix = name; prefix.Length > 0; prefix = prefix.LastIndexOf('.') is > 0 and int dot ? prefix[..dot] : string.Empty)
        {
            if (vocabulary.IndexOf(prefix) >= 0)
            {
                return;
            }
        }

        string? nearest = NearestName.Of(name, vocabulary.Attributes.Select(a => a.Path).Concat(variables));
        complain(node, $"'{name}' is neither an attribute of {vocabulary} nor a variable." + (nearest is null ? "" : $" Did you mean {nearest}?"), nearest);
    }
}
