using System.Linq.Expressions;
using System.Reflection;
using EcomOps.Core;
using EcomOps.Rules.Vocabularies;
using EcomOps.Rules.Vocabularies.Internal;

namespace EcomOps.Rules.Building.Internal;

// C# expression trees to CEL. What has no exact CEL meaning is refused, never approximated. Nothing is compiled: constants are read off the tree.
internal sealed class LambdaTranslator
{
    private readonly Dictionary<ParameterExpression, (string Prefix, Vocabulary Fields)> _scopes = [];

    public static string Translate(LambdaExpression lambda, Vocabulary vocabulary)
    {
        var translator = new LambdaTranslator();
        translator._scopes[lambda.Parameters[0]] = ("", vocabulary);
        return translator.Visit(lambda.Body, null).Text;
    }

    private Cel Visit(Expression expression, VocabularyAttribute? beside)
    {
        if (!Mentions(expression))
        {
            return new Cel(ConstantText.Of(ConstantReader.Read(expression), beside, expression), Cel.Atom);
        }

        return expression switch
        {
            BinaryExpression binary => Binary(binary),
            UnaryExpression { NodeType: ExpressionType.Not } not => new Cel("!" + Visit(not.Operand, null).In(Cel.Unary), Cel.Unary),
            UnaryExpression { NodeType: ExpressionType.Negate or ExpressionType.NegateChecked } minus => new Cel("-" + Visit(minus.Operand, null).In(Cel.Unary), Cel.Unary),
            UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert => Visit(convert.Operand, beside),
            ConditionalExpression c => new Cel($"{Visit(c.Test, null).In(Cel.Or)} ? {Visit(c.IfTrue, beside).In(Cel.Or)} : {Visit(c.IfFalse, beside).In(Cel.Ternary)}", Cel.Ternary),
            MemberExpression member => Member(member),
            MethodCallExpression call => Call(call),
            ParameterExpression parameter when _scopes.TryGetValue(parameter, out (string Prefix, Vocabulary Fields) scope) && scope.Prefix.Length > 0 => new Cel(scope.Prefix, Cel.Atom),
            _ => throw Refuse(expression),
        };
    }

    private Cel Binary(BinaryExpression binary)
    {
        if (binary.NodeType is ExpressionType.Equal or ExpressionType.NotEqual && NullCheck(binary) is { } presence)
        {
            return presence;
        }

        (string op, int level) = binary.NodeType switch
        {
            ExpressionType.AndAlso => ("&&", Cel.And),
            ExpressionType.OrElse => ("||", Cel.Or),
            ExpressionType.Equal => ("==", Cel.Relation),
            ExpressionType.NotEqual => ("!=", Cel.Relation),
            ExpressionType.LessThan => ("<", Cel.Relation),
            ExpressionType.LessThanOrEqual => ("<=", Cel.Relation),
            ExpressionType.GreaterThan => (">", Cel.Relation),
            ExpressionType.GreaterThanOrEqual => (">=", Cel.Relation),
            ExpressionType.Add or ExpressionType.AddChecked => ("+", Cel.Sum),
            ExpressionType.Subtract or ExpressionType.SubtractChecked => ("-", Cel.Sum),
            ExpressionType.Multiply or ExpressionType.MultiplyChecked => ("*", Cel.Product),
            ExpressionType.Divide when IsWhole(binary.Type) || binary.Type == typeof(double) => ("/", Cel.Product),
            ExpressionType.Modulo when IsWhole(binary.Type) => ("%", Cel.Product),
            _ => throw Refuse(binary),
        };
        Cel left = Visit(binary.Left, AttributeOf(binary.Right));
        Cel right = Visit(binary.Right, AttributeOf(binary.Left));
        return new Cel($"{left.In(level)} {op} {right.In(level + 1)}", level);
    }

