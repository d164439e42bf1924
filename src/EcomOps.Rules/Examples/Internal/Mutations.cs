using System.Globalization;
using EcomOps.Rules.Analysis.Internal;
using EcomOps.Rules.Cel;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Rules.Examples.Internal;

// The small changes of one rule: boundaries, negations, dropped and joined conditions, constants one unit off, another rule's outcome, no rule.
internal static class Mutations
{
    public static IEnumerable<Mutation> Of(RuleSetDocument document, FlatRule rule, Vocabulary vocabulary)
    {
        RuleDefinition definition = rule.Definition;
        if (definition.When is { } when && CelParser.Parse(when).Root is { } root)
        {
            string place = rule.Path + ".when";
            foreach ((int start, int length, string text) in Edits(root, when, vocabulary))
            {
                string old = when.Substring(start, length);
                string changed = string.Concat(when.AsSpan(0, start), text, when.AsSpan(start + length));
                yield return new Mutation(rule.Id, rule.Path, definition with { When = changed }, $"'{when}' became '{changed}'", true, place, start, Math.Max(1, old.Length));
            }
        }

        if (definition.Then is { } then)
        {
            if (document.Flatten().Select(r => r.Definition.Then).FirstOrDefault(t => t is not null && !t.Equals(then)) is { } other)
            {
                yield return new Mutation(rule.Id, rule.Path, definition with { Then = other }, $"the outcome {then} became {other}", false, rule.Path + ".then", 0, 1);
            }

            if (document.Flatten().Count > 1 && definition.Rules.Count == 0)
            {
                yield return new Mutation(rule.Id, rule.Path, null, "the rule was dropped", false, rule.Path, 0, 1);
            }
        }
    }

    private static IEnumerable<(int Start, int Length, string Text)> Edits(CelNode root, string source, Vocabulary vocabulary)
    {
        IReadOnlyList<CelNode> conjuncts = CelBinary.Flatten(root, CelOperator.And);
        if (conjuncts.Count > 1)
        {
            for (int i = 0; i < conjuncts.Count; i++)
            {
                yield return (0, source.Length, string.Join(" && ", conjuncts.Where((_, j) => j != i).Select(c => "(" + Text(c, source) + ")")));
            }
        }

        foreach (CelNode conjunct in conjuncts)
        {
            yield return (0, source.Length, string.Join(" && ", conjuncts.Select(c => c == conjunct ? "!(" + Text(c, source) + ")" : "(" + Text(c, source) + ")")));
        }

        Stack<CelNode> stack = new([root]);
        while (stack.Count > 0)
        {
            CelNode node = stack.Pop();
            foreach (CelNode child in node.Children)
            {
                stack.Push(child);
            }

            if (node is not CelBinary binary)
            {
                continue;
            }

            if (Swapped(binary.Operator) is { } swapped)
            {
                string sign = NodeKey.Sign(binary.Operator);
                int from = binary.Left.Span.End;
                int at = source.IndexOf(sign, from, StringComparison.Ordinal);
                if (at >= from && at < binary.Right.Span.Offset)
                {
                    yield return (at, sign.Length, swapped);
                }
            }

            foreach (CelLiteral literal in new[] { binary.Left, binary.Right }.OfType<CelLiteral>().Where(l => l.Value is long or double && IsComparison(binary.Operator)))
            {
                foreach (string moved in Moved(literal, binary.Left == literal ? binary.Right : binary.Left, vocabulary))
                {
                    yield return (literal.Span.Offset, literal.Span.Length, moved);
                }
            }
        }
    }

    private static string Text(CelNode node, string source) => source.Substring(node.Span.Offset, node.Span.Length);

    private static bool IsComparison(CelOperator op) => op is CelOperator.Equal or CelOperator.NotEqual || Swapped(op) is not null && op is not (CelOperator.And or CelOperator.Or);

    private static string? Swapped(CelOperator op) => op switch
    {
        CelOperator.Less => "<=",
        CelOperator.LessOrEqual => "<",
        CelOperator.Greater => ">=",
        CelOperator.GreaterOrEqual => ">",
        CelOperator.Equal => "!=",
        CelOperator.NotEqual => "==",
        CelOperator.And => "||",
        CelOperator.Or => "&&",
        _ => null,
    };

    // One unit up and down: 1 for whole numbers, else the attribute's grid or the last digit written.
    private static IEnumerable<string> Moved(CelLiteral literal, CelNode other, Vocabulary vocabulary)
    {
        if (literal.Value is long whole)
        {
            return whole is > long.MinValue and < long.MaxValue ? [Show(whole + 1), Show(whole - 1)] : [];
        }

        if (!decimal.TryParse(literal.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
        {
            return [];
        }

        int written = literal.Text.IndexOf('.', StringComparison.Ordinal) is >= 0 and var point ? literal.Text.Length - point - 1 : 1;
        int digits = vocabulary.TryGet(NodeKey.Of(other), out VocabularyAttribute? attribute) && attribute.Type.Scale is { } scale ? Math.Max(scale, 1) : Math.Clamp(written, 1, 10);
        decimal step = 1m;
        for (int i = 0; i < digits; i++)
        {
            step /= 10m;
        }

        return [Show(number + step), Show(number - step)];

        static string Show(IFormattable value) => value.ToString(value is decimal ? "0.0###########" : null, CultureInfo.InvariantCulture);
    }
}
