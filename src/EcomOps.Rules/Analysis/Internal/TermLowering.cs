using EcomOps.Rules.Cel;
using EcomOps.Rules.Documents;
using NodaTime.Text;

namespace EcomOps.Rules.Analysis.Internal;

// Turns the values inside conditions into terms.
internal sealed class TermLowering(LoweringScope scope, ConditionLowering conditions)
{
    private static readonly HashSet<string> CanFail = new(StringComparer.Ordinal)
    {
        "int", "uint", "double", "string", "bytes", "bool", "timestamp", "duration", "decimal", "money", "date", "charAt", "substring", "indexOf",
        "lastIndexOf", "format", "replace", "split", "join", "value", "get", "slice", "sort", "first", "last", "div", "round", "decode", "encode", "getHours",
    };

    public LoweringScope Scope => scope;

    public Term Lower(CelNode node)
    {
        if (scope.FieldOf(node) is { } field)
        {
            return new FieldTerm(field.Index, field.Kind);
        }

        if (scope.Variable(node) is { } value)
        {
            return scope.Within(node, () => Lower(value));
        }

        return node switch
        {
            CelLiteral literal => Literal(literal) ?? Other(node),
            CelUnary { Operator: CelOperator.Negate } negate => Lower(negate.Operand) is { IsNumeric: true } operand ? new NegateTerm(operand) : Other(node),
            CelBinary binary when Symbol(binary.Operator) is { } symbol => Arithmetic(binary, symbol),
            CelConditional choice when !conditions.IsTruth(node) => Choice(choice),
            CelSelect { Field: "amount" } select when scope.FieldOf(select.Operand) is { Attribute.Type.Kind: Vocabularies.AttributeKind.Money } money => new FieldTerm(money.Index, money.Kind),
            CelCall call => Call(call) ?? Other(node),
            _ => Other(node),
        };
    }

    // A number as it counts beside another value: a literal with a point is an exact decimal beside decimals, and the double itself beside doubles.
    public static Term Beside(Term term, TermKind other) => term is NumberTerm { Kind: TermKind.Double } number
        ? other switch
        {
            TermKind.Decimal or TermKind.Int => number with { Kind = TermKind.Decimal },
            TermKind.Double => number with { Value = Rational.Exactly(number.Value.ToDouble()) },
            _ => term,
        }
        : term;

    public static bool IsUnknown(Term term) => term switch
    {
        UnknownTerm => true,
        NegateTerm negate => IsUnknown(negate.Operand),
        BinaryTerm binary => IsUnknown(binary.Left) || IsUnknown(binary.Right),
        _ => false,
    };

    public static Term Binary(char symbol, Term left, Term right)
    {
        (left, right) = (Beside(left, right.Kind), Beside(right, left.Kind));
        return new BinaryTerm(symbol, left, right, Kind(symbol, left.Kind, right.Kind));
    }

    public Formula Unknown(CelNode node)
    {
        SortedSet<int> fields = [];
        scope.StrictFields(node, fields);
        if (node is CelCall { Target: null } call && !CanFail.Contains(call.Function))
        {
            Term[] arguments = [.. call.Arguments.Select(Lower)];
            return new UnknownAtom(scope.Key(node), call.Function, arguments.ToValueList(), fields.ToValueList(), MayFail: !arguments.All(IsPlain));
        }

        bool plain = node is CelCall { Function: "contains" or "endsWith" or "matches" or "startsWith", Target: { } target } text
            && IsPlain(Lower(target)) && text.Arguments.All(a => IsPlain(Lower(a)));
        return new UnknownAtom(scope.Key(node), string.Empty, [], fields.ToValueList(), MayFail: !plain);
    }

    public UnknownAtom UnknownMember(CelBinary node)
    {
        SortedSet<int> fields = [];
        scope.StrictFields(node, fields);
        Term subject = Lower(node.Left);
        bool named = node.Right is CelCall { Function: "list", Target: null };
        return new UnknownAtom(
            scope.Key(node),
            named ? "in " + scope.Key(node.Right) : string.Empty,
            named ? ValueList.Create<Term>([subject]) : [],
            fields.ToValueList(),
            MayFail: !IsPlain(subject) || !(named || scope.FieldOf(node.Right) is not null));
    }

    private static bool IsPlain(Term term) => term is FieldTerm or TextTerm or NumberTerm;

    private static Term? Literal(CelLiteral literal) => literal.Value switch
    {
        long number => new NumberTerm(number, TermKind.Int),
        ulong number => new NumberTerm(new System.Numerics.BigInteger(number), TermKind.Int),
        double number when double.IsFinite(number) => new NumberTerm(Rational.Parse(literal.Text) ?? Rational.AsWritten(number), TermKind.Double),
        string text => new TextTerm(text),
        _ => null,
    };

