using EcomOps.Rules.Analysis.Internal;
using EcomOps.Rules.Cel;
using EcomOps.Rules.Vocabularies;

namespace EcomOps.Rules.Rendering.Internal;

// Conditions in English.
internal sealed class ConditionSentence(Vocabulary vocabulary, IReadOnlyDictionary<string, CelNode> variables)
{
    private const int MostDepth = 40;
    private static readonly string[] Verbs = [" is ", " has ", " was ", " are ", " were ", " will "];
    private int _depth;

    public string Of(CelNode node, bool negated = false)
    {
        if (++_depth > MostDepth)
        {
            _depth--;
            return Code(node, negated);
        }

        try
        {
            return Written(node, negated);
        }
        finally
        {
            _depth--;
        }
    }

    private string Written(CelNode node, bool negated)
    {
        switch (node)
        {
            case CelUnary { Operator: CelOperator.Not } not:
                return Of(not.Operand, !negated);
            case CelBinary { Operator: CelOperator.And or CelOperator.Or } logic:
                bool all = logic.Operator == CelOperator.And != negated;
                IReadOnlyList<CelNode> parts = CelBinary.Flatten(node, logic.Operator);
                IEnumerable<string> words = parts.Select(p => Of(p, negated));
                return all ? string.Join(" and ", words) : "either " + string.Join(" or ", words);
            case CelBinary { Operator: CelOperator.In } member:
                return Member(member, negated);
            case CelBinary binary when Comparison(binary.Operator, negated) is { } comparison:
                return Compare(binary, comparison);
            case CelSelect { IsTest: true } test:
                return $"{Value(new CelSelect(test.Span, test.Operand, test.Field, test.FieldSpan))} is {(negated ? "not " : string.Empty)}known";
            case CelCall { Target: { } target, Arguments: [var argument] } call when Verb(call.Function, negated) is { } verb:
                return $"{Value(target)} {verb} {Value(argument)}";
            case CelComprehension { Kind: CelComprehensionKind.Exists or CelComprehensionKind.All, SecondVariable: null, Condition: { } condition } walk:
                bool some = walk.Kind == CelComprehensionKind.Exists != negated;
                return $"(for {(some ? "some" : "every")} `{walk.Variable}` of {Value(walk.Range)}: {Of(condition, negated)})";
            case CelConditional choice:
                return $"({Of(choice.Condition)}: {Of(choice.WhenTrue, negated)}; otherwise: {Of(choice.WhenFalse, negated)})";
            case CelIdentifier identifier when variables.TryGetValue(identifier.Name, out CelNode? value):
                return Of(value, negated);
            case CelLiteral { Value: bool truth }:
                return truth != negated ? "always" : "never";
            case CelSelect or CelIdentifier when Attribute(node) is { Type.Kind: AttributeKind.Bool } flag:
                return Flag(Words.Of(flag), negated);
            default:
                return Code(node, negated);
        }
    }

    // A title that already says something, "the customer is a VIP", needs no "is true" behind it.
    private static string Flag(string title, bool negated) => Array.Exists(Verbs, v => title.Contains(v, StringComparison.Ordinal))
        ? negated ? "it is not so that " + title : title
        : $"{title} is {(negated ? "not true" : "true")}";

    private string Member(CelBinary node, bool negated)
    {
        string not = negated ? "not " : string.Empty;
        return node.Right switch
        {
            CelList { Elements.Count: > 0 } list => $"{Value(node.Left)} is {not}{Either([.. list.Elements.Select(Value)])}",
            CelCall { Function: "list", Arguments: [CelLiteral { Value: string name }] } => $"{Value(node.Left)} is {not}on the list {name}",
            _ => $"{Value(node.Left)} is {not}in {Value(node.Right)}",
        };
    }

    private static string Either(List<string> values) => values.Count == 1 ? values[0] : string.Join(", ", values.SkipLast(1)) + " or " + values[^1];

