using System.Runtime.CompilerServices;
using EcomOps.Core;
using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.Cel.Internal.Nodes;
using EcomOps.Rules.Cel.Internal.Types;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Diagnostics;

namespace EcomOps.Rules.Cel.Internal.Compiling;

// Checks an expression and makes its nodes in one pass. Every problem is kept; a part with a problem has the error type, which fits everywhere.
internal sealed partial class Compiler(Names names, CompilerOptions options)
{
    private readonly TypeUnifier _types = new();
    private readonly List<Diagnostic> _problems = [];
    private readonly List<(string Name, CelType Type, long Size, int Slot)> _locals = [];
    private readonly Dictionary<CelNode, Expr> _conditions = new(ReferenceEqualityComparer.Instance);
    private int _walks;

    public IReadOnlyList<Diagnostic> Problems => _problems;

    /// <summary>Slots that the frame needs for the variables of macros.</summary>
    public int LocalCount { get; private set; }

    // The target is the type that plain numbers take where they are the value, decimal or money.
    public Expr Compile(CelNode root, CelType? target = null)
    {
        Expr expr = target is not null && options.IsDialect && IsAdaptable(root, target) ? As(root, target) : Node(root);
        return expr with { Type = _types.Resolve(expr.Type, true) };
    }

    // Variables that read variables nest whole expressions; a hostile document must not end the process.
    private Expr Node(CelNode node) => !RuntimeHelpers.TryEnsureSufficientExecutionStack()
        ? Fail(CelCodes.TooLarge, node.Span, "The expression, with the variables that it reads, nests too deep.")
        : Part(node);

    private Expr Part(CelNode node) => node switch
    {
        CelLiteral literal => Literal(literal),
        CelIdentifier or CelSelect { IsTest: false } => Name(node),
        CelSelect test => Test(test),
        CelBinary { Operator: CelOperator.And or CelOperator.Or } logic => Logic(logic),
        CelBinary { Operator: CelOperator.In } membership => Membership(membership),
        CelBinary { Operator: >= CelOperator.Equal and <= CelOperator.GreaterOrEqual } comparison => Comparison(comparison),
        CelBinary arithmetic => Arithmetic(arithmetic),
        CelUnary unary => Unary(unary),
        CelConditional conditional => Conditional(conditional, null),
        CelIndex index => Index(index),
        CelCall call => Call(call),
        CelList list => List(list, null),
        CelMap map => Map(map),
        CelComprehension walk => Comprehension(walk),
        CelBind bind => Bind(bind),
        CelBlock block => Block(block),
        _ => throw new ArgumentException($"{node.GetType().Name} is no expression.", nameof(node)),
    };

    private static Expr Literal(CelLiteral literal) => literal.Kind switch
    {
        CelLiteralKind.Bool => new Expr(new ConstantNode<bool>((bool)literal.Value!), CelType.Bool, 1),
        CelLiteralKind.Int => new Expr(new ConstantNode<long>((long)literal.Value!), CelType.Int, 1),
        CelLiteralKind.Uint => new Expr(new ConstantNode<ulong>((ulong)literal.Value!), CelType.Uint, 1),
        CelLiteralKind.Double => new Expr(new ConstantNode<double>((double)literal.Value!), CelType.Double, 1),
        CelLiteralKind.String => new Expr(new ConstantNode<string>((string)literal.Value!), CelType.String, 1, ((string)literal.Value!).Length),
        CelLiteralKind.Bytes => new Expr(new ConstantNode<ReadOnlyMemory<byte>>((ReadOnlyMemory<byte>)literal.Value!), CelType.Bytes, 1, ((ReadOnlyMemory<byte>)literal.Value!).Length),
        _ => new Expr(new ConstantNode<object?>(null), CelType.Null, 1),
    };

    private Expr Fail(string code, SourceSpan span, string message, string? replacement = null)
    {
        _problems.Add(new Diagnostic(code, message, span, Severity.Error)
        {
            Fix = replacement is null ? null : new DiagnosticFix($"Write {replacement}", replacement),
        });
        return new Expr(new FailingNode(CelFrame.NoOverload), CelType.Error, 1);
    }

    // What the checker would refuse is an error of the evaluation when there is no check.
    private Expr FailUnlessUnchecked(string code, SourceSpan span, string message, string? replacement = null) => options.IsUnchecked
        ? new Expr(new FailingNode(new RuleError(RuleErrorKind.Expression, message)), CelType.Dyn, 1)
        : Fail(code, span, message, replacement);

    private CelType Shown(CelType type) => _types.Resolve(type, true);

    private CelType Resolved(Expr expr) => _types.Resolve(expr.Type);

    private static bool IsOpen(CelType type) => type.Kind is CelTypeKind.Dyn or CelTypeKind.Parameter or CelTypeKind.Error;

    private bool RequireBool(Expr expr, CelNode node, string what)
    {
        CelType type = Resolved(expr);
        if (options.IsUnchecked || type.Kind == CelTypeKind.Bool || IsOpen(type))
        {
            return true;
        }

        Fail(CelCodes.WrongTypes, node.Span, $"{what} needs a condition, true or false, but this is {Shown(type)}.{(node is CelIdentifier or CelSelect ? " Compare it with something." : "")}");
        return false;
    }