    // o.X == null and o.X != null ask for presence.
    private Cel? NullCheck(BinaryExpression binary)
    {
        Expression? other = IsNull(binary.Right) ? binary.Left : IsNull(binary.Left) ? binary.Right : null;
        if (other is null)
        {
            return null;
        }

        VocabularyAttribute attribute = AttributeOf(other) ?? throw Refuse(binary);
        return new Cel((binary.NodeType == ExpressionType.Equal ? "!" : "") + $"has({Visit(other, null).Text})", Cel.Unary) is var cel && attribute.IsOptional
            ? cel
            : throw new NotSupportedException($"'{attribute.Path}' is not optional, so comparing it with null has no meaning.");
    }

    private Cel Member(MemberExpression member)
    {
        if (Path(member) is { } found)
        {
            return new Cel(found.Path, Cel.Atom);
        }

        if (member.Expression is { } inner && Path(inner) is { } owner)
        {
            switch (member.Member.Name)
            {
                case "Value" when Nullable.GetUnderlyingType(inner.Type) is not null:
                    return new Cel(owner.Path, Cel.Atom);
                case "HasValue" when Nullable.GetUnderlyingType(inner.Type) is not null:
                    return new Cel($"has({owner.Path})", Cel.Atom);
                case "Count" or "Length" when owner.Attribute.Type.Kind is AttributeKind.List or AttributeKind.Map:
                    return new Cel($"size({owner.Path})", Cel.Atom);
                case "Amount" when owner.Attribute.Type.Kind == AttributeKind.Money:
                    return new Cel(owner.Path + ".amount", Cel.Atom);
                default:
                    break;
            }
        }

        throw new NotSupportedException($"'{member}' is not an attribute of the vocabulary; declare it with an accessor of the same form.");
    }

    private Cel Call(MethodCallExpression call)
    {
        string name = call.Method.Name;
        Expression? target = call.Object ?? (call.Arguments.Count > 0 ? call.Arguments[0] : null);
        if (call.Object is not null && call.Object.Type == typeof(string) && call.Arguments.Count is 1 or 2 && name is "StartsWith" or "EndsWith" or "Contains"
            && call.Arguments[0].Type == typeof(string) && (call.Arguments.Count == 1 || ConstantReader.Read(call.Arguments[1]) is StringComparison.Ordinal))
        {
            string method = char.ToLowerInvariant(name[0]) + name[1..];
            return new Cel($"{Visit(call.Object, null).In(Cel.Atom)}.{method}({Visit(call.Arguments[0], null).Text})", Cel.Atom);
        }

        if (name == "Contains" && target is not null)
        {
            Expression list = Unspanned(target);
            Expression item = call.Arguments[^1];
            VocabularyAttribute? beside = AttributeOf(item);
            string items = Mentions(list)
                ? Visit(list, null).In(Cel.Atom)
                : "[" + string.Join(", ", ((System.Collections.IEnumerable)ConstantReader.Read(list)!).Cast<object?>().Select(v => ConstantText.Of(v, beside, item))) + "]";
            return new Cel($"{Visit(item, AttributeOf(list)).In(Cel.Sum)} in {items}", Cel.Relation);
        }

        if (call.Method.DeclaringType == typeof(Enumerable) && target is not null && Path(target) is { } path)
        {
            switch (name)
            {
                case "Count" when call.Arguments.Count == 1:
                    return new Cel($"size({path.Path})", Cel.Atom);
                case "Any" when call.Arguments.Count == 1:
                    return new Cel($"size({path.Path}) > 0", Cel.Relation);
                case "Any" or "All" when Lambda(call.Arguments[1]) is { } lambda:
                    string variable = Variable(lambda.Parameters[0].Name);
                    Vocabulary fields = path.Attribute.Type.Element?.Fields ?? NoFields;
                    _scopes[lambda.Parameters[0]] = (variable, fields);
                    return new Cel($"{path.Path}.{(name == "Any" ? "exists" : "all")}({variable}, {Visit(lambda.Body, null).Text})", Cel.Atom);
                default:
                    break;
            }
        }

        throw Refuse(call);
    }

    private static Vocabulary NoFields { get; } = Vocabulary.Create("item").Build();

