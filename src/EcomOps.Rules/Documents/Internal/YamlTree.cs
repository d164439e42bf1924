using EcomOps.Core;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace EcomOps.Rules.Documents.Internal;

// Builds the tree from the parser's events with a stack of its own: no recursion, and nothing of YAML that documents do not use
// (anchors, aliases, tags, several documents) gets through.
internal static class YamlTree
{
    public static DocumentNode? Read(SourceText source, Problems problems)
    {
        var stack = new Stack<(DocumentNode Node, DocumentNode? PendingKey, HashSet<string>? Keys)>();
        DocumentNode? root = null;
        int nodes = 0;
        int documents = 0;
        try
        {
            var parser = new Parser(new Scanner(new StringReader(source.Text), skipComments: true));
            while (parser.MoveNext())
            {
                ParsingEvent current = parser.Current!;
                int start = Offset(source, current.Start);
                if (current is DocumentStart && ++documents > 1)
                {
                    problems.Error(DocumentCodes.Syntax, "", start, 3, "A file holds one rule set; put the next document in its own file.");
                    return root;
                }

                if (current is AnchorAlias alias)
                {
                    problems.Error(DocumentCodes.AnchorOrAlias, "", start, Offset(source, alias.End) - start, "Anchors and aliases are not accepted: write the value out, or make it a variable.");
                    return null;
                }

                if (current is NodeEvent node && !Accept(node, source, problems, start))
                {
                    return null;
                }

                DocumentNode? opened = current switch
                {
                    MappingStart => new DocumentNode(NodeKind.Mapping, start),
                    SequenceStart => new DocumentNode(NodeKind.Sequence, start),
                    YamlDotNet.Core.Events.Scalar scalar => new DocumentNode(NodeKind.Scalar, start)
                    {
                        Text = scalar.Value,
                        Form = Form(scalar.Style),
                        End = Offset(source, scalar.End),
                    },
                    _ => null,
                };

                if (opened is not null)
                {
                    if (++nodes > DocumentLimits.MaximumNodes || stack.Count >= DocumentLimits.MaximumDepth)
                    {
                        problems.Error(DocumentCodes.TooDeep, "", start, 1, stack.Count >= DocumentLimits.MaximumDepth
                            ? $"The document nests deeper than {DocumentLimits.MaximumDepth} levels."
                            : $"The document has more than {DocumentLimits.MaximumNodes} nodes.");
                        return null;
                    }

                    root ??= opened;
                    if (!Attach(stack, opened, problems))
                    {
                        return null;
                    }

                    if (opened.Kind != NodeKind.Scalar)
                    {
                        stack.Push((opened, null, opened.Kind == NodeKind.Mapping ? new HashSet<string>(StringComparer.Ordinal) : null));
                    }
                }
                else if (current is MappingEnd or SequenceEnd)
                {
                    stack.Pop().Node.End = Offset(source, current.End);
                }
            }
        }
        catch (YamlException error)
        {
            int start = Offset(source, error.Start);
            if (!ConditionQuoting.TryReport(source, start, "", problems))
            {
                problems.Error(DocumentCodes.Syntax, "", start, 1, $"This is not YAML here: {error.Message}");
            }

            return null;
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or OverflowException or IndexOutOfRangeException or FormatException or NullReferenceException)
        {
            // The parser's own slips on malformed input; the text is refused as any other that cannot be read.
            problems.Error(DocumentCodes.Syntax, "", 0, 1, "This is not YAML.");
            return null;
        }

        return root;
    }

    private static bool Accept(NodeEvent node, SourceText source, Problems problems, int start)
    {
        if (!node.Anchor.IsEmpty)
        {
            if (!ConditionQuoting.TryReport(source, start, "", problems))
            {
                problems.Error(DocumentCodes.AnchorOrAlias, "", start, 1, "Anchors and aliases are not accepted: write the value out, or make it a variable.");
            }

            return false;
        }

        if (!node.Tag.IsEmpty && node.Tag.IsNonSpecific is false)
        {
            if (!ConditionQuoting.TryReport(source, start, "", problems))
            {
                problems.Error(DocumentCodes.Tag, "", start, 1, "Tags are not accepted: quote the text if it begins with an exclamation mark.");
            }

            return false;
        }

        return true;
    }

    private static bool Attach(Stack<(DocumentNode Node, DocumentNode? PendingKey, HashSet<string>? Keys)> stack, DocumentNode child, Problems problems)
    {
        if (stack.Count == 0)
        {
            return true;
        }

        (DocumentNode parent, DocumentNode? pendingKey, HashSet<string>? keys) = stack.Pop();
        if (parent.Kind == NodeKind.Sequence)
        {
            parent.Items.Add(child);
        }
        else if (pendingKey is null)
        {
            if (child.Kind != NodeKind.Scalar)
            {
                problems.Error(DocumentCodes.WrongShape, "", child.Start, 1, "Names of members are simple texts.");
                return false;
            }

            if (!keys!.Add(child.Text))
            {
                problems.Error(DocumentCodes.DuplicateKey, "", child.Start, child.End - child.Start, $"'{Shorten(child.Text)}' occurs twice in this map; only one can be meant.");
            }

            pendingKey = child;
            stack.Push((parent, pendingKey, keys));
            return true;
        }
        else
        {
            parent.Members.Add((pendingKey, child));
            pendingKey = null;
        }

        stack.Push((parent, pendingKey, keys));
        return true;
    }

    internal static string Shorten(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 57), "...");

    private static int Offset(SourceText source, Mark mark) => (int)Math.Clamp((long)mark.Index, 0, source.Text.Length);

    private static ScalarForm Form(ScalarStyle style) => style switch
    {
        ScalarStyle.SingleQuoted => ScalarForm.SingleQuoted,
        ScalarStyle.DoubleQuoted => ScalarForm.DoubleQuoted,
        ScalarStyle.Literal or ScalarStyle.Folded => ScalarForm.Block,
        _ => ScalarForm.Plain,
    };
}