    private Expr Logic(CelBinary logic)
    {
        IReadOnlyList<CelNode> operands = CelBinary.Flatten(logic, logic.Operator);
        var nodes = new Node<bool>[operands.Count];
        long cost = 0;
        for (int i = 0; i < nodes.Length; i++)
        {
            Expr operand = Node(operands[i]);
            RequireBool(operand, operands[i], logic.Operator == CelOperator.And ? "'&&'" : "'||'");
            nodes[i] = Cast.To<bool>(operand.Node);
            cost = Expr.Sum(cost, operand.Cost + 1);
        }

        return new Expr(new LogicNode(nodes, logic.Operator == CelOperator.Or), CelType.Bool, cost);
    }

    private Expr Conditional(CelConditional node, CelType? target)
    {
        // A conditional may be compiled twice, its condition once: else nested ones would double the work each time.
        if (!_conditions.TryGetValue(node.Condition, out Expr condition))
        {
            _conditions[node.Condition] = condition = Node(node.Condition);
            RequireBool(condition, node.Condition, "'? :'");
        }

        Expr whenTrue = target is null ? Node(node.WhenTrue) : As(node.WhenTrue, target);
        Expr whenFalse = target is null ? Node(node.WhenFalse) : As(node.WhenFalse, target);
        if (target is null)
        {
            (whenTrue, whenFalse) = Adapted(node.WhenTrue, whenTrue, node.WhenFalse, whenFalse);
        }

        CelType type = CelType.Dyn;
        if (!options.IsUnchecked)
        {
            if (!_types.IsAssignable(whenTrue.Type, whenFalse.Type))
            {
                return Fail(CelCodes.WrongTypes, node.Span, $"The two values of '? :' have different types, {Shown(whenTrue.Type)} and {Shown(whenFalse.Type)}; convert one of them.");
            }

            type = _types.Join(whenTrue.Type, whenFalse.Type);
        }

        long cost = Expr.Sum(condition.Cost + 1, Math.Max(whenTrue.Cost, whenFalse.Cost));
        return new Expr(whenTrue.Node.Conditional(Cast.To<bool>(condition.Node), whenFalse.Node), type, cost, Math.Max(whenTrue.Size, whenFalse.Size));
    }

    private Expr List(CelList list, CelType? target)
    {
        var nodes = new Node[list.Elements.Count];
        bool[]? optional = list.OptionalElements.Count == 0 ? null : new bool[nodes.Length];
        CelType? type = null;
        long cost = 1;
        for (int i = 0; i < nodes.Length; i++)
        {
            Expr element = target is null ? Node(list.Elements[i]) : As(list.Elements[i], target);
            nodes[i] = element.Node;
            cost = Expr.Sum(cost, element.Cost);
            CelType elementType = element.Type;
            if (list.OptionalElements.Contains(i))
            {
                optional![i] = true;
                elementType = Unwrapped(element, list.Elements[i]);
            }

            type = _types.Join(type, elementType);
        }

        return new Expr(Folded(new ListNode(nodes, optional), Array.TrueForAll(nodes, n => n.IsConstant)), CelType.ListOf(type ?? _types.Fresh()), cost, nodes.Length);
    }

    // The type inside an optional; what is written with ? must be one.
    private CelType Unwrapped(Expr expr, CelNode node)
    {
        CelType type = Resolved(expr);
        if (type.Kind == CelTypeKind.Optional)
        {
            return type.Parameters[0];
        }

        if (!IsOpen(type) && !options.IsUnchecked)
        {
            Fail(CelCodes.WrongTypes, node.Span, $"What is written with ? must be an optional, but this is {Shown(type)}; write optional.of(...), or leave the ? out.");
        }

        return CelType.Dyn;
    }

    private Expr Map(CelMap map)
    {
        var entries = new (Node, Node, bool)[map.Entries.Count];
        CelType? keys = null;
        CelType? values = null;
        long cost = 1;
        for (int i = 0; i < entries.Length; i++)
        {
            CelMapEntry entry = map.Entries[i];
            Expr key = Node(entry.Key);
            Expr value = Node(entry.Value);
            CelType keyType = Resolved(key);
            if (!IsOpen(keyType) && keyType.Kind is not (CelTypeKind.Int or CelTypeKind.Uint or CelTypeKind.Bool or CelTypeKind.String))
            {
                FailUnlessUnchecked(CelCodes.WrongTypes, entry.Key.Span, $"A key must be int, uint, bool or string, but this is {Shown(keyType)}.");
            }

            entries[i] = (key.Node, value.Node, entry.IsOptional);
            keys = _types.Join(keys, key.Type);
            values = _types.Join(values, entry.IsOptional ? Unwrapped(value, entry.Value) : value.Type);
            cost = Expr.Sum(cost, Expr.Sum(key.Cost, value.Cost));
        }

        return new Expr(new MapNode(entries), CelType.MapOf(keys ?? _types.Fresh(), values ?? _types.Fresh()), cost, entries.Length);
    }

    // A node of constants is one constant, when it has a value.
    private static Node Folded(Node node, bool isConstant)
    {
        if (!isConstant)
        {
            return node;
        }

        var frame = new CelFrame(null) { Budget = 10_000 };
        return node.Fold(frame) ?? node;
    }
}
