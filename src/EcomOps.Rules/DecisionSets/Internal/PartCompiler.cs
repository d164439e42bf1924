using EcomOps.Core;
using EcomOps.Rules.Cel;
using EcomOps.Rules.DecisionSets.Internal.Parts;
using EcomOps.Rules.Vocabularies;
using EcomOps.Rules.Vocabularies.Internal;
using NodaTime;
using NodaTime.Text;

namespace EcomOps.Rules.DecisionSets.Internal;

// The shapes that most conditions have - an attribute compared with a constant, membership, presence, text prefixes, and their combinations -
// read slots directly and can be keys of the index. Everything else goes to the evaluator of expressions; both have been through the checker.
internal sealed class PartCompiler(
    Vocabulary vocabulary, string? currency, IReadOnlySet<string> variables, IReadOnlyDictionary<string, NamedList> lists,
    Func<string, string, ConditionPart?> variable)
{
    /// <summary>The fast form of a checked conjunct, or null when only the evaluator can decide it.</summary>
    public ConditionPart? Compile(CelNode node, string text) => Special(node, text);

    private ConditionPart? Special(CelNode node, string text) => node switch
    {
        CelLiteral { Kind: CelLiteralKind.Bool, Value: bool constant } => new ConstantPart(text, constant),
        CelUnary { Operator: CelOperator.Not } not => Negated(not.Operand, text),
        CelBinary { Operator: CelOperator.And or CelOperator.Or } logic => Logic(logic, text),
        CelBinary { Operator: CelOperator.In } membership => Membership(membership, text, false),
        CelBinary binary => Comparison(binary, text),
        CelSelect { IsTest: true } test => Attribute(new CelSelectView(test).Path) is >= 0 and var index ? new PresencePart(text, index, false) : null,
        CelCall call => Call(call, text),
        CelIdentifier { IsRooted: false } name when variables.Contains(name.Name) => variable(name.Name, text),
        CelIdentifier or CelSelect => Attribute(node) is >= 0 and var flag && KindOf(flag) == AttributeKind.Bool
            ? new ComparePart<bool, BoolKind>(text, flag, Parts.Comparison.Equal, true)
            : null,
        _ => null,
    };

    private ConditionPart? Negated(CelNode operand, string text)
    {
        switch (operand)
        {
            case CelBinary { Operator: CelOperator.In } membership when Membership(membership, text, true) is { } part:
                return part;
            case CelSelect { IsTest: true } test when Attribute(new CelSelectView(test).Path) is >= 0 and var index:
                return new PresencePart(text, index, true);
            case CelIdentifier or CelSelect { IsTest: false, IsOptional: false } when Attribute(operand) is >= 0 and var flag && KindOf(flag) == AttributeKind.Bool:
                return new ComparePart<bool, BoolKind>(text, flag, Parts.Comparison.Equal, false);
            default:
                return Special(operand, text) is { } inner ? new NotPart(text, inner) : null;
        }
    }

    private LogicPart? Logic(CelBinary logic, string text)
    {
        IReadOnlyList<CelNode> operands = CelBinary.Flatten(logic, logic.Operator);
        var parts = new ConditionPart[operands.Count];
        for (int i = 0; i < parts.Length; i++)
        {
            if (Special(operands[i], text) is not { } part)
            {
                return null;
            }

            parts[i] = part;
        }

        return new LogicPart(text, parts, logic.Operator == CelOperator.Or);
    }

    private ConditionPart? Comparison(CelBinary binary, string text)
    {
        Comparison? comparison = binary.Operator switch
        {
            CelOperator.Equal => Parts.Comparison.Equal,
            CelOperator.NotEqual => Parts.Comparison.NotEqual,
            CelOperator.Less => Parts.Comparison.Less,
            CelOperator.LessOrEqual => Parts.Comparison.LessOrEqual,
            CelOperator.Greater => Parts.Comparison.Greater,
            CelOperator.GreaterOrEqual => Parts.Comparison.GreaterOrEqual,
            _ => null,
        };
        if (comparison is not { } op)
        {
            return null;
        }

        int left = Attribute(binary.Left);
        return left >= 0
            ? Constant(left, binary.Right) is { } constant ? Compare(left, op, constant, text) : null
            : Attribute(binary.Right) is >= 0 and var right && Constant(right, binary.Left) is { } first ? Compare(right, Mirrored(op), first, text) : null;
    }

    private static ConditionPart? Compare(int attribute, Comparison op, object constant, string text)
    {
        bool equality = op is Parts.Comparison.Equal or Parts.Comparison.NotEqual;
        return constant switch
        {
            long v => new ComparePart<long, IntKind>(text, attribute, op, v),
            double v => new ComparePart<double, DoubleKind>(text, attribute, op, v),
            decimal v => new ComparePart<decimal, DecimalKind>(text, attribute, op, v),
            Money v => new MoneyPart(text, attribute, op, v),
            LocalDate v => new ComparePart<LocalDate, DateKind>(text, attribute, op, v),
            Instant v => new ComparePart<Instant, TimestampKind>(text, attribute, op, v),
            Duration v => new ComparePart<Duration, DurationKind>(text, attribute, op, v),
            bool v when equality => new ComparePart<bool, BoolKind>(text, attribute, op, v),
            string v when equality => new ComparePart<string, TextKind>(text, attribute, op, v),
            _ => null,
        };
    }

    private ConditionPart? Membership(CelBinary membership, string text, bool negated)
    {
        int attribute = Attribute(membership.Left);
        if (attribute < 0)
        {
            return null;
        }

        if (ListOf(membership.Right) is { } list && KindOf(attribute) is AttributeKind.String or AttributeKind.Enum)
        {
            var part = new ListPart(text, attribute, list);
            return negated ? new NotPart(text, part) : part;
        }

        if (membership.Right is not CelList { OptionalElements.Count: 0 } literal)
        {
            return null;
        }

        object?[] constants = [.. literal.Elements.Select(e => Constant(attribute, e))];
        return constants.Contains(null) || constants.Length == 0 ? null : constants[0] switch
        {
            string => new InPart<string, TextKind>(text, attribute, [.. constants.Cast<string>()], negated),
            long => new InPart<long, IntKind>(text, attribute, [.. constants.Cast<long>()], negated),
            decimal => new InPart<decimal, DecimalKind>(text, attribute, [.. constants.Cast<decimal>()], negated),
            LocalDate => new InPart<LocalDate, DateKind>(text, attribute, [.. constants.Cast<LocalDate>()], negated),
            _ => null,
        };
    }

    private ConditionPart? Call(CelCall call, string text)
    {
        if (call.Target is null || call.Arguments.Count != 1 || Attribute(call.Target) is not (>= 0 and var attribute)
            || KindOf(attribute) is not (AttributeKind.String or AttributeKind.Enum) || call.Arguments[0] is not CelLiteral { Kind: CelLiteralKind.String, Value: string constant })
        {
            return null;
        }

        return call.Function switch
        {
            "startsWith" => new TextPart(text, attribute, TextOperation.StartsWith, constant),
            "endsWith" => new TextPart(text, attribute, TextOperation.EndsWith, constant),
            "contains" => new TextPart(text, attribute, TextOperation.Contains, constant),
            "matchesList" when lists.TryGetValue(constant, out NamedList? list) => new ListPart(text, attribute, list),
            _ => null,
        };
    }

    private NamedList? ListOf(CelNode node) =>
        node is CelCall { Target: null, Function: "list", Arguments: [CelLiteral { Kind: CelLiteralKind.String, Value: string name }] }
            ? lists.GetValueOrDefault(name)
            : null;

    /// <summary>A constant as the attribute's kind needs it, or null.</summary>
    private object? Constant(int attribute, CelNode node)
    {
        AttributeKind kind = KindOf(attribute);
        switch (node)
        {
            case CelLiteral { Kind: CelLiteralKind.Int, Value: long whole }:
                return kind switch
                {
                    AttributeKind.Int => whole,
                    AttributeKind.Decimal => (decimal)whole,
                    AttributeKind.Money when currency is not null => new Money(whole, Currency.FromCode(currency)),
                    _ => null,
                };
            case CelLiteral { Kind: CelLiteralKind.Double, Value: double real } literal:
                return kind switch
                {
                    AttributeKind.Double => real,
                    AttributeKind.Decimal => Exact(literal.Text),
                    AttributeKind.Money when currency is not null && Exact(literal.Text) is { } amount => new Money(amount, Currency.FromCode(currency)),
                    _ => null,
                };
            case CelLiteral { Kind: CelLiteralKind.String, Value: string text }:
                return kind is AttributeKind.String or AttributeKind.Enum ? text : null;
            case CelLiteral { Kind: CelLiteralKind.Bool, Value: bool flag }:
                return kind == AttributeKind.Bool ? flag : null;
            case CelCall { Target: null } call when call.Arguments.All(a => a is CelLiteral { Kind: CelLiteralKind.String }):
                return Made(kind, call.Function, [.. call.Arguments.Select(a => (string)((CelLiteral)a).Value!)]);
            default:
                return null;
        }
    }

    private static object? Made(AttributeKind kind, string function, string[] arguments) => (kind, function, arguments) switch
    {
        (AttributeKind.Decimal, "decimal", [var text]) => Exact(text),
        (AttributeKind.Money, "money", [var amount, var code]) when Exact(amount) is { } exact && Currency.TryFromCode(code, out Currency named) => new Money(exact, named),
        (AttributeKind.Date, "date", [var text]) when LocalDatePattern.Iso.Parse(text) is { Success: true } day => day.Value,
        (AttributeKind.Timestamp, "timestamp", [var text]) when OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } at => at.Value.ToInstant(),
        (AttributeKind.Duration, "duration", [var text]) => DurationText.Parse(text),
        _ => null,
    };

    private static decimal? Exact(string text) => EcomOps.Rules.Cel.Internal.Values.Exact.Parse(text);

    private int Attribute(CelNode node) =>
        node is CelIdentifier { IsRooted: false } or CelSelect { IsTest: false, IsOptional: false } && IsPlain(node) ? AttributePaths.IndexOf(node, vocabulary, variables) : -1;

    private int Attribute((string Path, string Root)? path) => path is { } p && !variables.Contains(p.Root) ? vocabulary.IndexOf(p.Path) : -1;

    private AttributeKind KindOf(int attribute) => vocabulary.Attributes[attribute].Type.Kind;

    private static bool IsPlain(CelNode node) => node switch
    {
        CelIdentifier identifier => !identifier.IsRooted,
        CelSelect select => !select.IsTest && !select.IsOptional && IsPlain(select.Operand),
        _ => false,
    };

    private static Comparison Mirrored(Comparison op) => op switch
    {
        Parts.Comparison.Less => Parts.Comparison.Greater,
        Parts.Comparison.LessOrEqual => Parts.Comparison.GreaterOrEqual,
        Parts.Comparison.Greater => Parts.Comparison.Less,
        Parts.Comparison.GreaterOrEqual => Parts.Comparison.LessOrEqual,
        _ => op,
    };

    private readonly struct CelSelectView(CelSelect test)
    {
        public (string Path, string Root)? Path => IsPlain(test.Operand) && AttributePaths.PathOf(test, out string root) is { } path ? (path, root) : null;
    }
}
