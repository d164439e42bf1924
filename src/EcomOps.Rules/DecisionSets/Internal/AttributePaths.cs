using EcomOps.Rules.Cel;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Rules.DecisionSets.Internal;

/// <summary>Finds the attributes that an expression reads.</summary>
internal static class AttributePaths
{
    /// <summary>Index of the attribute that a chain of plain selections names in full, or -1.</summary>
    public static int IndexOf(CelNode node, Vocabulary vocabulary, IReadOnlySet<string> hidden)
    {
        string? path = PathOf(node, out string root);
        return path is null || hidden.Contains(root) ? -1 : vocabulary.IndexOf(path);
    }

    /// <summary>Attributes that a tree reads, and names of variables among its identifiers.</summary>
    public static void Collect(CelNode node, Vocabulary vocabulary, IReadOnlySet<string> variables, HashSet<int> attributes, HashSet<string> used) =>
        Collect(node, vocabulary, variables, [], attributes, used);

    private static void Collect(CelNode node, Vocabulary vocabulary, IReadOnlySet<string> variables, HashSet<string> local, HashSet<int> attributes, HashSet<string> used)
    {
        switch (node)
        {
            case CelSelect or CelIdentifier when PathOf(node, out string root) is { } path && !local.Contains(root):
                if (variables.Contains(root))
                {
                    used.Add(root);
                    return;
                }

                // The longest declared prefix is the attribute; what follows selects inside its value.
                for (string prefix = path; ;)
                {
                    int index = vocabulary.IndexOf(prefix);
                    if (index >= 0)
                    {
                        attributes.Add(index);
                        return;
                    }

                    int dot = prefix.LastIndexOf('.');
                    if (dot < 0)
                    {
                        return;
                    }

                    prefix = prefix[..dot];
                }

            case CelComprehension comprehension:
                Collect(comprehension.Range, vocabulary, variables, local, attributes, used);
                HashSet<string> inner = [.. local, comprehension.Variable];
                if (comprehension.SecondVariable is { } second)
                {
                    inner.Add(second);
                }

                foreach (CelNode part in new[] { comprehension.Condition, comprehension.Result }.OfType<CelNode>())
                {
                    Collect(part, vocabulary, variables, inner, attributes, used);
                }

                return;
            case CelBind bind:
                Collect(bind.Value, vocabulary, variables, local, attributes, used);
                Collect(bind.Body, vocabulary, variables, [.. local, bind.Variable], attributes, used);
                return;
            default:
                foreach (CelNode child in node.Children)
                {
                    Collect(child, vocabulary, variables, local, attributes, used);
                }

                return;
        }
    }

    /// <summary>The dotted text of a chain of selections; has() and a.?b count as reading the field.</summary>
    public static string? PathOf(CelNode node, out string root)
    {
        root = string.Empty;
        switch (node)
        {
            case CelIdentifier identifier:
                root = identifier.Name;
                return identifier.Name;
            case CelSelect select when PathOf(select.Operand, out root) is { } operand:
                return operand + "." + select.Field;
            default:
                return null;
        }
    }
}