    private string Variable(string? name)
    {
        string variable = Documents.Internal.RuleIds.IsIdentifier(name ?? "") ? name! : "item";
        while (_scopes.Values.Any(s => s.Prefix == variable || s.Fields.IndexOf(variable) >= 0))
        {
            variable += "_";
        }

        return variable;
    }

    private VocabularyAttribute? AttributeOf(Expression expression) => expression switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert => AttributeOf(convert.Operand),
        MemberExpression { Member.Name: "Value", Expression: { } inner } when Nullable.GetUnderlyingType(inner.Type) is not null => AttributeOf(inner),
        BinaryExpression { NodeType: ExpressionType.Add or ExpressionType.Subtract } binary => AttributeOf(binary.Left) ?? AttributeOf(binary.Right),
        _ => Path(expression)?.Attribute,
    };

    /// <summary>The attribute that a chain of members from a parameter names.</summary>
    private (string Path, VocabularyAttribute Attribute)? Path(Expression expression)
    {
        List<string> names = [];
        Expression? at = expression;
        while (at is MemberExpression member)
        {
            if (!(member.Member.Name == "Value" && member.Expression is { } e && Nullable.GetUnderlyingType(e.Type) is not null && !ReferenceEquals(at, expression)))
            {
                names.Insert(0, member.Member.Name);
            }

            at = member.Expression;
        }

        if (at is not ParameterExpression parameter || names.Count == 0 || !_scopes.TryGetValue(parameter, out (string Prefix, Vocabulary Fields) scope))
        {
            return null;
        }

        string path = string.Join('.', names);
        VocabularyAttribute? found = scope.Fields.Attributes.FirstOrDefault(a => a.Member == path || a.Member?.Replace(".Value", "", StringComparison.Ordinal) == path);
        return found is null ? null : (scope.Prefix.Length == 0 ? found.Path : scope.Prefix + "." + found.Path, found);
    }

    private bool Mentions(Expression expression)
    {
        var finder = new ParameterFinder(_scopes.Keys);
        finder.Visit(expression);
        return finder.Found;
    }

    private static bool IsNull(Expression expression) => expression switch
    {
        ConstantExpression { Value: null } => true,
        UnaryExpression { NodeType: ExpressionType.Convert } convert => IsNull(convert.Operand),
        DefaultExpression => !expression.Type.IsValueType || Nullable.GetUnderlyingType(expression.Type) is not null,
        _ => false,
    };

    // array.Contains(x) binds to MemoryExtensions with a conversion to a span.
    private static Expression Unspanned(Expression expression) =>
        expression is MethodCallExpression { Method.Name: "op_Implicit", Arguments: [var inner] } ? Unspanned(inner)
        : expression is UnaryExpression { NodeType: ExpressionType.Convert, Operand: var operand } ? Unspanned(operand)
        : expression;

    private static LambdaExpression? Lambda(Expression expression) => expression switch
    {
        LambdaExpression lambda => lambda,
        UnaryExpression { NodeType: ExpressionType.Quote, Operand: LambdaExpression quoted } => quoted,
        _ => null,
    };

    private static bool IsWhole(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is { } t && (t == typeof(int) || t == typeof(long) || t == typeof(short));

    private static NotSupportedException Refuse(Expression expression) =>
        new($"'{expression}' has no translation to CEL; write the condition as text or put the value into the vocabulary.");

    private sealed class ParameterFinder(ICollection<ParameterExpression> parameters) : ExpressionVisitor
    {
        public bool Found { get; private set; }

        protected override Expression VisitParameter(ParameterExpression node)
        {
            Found |= parameters.Contains(node);
            return node;
        }
    }

    /// <summary>CEL text with its level of precedence.</summary>
    private readonly record struct Cel(string Text, int Level)
    {
        public const int Ternary = 0;
        public const int Or = 1;
        public const int And = 2;
        public const int Relation = 3;
        public const int Sum = 4;
        public const int Product = 5;
        public const int Unary = 6;
        public const int Atom = 7;

        public string In(int level) => Level >= level ? Text : "(" + Text + ")";
    }
}
