using System.Globalization;
using EcomOps.Rules.Cel.Internal.Nodes;
using EcomOps.Rules.Cel.Internal.Parsing;

namespace EcomOps.Rules.Cel.Internal.Compiling;

// Macros: what walks over collections, and names inside expressions.
internal sealed partial class Compiler
{
    private int Push(string name, CelType type, long size)
    {
        int slot = _locals.Count == 0 ? 0 : _locals[^1].Slot + 1;
        _locals.Add((name, type, size, slot));
        LocalCount = Math.Max(LocalCount, slot + 1);
        return slot;
    }

    private void Pop(int count) => _locals.RemoveRange(_locals.Count - count, count);

    private Expr Comprehension(CelComprehension node)
    {
        Expr range = Node(node.Range);
        bool twoVariables = node.SecondVariable is not null;
        (CelType first, CelType second) = Elements(range, node.Range, twoVariables);
        if (++_walks > options.MaximumWalks)
        {
            _walks--;
            return Fail(CelCodes.Nesting, node.Span, $"Macros that walk over collections nest at most {options.MaximumWalks} deep; move the inner one into a variable or an attribute.");
        }

        int firstSlot = Push(node.Variable, first, new Expr(range.Node, first, 0).Size);
        int secondSlot = twoVariables ? Push(node.SecondVariable!, second, new Expr(range.Node, second, 0).Size) : -1;
        Expr? condition = node.Condition is null ? null : Node(node.Condition);
        bool good = condition is null || RequireBool(condition.Value, node.Condition!, "A macro's condition");
        Expr? result = node.Result is null ? null : Node(node.Result);
        Pop(twoVariables ? 2 : 1);
        _walks--;
        if (!good || range.IsError)
        {
            return new Expr(range.Node, CelType.Error, range.Cost);
        }

        long body = Expr.Sum(1, Expr.Sum(condition?.Cost ?? 0, result?.Cost ?? 0));
        long cost = Expr.Sum(range.Cost + 1, Expr.Product(range.Size, body));
        Node<bool>? test = condition is null ? null : Cast.To<bool>(condition.Value.Node);
        switch (node.Kind)
        {
            case CelComprehensionKind.All or CelComprehensionKind.Exists:
                return new Expr(new QuantifierNode(range.Node, firstSlot, secondSlot, test!, node.Kind == CelComprehensionKind.Exists), CelType.Bool, cost);
            case CelComprehensionKind.ExistsOne:
                return new Expr(new ExistsOneNode(range.Node, firstSlot, secondSlot, test!), CelType.Bool, cost);
            case CelComprehensionKind.Filter:
                return new Expr(new ListComprehensionNode(range.Node, firstSlot, secondSlot, test, null), CelType.ListOf(first), cost, range.Size);
            case CelComprehensionKind.Map or CelComprehensionKind.TransformList:
                return new Expr(new ListComprehensionNode(range.Node, firstSlot, secondSlot, test, result!.Value.Node), CelType.ListOf(result.Value.Type), cost, range.Size);
            case CelComprehensionKind.TransformMap:
                return new Expr(new MapComprehensionNode(range.Node, firstSlot, secondSlot, test, result!.Value.Node, false), CelType.MapOf(first, result.Value.Type), cost, range.Size);
            default:
                CelType made = Resolved(result!.Value);
                if (made.Kind != CelTypeKind.Map && !IsOpen(made))
                {
                    return FailUnlessUnchecked(CelCodes.WrongTypes, node.Result!.Span, $"transformMapEntry() needs a map of the new entries here, but this is {Shown(made)}.");
                }

                return new Expr(new MapComprehensionNode(range.Node, firstSlot, secondSlot, test, result.Value.Node, true), made.Kind == CelTypeKind.Map ? made : CelType.AnyMap, cost, range.Size);
        }
    }