    private string Compare(CelBinary node, string comparison)
    {
        // now - since < 24h
        if (node.Left is CelBinary { Operator: CelOperator.Subtract, Left: CelIdentifier { Name: "now" } } age && Nanoseconds(node.Right) is { } span)
        {
            string ago = comparison switch { "is less than" or "is at most" => "less than", "is more than" or "is at least" => "more than", _ => "exactly" };
            return $"{Value(age.Right)} is {ago} {Words.Duration(span)} ago";
        }

        string unit = Attribute(node.Left) is { Unit.Length: > 0 } attribute && node.Right is CelLiteral { Value: long or double } ? " " + attribute.Unit : string.Empty;
        return $"{Value(node.Left)} {comparison} {Value(node.Right)}{unit}";
    }

    private static string? Comparison(CelOperator op, bool negated) => (op, negated) switch
    {
        (CelOperator.Equal, false) or (CelOperator.NotEqual, true) => "is",
        (CelOperator.NotEqual, false) or (CelOperator.Equal, true) => "is not",
        (CelOperator.Less, false) or (CelOperator.GreaterOrEqual, true) => "is less than",
        (CelOperator.LessOrEqual, false) or (CelOperator.Greater, true) => "is at most",
        (CelOperator.Greater, false) or (CelOperator.LessOrEqual, true) => "is more than",
        (CelOperator.GreaterOrEqual, false) or (CelOperator.Less, true) => "is at least",
        _ => null,
    };

    private static string? Verb(string function, bool negated) => (function, negated) switch
    {
        ("startsWith", false) => "begins with",
        ("startsWith", true) => "does not begin with",
        ("endsWith", false) => "ends with",
        ("endsWith", true) => "does not end with",
        ("contains", false) => "contains",
        ("contains", true) => "does not contain",
        ("matchesList", false) => "is on the list",
        ("matchesList", true) => "is not on the list",
        _ => null,
    };

    private string Value(CelNode node)
    {
        if (Attribute(node) is { } attribute)
        {
            return Words.Of(attribute);
        }

        return node switch
        {
            CelIdentifier identifier when variables.TryGetValue(identifier.Name, out CelNode? value) && _depth < MostDepth => Value(value),
            CelIdentifier { Name: "now" or "today" } time => time.Name,
            CelLiteral { Value: string text } => $"\"{text}\"",
            CelLiteral literal => literal.Text,
            CelCall { Target: null, Function: "money", Arguments: [CelLiteral { Value: string amount }, CelLiteral { Value: string currency }] } => $"{amount} {currency}",
            CelCall { Target: null, Function: "decimal" or "date" or "timestamp", Arguments: [CelLiteral { Value: string text }] } => text,
            CelCall { Target: null, Function: "duration" } when Nanoseconds(node) is { } span => Words.Duration(span),
            CelCall { Target: null, Function: "size", Arguments: [var list] } => "the number of " + Value(list),
            CelCall { Function: "size", Target: { } list, Arguments: [] } => "the number of " + Value(list),
            CelBinary { Operator: CelOperator.Add } sum => $"{Value(sum.Left)} plus {Value(sum.Right)}",
            CelBinary { Operator: CelOperator.Subtract } difference => $"{Value(difference.Left)} less {Value(difference.Right)}",
            CelBinary { Operator: CelOperator.Multiply } product => $"{Value(product.Left)} times {Value(product.Right)}",
            CelCall { Function: "orValue", Target: CelSelect { IsOptional: true } known, Arguments: [var otherwise] } =>
                $"{Value(new CelSelect(known.Span, known.Operand, known.Field, known.FieldSpan))} (or {Value(otherwise)} when it is not known)",
            _ => "`" + CelPrinter.Print(node) + "`",
        };
    }

    private VocabularyAttribute? Attribute(CelNode node) =>
        node is CelSelect { IsTest: false } or CelIdentifier && vocabulary.TryGet(NodeKey.Of(node), out VocabularyAttribute? attribute) ? attribute : null;

    private static decimal? Nanoseconds(CelNode node) =>
        node is CelCall { Function: "duration", Arguments: [CelLiteral { Value: string text }] } && DurationReading.Nanoseconds(text) is { } span ? span.ToDecimal() : null;

    private static string Code(CelNode node, bool negated) => (negated ? "not " : string.Empty) + "`" + CelPrinter.Print(node) + "`";
}