    private UnknownTerm Other(CelNode node)
    {
        SortedSet<int> fields = [];
        scope.StrictFields(node, fields);
        return new UnknownTerm(scope.Key(node), fields.ToValueList(), TermKind.Other, MayFail: true);
    }

    private Term Choice(CelConditional node)
    {
        Term then = Lower(node.WhenTrue);
        Term otherwise = Lower(node.WhenFalse);
        (then, otherwise) = (Beside(then, otherwise.Kind), Beside(otherwise, then.Kind));
        return IsUnknown(then) || IsUnknown(otherwise) ? Other(node) : new ChoiceTerm(conditions.Lower(node.Condition), then, otherwise);
    }

    private Term Arithmetic(CelBinary node, char symbol)
    {
        Term left = Lower(node.Left);
        Term right = Lower(node.Right);
        if (left is TextTerm a && right is TextTerm b && symbol == '+')
        {
            return new TextTerm(a.Value + b.Value);
        }

        if (IsUnknown(left) || IsUnknown(right) || Kind(symbol, Beside(left, right.Kind).Kind, Beside(right, left.Kind).Kind) == TermKind.Other)
        {
            return Other(node);
        }

        return right is NumberTerm { Value.Sign: 0 } && symbol is '/' or '%' && left.Kind == TermKind.Int ? new ErrorTerm(left.Kind) : Binary(symbol, left, right);
    }

    private static char? Symbol(CelOperator op) => op switch
    {
        CelOperator.Add => '+',
        CelOperator.Subtract => '-',
        CelOperator.Multiply => '*',
        CelOperator.Divide => '/',
        CelOperator.Modulo => '%',
        _ => null,
    };

    private static TermKind Kind(char symbol, TermKind left, TermKind right) => (left, symbol, right) switch
    {
        (TermKind.Int, _, TermKind.Int) => TermKind.Int,
        (TermKind.Decimal or TermKind.Int, '+' or '-' or '*', TermKind.Decimal or TermKind.Int) => TermKind.Decimal,
        (TermKind.Double, not '%', TermKind.Double) => TermKind.Double,
        (TermKind.Date, '-', TermKind.Date) => TermKind.Int,
        (TermKind.Date, '+' or '-', TermKind.Int) => TermKind.Date,
        (TermKind.Timestamp, '-', TermKind.Timestamp) => TermKind.Duration,
        (TermKind.Timestamp, '+' or '-', TermKind.Duration) => TermKind.Timestamp,
        (TermKind.Duration, '+', TermKind.Timestamp) => TermKind.Timestamp,
        (TermKind.Duration, '+' or '-', TermKind.Duration) => TermKind.Duration,
        _ => TermKind.Other,
    };

    private Term? Call(CelCall call)
    {
        if (call is { Function: "orValue", Target: CelSelect { IsOptional: true } select, Arguments: [var fallback] }
            && scope.PathOf(select.Operand) is { } owner && scope.Find(owner + "." + select.Field) is { } field)
        {
            Term otherwise = Beside(Lower(fallback), field.Kind);
            return IsUnknown(otherwise) ? null : new ChoiceTerm(new PresenceAtom(field.Index), new FieldTerm(field.Index, field.Kind), otherwise);
        }

        if (call.Target is not null || call.Arguments.Count == 0)
        {
            return null;
        }

        if (call.Arguments is [CelLiteral { Value: string text }])
        {
            return Constant(call.Function, text);
        }

        if (call.Function == "money" && call.Arguments is [CelLiteral { Value: string amount }, CelLiteral { Value: string currency }])
        {
            return currency == scope.Currency && Rational.Parse(amount) is { } value ? new NumberTerm(value, TermKind.Decimal) : null;
        }

        Term argument = Lower(call.Arguments[0]);
        return (call.Function, argument) switch
        {
            ("days", { Kind: TermKind.Int }) => argument,
            ("int", { Kind: TermKind.Int }) or ("decimal", { Kind: TermKind.Decimal }) or ("double", { Kind: TermKind.Double }) => argument,
            ("decimal", NumberTerm { Kind: TermKind.Int or TermKind.Double } number) => number with { Kind = TermKind.Decimal },
            _ => null,
        };
    }

    private static NumberTerm? Constant(string function, string text) => function switch
    {
        "decimal" when Rational.Parse(text) is { } value => new NumberTerm(value, TermKind.Decimal),
        "int" when Rational.Parse(text) is { IsWhole: true } value => new NumberTerm(value, TermKind.Int),
        "date" when LocalDatePattern.Iso.Parse(text) is { Success: true } date => new NumberTerm(Field.Days(date.Value), TermKind.Date),
        "timestamp" when OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } instant => new NumberTerm(Field.Nanoseconds(instant.Value.ToInstant()), TermKind.Timestamp),
        "duration" when DurationReading.Nanoseconds(text) is { } duration => new NumberTerm(duration, TermKind.Duration),
        _ => null,
    };
}