    // Types of a macro's variables: the element or key, or index and element, or key and value.
    private (CelType First, CelType Second) Elements(Expr range, CelNode node, bool twoVariables)
    {
        CelType type = Resolved(range);
        switch (type.Kind)
        {
            case CelTypeKind.List:
                return twoVariables ? (CelType.Int, type.Parameters[0]) : (type.Parameters[0], CelType.Dyn);
            case CelTypeKind.Map:
                return (type.Parameters[0], type.Parameters[1]);
            case CelTypeKind.Dyn or CelTypeKind.Parameter or CelTypeKind.Error:
                return (CelType.Dyn, CelType.Dyn);
            default:
                if (!options.IsUnchecked)
                {
                    Fail(CelCodes.WrongTypes, node.Span, $"Only lists and maps have elements to walk over, but this is {Shown(type)}.");
                }

                return (CelType.Dyn, CelType.Dyn);
        }
    }

    private Expr Bind(CelBind bind)
    {
        if (bind.Kind != CelBindKind.Bind)
        {
            return OptionalMap(bind);
        }

        Expr value = Node(bind.Value);
        int slot = Push(bind.Variable, value.Type, value.Size);
        Expr body = Node(bind.Body);
        Pop(1);
        return body with { Node = body.Node.Bound([(slot, value.Node)]), Cost = Expr.Sum(value.Cost + 1, body.Cost), Declared = null };
    }

    private Expr OptionalMap(CelBind bind)
    {
        Expr operand = Node(bind.Value);
        CelType type = Resolved(operand);
        if (type.Kind != CelTypeKind.Optional && !IsOpen(type) && !options.IsUnchecked)
        {
            return Fail(CelCodes.WrongTypes, bind.Value.Span, $"optMap() and optFlatMap() belong to an optional, but this is {Shown(type)}; write a.?b.optMap(x, ...).");
        }

        CelType inner = type.Kind == CelTypeKind.Optional ? type.Parameters[0] : CelType.Dyn;
        int slot = Push(bind.Variable, inner, new Expr(operand.Node, inner, 0).Size);
        Expr body = Node(bind.Body);
        Pop(1);
        bool isFlat = bind.Kind == CelBindKind.OptFlatMap;
        CelType made = Resolved(body);
        if (isFlat && made.Kind != CelTypeKind.Optional && !IsOpen(made) && !options.IsUnchecked)
        {
            return Fail(CelCodes.WrongTypes, bind.Body.Span, $"optFlatMap() needs an expression that gives an optional, but this is {Shown(made)}; use optMap().");
        }

        var node = new OptionalMapNode(Cast.To<CelOptional>(operand.Node), slot, body.Node, isFlat);
        CelType result = !isFlat ? CelType.OptionalOf(body.Type) : made.Kind == CelTypeKind.Optional ? made : CelType.AnyOptional;
        return new Expr(node, result, Expr.Sum(operand.Cost + 1, body.Cost));
    }

    private Expr Block(CelBlock block)
    {
        var values = new (int, Node)[block.Values.Count];
        long cost = 1;
        for (int i = 0; i < values.Length; i++)
        {
            Expr value = Node(block.Values[i]);
            values[i] = (Push(MacroExpander.IndexPrefix + i.ToString(CultureInfo.InvariantCulture), value.Type, value.Size), value.Node);
            cost = Expr.Sum(cost, value.Cost);
        }

        Expr body = Node(block.Body);
        Pop(values.Length);
        return body with { Node = body.Node.Bound(values), Cost = Expr.Sum(cost, body.Cost), Declared = null };
    }

    private Expr SortBy(CelNode target, string variable, CelNode key)
    {
        Expr list = Node(target);
        (CelType element, _) = Elements(list, target, false);
        int slot = Push(variable, element, new Expr(list.Node, element, 0).Size);
        Expr by = Node(key);
        Pop(1);
        CelType type = Resolved(by);
        if (!IsOpen(type) && !Ordered.Contains(type.Kind))
        {
            return FailUnlessUnchecked(CelCodes.WrongTypes, key.Span, $"A list is sorted by values that have an order, but this is {Shown(type)}.");
        }

        long cost = Expr.Sum(list.Cost + 1, Expr.Product(list.Size, Expr.Sum(by.Cost, 8)));
        return new Expr(new SortByNode(Cast.To<IReadOnlyList<object?>>(list.Node), slot, by.Node), list.Type, cost, list.Size);
    }
}
