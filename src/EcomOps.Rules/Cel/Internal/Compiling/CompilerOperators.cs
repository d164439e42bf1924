using EcomOps.Core;
using EcomOps.Rules.Cel.Internal.Nodes;
using EcomOps.Rules.Cel.Internal.Values;
using EcomOps.Rules.DecisionSets.Internal;
using EcomOps.Rules.Documents.Internal;
using NodaTime;
using Order = EcomOps.Rules.DecisionSets.Internal.Parts.Comparison;

namespace EcomOps.Rules.Cel.Internal.Compiling;

// Comparisons, arithmetic, membership, and numbers that take the exact type of their neighbour.
internal sealed partial class Compiler
{
    private static readonly HashSet<CelTypeKind> Ordered =
    [
        CelTypeKind.Bool, CelTypeKind.Int, CelTypeKind.Uint, CelTypeKind.Double, CelTypeKind.String, CelTypeKind.Bytes, CelTypeKind.Timestamp,
        CelTypeKind.Duration, CelTypeKind.Decimal, CelTypeKind.Money, CelTypeKind.Date,
    ];

    private static bool IsPlainNumber(CelTypeKind kind) => kind is CelTypeKind.Int or CelTypeKind.Uint or CelTypeKind.Double;

    private static bool IsExactPair(CelTypeKind left, CelTypeKind right) =>
        (left == CelTypeKind.Decimal && right is CelTypeKind.Int or CelTypeKind.Uint) || (right == CelTypeKind.Decimal && left is CelTypeKind.Int or CelTypeKind.Uint);

    private Expr Comparison(CelBinary node)
    {
        Expr left = Node(node.Left);
        Expr right = Node(node.Right);
        (left, right) = Adapted(node.Left, left, node.Right, right);
        Order order = node.Operator switch
        {
            CelOperator.Equal => Order.Equal,
            CelOperator.NotEqual => Order.NotEqual,
            CelOperator.Less => Order.Less,
            CelOperator.LessOrEqual => Order.LessOrEqual,
            CelOperator.Greater => Order.Greater,
            _ => Order.GreaterOrEqual,
        };
        long cost = Expr.Sum(Expr.Sum(left.Cost, right.Cost), 1 + Shorter(left, right));
        if (left.IsError || right.IsError)
        {
            return new Expr(new DynamicCompareNode(left.Node, right.Node, order), CelType.Bool, cost);
        }

        CelTypeKind a = Resolved(left).Kind;
        CelTypeKind b = Resolved(right).Kind;
        bool isEquality = order is Order.Equal or Order.NotEqual;
        if (!options.IsUnchecked && Mismatch(node, left, right, isEquality) is { } problem)
        {
            return problem;
        }

        if (isEquality)
        {
            CheckEnumeration(left, node.Right);
            CheckEnumeration(right, node.Left);
        }

        return new Expr(Compare(left.Node, a, right.Node, b, order, isEquality), CelType.Bool, cost);
    }

    private static long Shorter(Expr left, Expr right) => left.Type.Kind is CelTypeKind.String or CelTypeKind.Bytes ? Math.Min(left.Size, right.Size) / 10 : left.Type.Kind is CelTypeKind.List or CelTypeKind.Map ? Math.Min(left.Size, right.Size) : 0;

    private Expr? Mismatch(CelBinary node, Expr left, Expr right, bool isEquality)
    {
        CelType a = Resolved(left);
        CelType b = Resolved(right);
        if ((a.Kind, b.Kind) is (CelTypeKind.Decimal, CelTypeKind.Double) or (CelTypeKind.Double, CelTypeKind.Decimal))
        {
            return Fail(CelCodes.DoubleAgainstDecimal, node.Span, "A decimal and a double cannot be compared: a double is not exact. Write the number with a point beside the decimal, or decimal(\"...\").");
        }

        if ((a.Kind, b.Kind) is (CelTypeKind.Money, CelTypeKind.Int or CelTypeKind.Uint or CelTypeKind.Double or CelTypeKind.Decimal) or (CelTypeKind.Int or CelTypeKind.Uint or CelTypeKind.Double or CelTypeKind.Decimal, CelTypeKind.Money))
        {
            return Fail(CelCodes.Currency, node.Span, "Money is compared with money; write money(\"50.00\", \"EUR\"), or give the set a 'currency' and write a plain number.");
        }

        bool fits = isEquality
            ? _types.IsAssignable(a, b) || IsExactPair(a.Kind, b.Kind)
            : IsOpen(a) ? IsOpen(b) || Ordered.Contains(b.Kind)
            : Ordered.Contains(a.Kind) && (IsOpen(b) || a.Kind == b.Kind || (IsPlainNumber(a.Kind) && IsPlainNumber(b.Kind)) || IsExactPair(a.Kind, b.Kind));
        if (fits)
        {
            return null;
        }

        string advice = a.Kind == CelTypeKind.Null || b.Kind == CelTypeKind.Null ? " A value that may be missing is asked with has(...)." : string.Empty;
        return Fail(CelCodes.WrongTypes, node.Span, $"{Shown(a)} and {Shown(b)} cannot be compared with '{Symbol(node.Operator)}'.{advice}");
    }

    private static Node Compare(Node left, CelTypeKind a, Node right, CelTypeKind b, Order order, bool isEquality)
    {
        return (a, b) switch
        {
            (CelTypeKind.Int, CelTypeKind.Int) => Typed<long, long, Integers>(),
            (CelTypeKind.String, CelTypeKind.String) => isEquality ? Typed<string, string, TextEquality>() : Typed<string, string, TextOrder>(),
            (CelTypeKind.Double, CelTypeKind.Double) => Typed<double, double, Reals>(),
            (CelTypeKind.Bool, CelTypeKind.Bool) => Typed<bool, bool, Natural<bool>>(),
            (CelTypeKind.Uint, CelTypeKind.Uint) => Typed<ulong, ulong, Natural<ulong>>(),
            (CelTypeKind.Decimal, CelTypeKind.Decimal) => Typed<decimal, decimal, Decimals>(),
            (CelTypeKind.Decimal, CelTypeKind.Int) => Typed<decimal, long, Decimals>(),
            (CelTypeKind.Int, CelTypeKind.Decimal) => Typed<long, decimal, Decimals>(),
            (CelTypeKind.Money, CelTypeKind.Money) => Typed<Money, Money, Amounts>(),
            (CelTypeKind.Timestamp, CelTypeKind.Timestamp) => Typed<Instant, Instant, Natural<Instant>>(),
            (CelTypeKind.Duration, CelTypeKind.Duration) => Typed<Duration, Duration, Natural<Duration>>(),
            (CelTypeKind.Date, CelTypeKind.Date) => Typed<LocalDate, LocalDate, Natural<LocalDate>>(),
            (CelTypeKind.Int, CelTypeKind.Double) => Typed<long, double, Reals>(),
            (CelTypeKind.Double, CelTypeKind.Int) => Typed<double, long, Reals>(),
            (CelTypeKind.Uint, CelTypeKind.Double) => Typed<ulong, double, Reals>(),
            (CelTypeKind.Double, CelTypeKind.Uint) => Typed<double, ulong, Reals>(),
            (CelTypeKind.Int, CelTypeKind.Uint) => Typed<long, ulong, Signs>(),
            (CelTypeKind.Uint, CelTypeKind.Int) => Typed<ulong, long, Signs>(),
            _ => new DynamicCompareNode(left, right, order),
        };

        CompareNode<TLeft, TRight, TOrder> Typed<TLeft, TRight, TOrder>()
            where TOrder : struct, IOrder<TLeft, TRight> => new(Cast.To<TLeft>(left), Cast.To<TRight>(right), order);
    }

    private Expr Arithmetic(CelBinary node)
    {
        Expr left = Node(node.Left);
        Expr right = Node(node.Right);
        (left, right) = Adapted(node.Left, left, node.Right, right, node.Operator);
        CelTypeKind a = Resolved(left).Kind;
        CelTypeKind b = Resolved(right).Kind;
        string symbol = Symbol(node.Operator);
        if (!options.IsUnchecked && ((a == CelTypeKind.Decimal && b == CelTypeKind.Double) || (a == CelTypeKind.Double && b == CelTypeKind.Decimal) || (a == CelTypeKind.Money && b == CelTypeKind.Double) || (a == CelTypeKind.Double && b == CelTypeKind.Money)))
        {
            return Fail(CelCodes.DoubleAgainstDecimal, node.Span, "A double is not exact and does not mix with decimal and money. Write the number with a point beside the decimal, or decimal(\"...\").");
        }

        if (!options.IsUnchecked && node.Operator == CelOperator.Divide && (a is CelTypeKind.Decimal or CelTypeKind.Money || b is CelTypeKind.Decimal or CelTypeKind.Money))
        {
            return Fail(CelCodes.WrongTypes, node.Span, "A division of decimals names its digits and rounding: decimal.div(a, b, 2, \"half-up\").");
        }

        return Apply($"_{symbol}_", $"'{symbol}'", false, [left, right], [node.Left, node.Right], node.Span);
    }

    private Expr Unary(CelUnary node)
    {
        Expr operand = Node(node.Operand);
        if (node.Operator == CelOperator.Not)
        {
            RequireBool(operand, node.Operand, "'!'");
            return new Expr(new NotNode(Cast.To<bool>(operand.Node)), CelType.Bool, operand.Cost + 1);
        }

        return Apply("-_", "'-'", false, [operand], [node.Operand], node.Span);
    }

    private Expr Membership(CelBinary node)
    {
        if (ListCall(node.Right) is { } named)
        {
            return InList(Node(node.Left), node.Left, named, node);
        }

        Expr left = Node(node.Left);
        Expr right = Node(node.Right);
        if (Exactness(Resolved(left), CelOperator.In) is { } target && IsAdaptable(node.Right, target))
        {
            right = As(node.Right, target);
        }

        CelType type = Resolved(right);
        long cost = Expr.Sum(Expr.Sum(left.Cost, right.Cost), 1 + (type.Kind == CelTypeKind.Map ? 0 : right.Size));
        CelType container = type.Kind switch
        {
            CelTypeKind.List or CelTypeKind.Map => type.Parameters[0],
            _ => CelType.Dyn,
        };
        if (!options.IsUnchecked)
        {
            if (type.Kind is not (CelTypeKind.List or CelTypeKind.Map) && !IsOpen(type))
            {
                return Fail(CelCodes.WrongTypes, node.Right.Span, $"'in' looks into a list or a map, but this is {Shown(type)}.");
            }

            if (!_types.IsAssignable(left.Type, container))
            {
                return Fail(CelCodes.WrongTypes, node.Span, $"{Shown(left.Type)} is never in {Shown(type)}; the types differ.");
            }
        }

        if (node.Right is CelList list)
        {
            foreach (CelNode element in list.Elements)
            {
                CheckEnumeration(left, element);
            }
        }

        return new Expr(new InNode(left.Node, right.Node), CelType.Bool, cost);
    }

    // A text that an enumeration does not have makes a comparison that never changes.
    private void CheckEnumeration(Expr attribute, CelNode other)
    {
        if (attribute.Declared is { Values.Count: > 0 } declared && other is CelLiteral { Kind: CelLiteralKind.String, Value: string text } && !declared.Values.Contains(text))
        {
            string? nearest = NearestName.Of(text, declared.Values);
            Fail(CelCodes.EnumValue, other.Span, $"'{YamlTree.Shorten(text)}' is no value of this attribute; values are {string.Join(", ", declared.Values.Take(12))}." + (nearest is null ? string.Empty : $" Did you mean {nearest}?"),
                nearest is null ? null : $"'{nearest}'");
        }
    }

    private static string Symbol(CelOperator @operator) => @operator switch
    {
        CelOperator.Equal => "==",
        CelOperator.NotEqual => "!=",
        CelOperator.Less => "<",
        CelOperator.LessOrEqual => "<=",
        CelOperator.Greater => ">",
        CelOperator.GreaterOrEqual => ">=",
        CelOperator.Add => "+",
        CelOperator.Subtract => "-",
        CelOperator.Multiply => "*",
        CelOperator.Divide => "/",
        _ => "%",
    };

    /// <summary>The type that numbers beside a value of this type take, or null.</summary>
    private static CelType? Exactness(CelType type, CelOperator @operator) => type.Kind switch
    {
        CelTypeKind.Decimal => CelType.Decimal,
        CelTypeKind.Money when @operator == CelOperator.Multiply => CelType.Decimal,
        CelTypeKind.Money => CelType.Money,
        _ => null,
    };

    private (Expr Left, Expr Right) Adapted(CelNode leftNode, Expr left, CelNode rightNode, Expr right, CelOperator @operator = CelOperator.Equal)
    {
        if (!options.IsDialect)
        {
            return (left, right);
        }

        if (Exactness(Resolved(left), @operator) is { } forRight && Resolved(right).Kind != forRight.Kind && IsAdaptable(rightNode, forRight))
        {
            return (left, As(rightNode, forRight));
        }

        return Exactness(Resolved(right), @operator) is { } forLeft && Resolved(left).Kind != forLeft.Kind && IsAdaptable(leftNode, forLeft) ? (As(leftNode, forLeft), right) : (left, right);
    }

    // Numbers as written, and lists and conditionals of them.
    private bool IsAdaptable(CelNode node, CelType target) => node switch
    {
        CelLiteral { Kind: CelLiteralKind.Double or CelLiteralKind.Int } number => Exact.Parse(number.Text) is not null && (target.Kind == CelTypeKind.Decimal || options.Currency is not null),
        CelUnary { Operator: CelOperator.Negate } unary => IsAdaptable(unary.Operand, target),
        CelList { Elements.Count: > 0 } list => list.Elements.All(e => IsAdaptable(e, target) || e is CelCall),
        CelConditional conditional => IsAdaptable(conditional.WhenTrue, target) && IsAdaptable(conditional.WhenFalse, target),
        _ => false,
    };

    private Expr As(CelNode node, CelType target)
    {
        switch (node)
        {
            case CelLiteral number when Exact.Parse(number.Text) is { } value:
                return target.Kind == CelTypeKind.Decimal
                    ? new Expr(new ConstantNode<decimal>(value), CelType.Decimal, 1)
                    : new Expr(new ConstantNode<Money>(new Money(value, options.Currency!.Value)), CelType.Money, 1);
            case CelUnary unary:
                return Apply("-_", "'-'", false, [As(unary.Operand, target)], [unary.Operand], unary.Span);
            case CelList list:
                return List(list, target);
            case CelConditional conditional:
                return Conditional(conditional, target);
            default:
                return Node(node);
        }
    }
}
