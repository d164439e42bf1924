using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.Cel.Internal.Functions;
using EcomOps.Rules.Cel.Internal.Nodes;
using EcomOps.Rules.Cel.Internal.Patterns;
using EcomOps.Rules.DecisionSets;
using EcomOps.Rules.Diagnostics;
using EcomOps.Rules.Documents.Internal;

namespace EcomOps.Rules.Cel.Internal.Compiling;

// Function calls and the choice among the forms of a function.
internal sealed partial class Compiler
{
    // Constants of these are checked when a document is loaded.
    private static readonly HashSet<string> Makers = new(StringComparer.Ordinal)
    {
        "date", "decimal", "money", "duration", "timestamp", "int", "uint", "double", "bool", "days", "decimal.div", "decimal.round", "base64.decode",
    };

    private Expr Call(CelCall call)
    {
        if (ListCall(call) is not null)
        {
            return Fail(CelCodes.WrongTypes, call.Span, "A list is only asked with 'in': sku in list(\"name\").");
        }

        if (call.Target is null)
        {
            string name = Candidates(call.Function, call.IsRooted).FirstOrDefault(options.Functions.Has) ?? call.Function;
            return Global(call, name);
        }

        if (FreePath(call.Target, out bool isRooted) is { } space)
        {
            if (Candidates(space + "." + call.Function, isRooted).FirstOrDefault(options.Functions.Has) is { } name)
            {
                return Global(call, name);
            }

            if (options.Functions.Names.Any(n => n.StartsWith(space + ".", StringComparison.Ordinal)) && Find(space, isRooted) is null)
            {
                return NoFunction(call, space + "." + call.Function, call.Target.Span.To(call.FunctionSpan));
            }
        }

        return Member(call, call.Target);
    }

    private Expr Global(CelCall call, string name)
    {
        Expr[] arguments = [.. call.Arguments.Select(Node)];
        CelNode[] nodes = [.. call.Arguments];
        if (name is MathFunctions.Greatest or MathFunctions.Least && arguments.Length > 0)
        {
            return Extreme(call, name, arguments);
        }

        if (name == "dyn" && arguments.Length == 1)
        {
            return arguments[0] with { Type = CelType.Dyn, Declared = null };
        }

        if (name == "matches" && arguments.Length == 2 && Matched(arguments[0], call.Arguments[1]) is { } match)
        {
            return match;
        }

        return options.Functions.Has(name) ? Apply(name, name + "()", false, arguments, nodes, call.Span) : NoFunction(call, name, call.FunctionSpan);
    }

    private Expr Member(CelCall call, CelNode target)
    {
        if (call is { Function: "sortBy", Arguments: [CelIdentifier { IsRooted: false } variable, var key] })
        {
            return SortBy(target, variable.Name, key);
        }

        Expr receiver = Node(target);
        if (call is { Function: "matchesList", Arguments: [CelLiteral { Kind: CelLiteralKind.String, Value: string list }] } && options.IsDialect)
        {
            return InList(receiver, target, list, call);
        }

        if (call is { Function: "or" or "orValue", Arguments: [var fallback] })
        {
            return Otherwise(call, receiver, fallback);
        }

        if (call is { Function: "matches", Arguments: [var pattern] } && Matched(receiver, pattern) is { } match)
        {
            return match;
        }

        Expr[] arguments = [receiver, .. call.Arguments.Select(Node)];
        return options.Functions.Has(call.Function)
            ? Apply(call.Function, call.Function + "()", true, arguments, [target, .. call.Arguments], call.Span)
            : NoFunction(call, call.Function, call.FunctionSpan);
    }

    private Expr NoFunction(CelCall call, string name, SourceSpan span)
    {
        string? nearest = NearestName.Of(name, options.Functions.Names);
        string advice = nearest is null ? string.Empty : $" Did you mean {nearest}()?";
        foreach (CelNode argument in call.Arguments.Where(_ => options.IsUnchecked))
        {
            Node(argument);
        }

        return FailUnlessUnchecked(CelCodes.UnknownFunction, span, $"There is no function '{name}'.{advice}", nearest);
    }

    private Expr Apply(string name, string shown, bool isMember, Expr[] arguments, CelNode[] nodes, SourceSpan span)
    {
        Overload[] forms = [.. options.Functions.Find(name).Where(o => o.IsMember == isMember && o.Parameters.Length == arguments.Length)];
        var noOverload = new RuleError(RuleErrorKind.Expression, $"{shown} does not take operands of these types.");
        Node[] operands = Array.ConvertAll(arguments, a => a.Node);
        long cost = arguments.Aggregate(1L, (sum, a) => Expr.Sum(sum, a.Cost + (Resolved(a).Kind is CelTypeKind.String or CelTypeKind.Bytes ? a.Size / 10 : 0)));
        if (options.IsUnchecked)
        {
            return new Expr(new DynamicCallNode(forms, operands, noOverload), CelType.Dyn, cost);
        }

        if (Array.Exists(arguments, a => a.IsError))
        {
            return new Expr(new FailingNode(noOverload), CelType.Error, cost);
        }

        CelType? result = null;
        Overload[] matches = [.. forms.Where(form => Matches(form, arguments, ref result))];
        if (matches.Length == 0 && options.IsDialect && Exactly(arguments, nodes) is { } exact)
        {
            arguments = exact;
            operands = Array.ConvertAll(arguments, a => a.Node);
            matches = [.. forms.Where(form => Matches(form, arguments, ref result))];
        }

        if (matches.Length == 0)
        {
            return NoForm(name, shown, isMember, arguments, span);
        }

        cost = Expr.Sum(cost, matches.Max(m => m.Cost) + Walked(name, arguments));
        Node node = matches.Length == 1 ? matches[0].Build(operands) : new DynamicCallNode(matches, operands, noOverload);
        if (Array.TrueForAll(operands, o => o.IsConstant) && matches[0].IsFoldable)
        {
            var frame = new CelFrame(null) { Budget = 10_000 };
            Node? constant = node.Fold(frame);
            if (constant is null && options.IsDialect && Makers.Contains(name) && frame.Error is { Kind: not RuleErrorKind.Budget } error)
            {
                return Fail(CelCodes.BadConstant, span, error.Message);
            }

            node = constant ?? node;
        }

        return new Expr(node, result!, cost, SizeOf(name, arguments, result!));
    }

    private bool Matches(Overload form, Expr[] arguments, ref CelType? result)
    {
        CelType made = form.Result;
        if (form.IsGeneric)
        {
            Dictionary<string, CelType> fresh = new(StringComparer.Ordinal);
            CelType[] parameters = [.. form.Parameters.Select(p => _types.Renamed(p, fresh))];
            if (!_types.AreAssignable([.. arguments.Select(a => a.Type)], parameters))
            {
                return false;
            }

            made = _types.Resolve(_types.Renamed(made, fresh));
        }
        else
        {
            for (int i = 0; i < arguments.Length; i++)
            {
                if (!_types.IsAssignable(arguments[i].Type, form.Parameters[i]))
                {
                    return false;
                }
            }
        }

        result = result is null || result.Equals(made) ? made : CelType.Dyn;
        return true;
    }

    // Numbers with a point, as decimals: for functions that take decimals.
    private Expr[]? Exactly(Expr[] arguments, CelNode[] nodes)
    {
        bool any = false;
        var exact = new Expr[arguments.Length];
        for (int i = 0; i < exact.Length; i++)
        {
            bool adapts = Resolved(arguments[i]).Kind == CelTypeKind.Double && IsAdaptable(nodes[i], CelType.Decimal);
            exact[i] = adapts ? As(nodes[i], CelType.Decimal) : arguments[i];
            any |= adapts;
        }

        return any ? exact : null;
    }

    private Expr NoForm(string name, string shown, bool isMember, Expr[] arguments, SourceSpan span)
    {
        IReadOnlyList<Overload> known = options.Functions.Find(name);
        string[] given = [.. arguments.Select(a => Shown(a.Type).ToString())];
        if (name.StartsWith('_') || name == "-_")
        {
            return Fail(CelCodes.WrongTypes, span, $"{shown} does not take {string.Join(" and ", given)}.");
        }

        string written = isMember ? $"{given[0]}.{name}({string.Join(", ", given[1..])})" : $"{name}({string.Join(", ", given)})";
        string forms = string.Join("; ", known.Take(4).Select(o => o.Signature.Replace("@", string.Empty, StringComparison.Ordinal)));
        return Fail(CelCodes.WrongTypes, span, $"There is no {written}; {(known.Count == 1 ? "its form is" : "forms are")} {forms}.");
    }

    // Functions that walk over lists.
    private static long Walked(string name, Expr[] arguments) => name switch
    {
        "sort" => arguments[0].Size * 7,
        "distinct" or "flatten" or "reverse" or "slice" or "join" or MathFunctions.Greatest or MathFunctions.Least => arguments[0].Size,
        "sets.contains" or "sets.equivalent" or "sets.intersects" => Expr.Product(arguments[0].Size, arguments[1].Size),
        _ => 0,
    };

    private static long SizeOf(string name, Expr[] arguments, CelType result) => result.Kind switch
    {
        _ when name == "_+_" => Expr.Sum(arguments[0].Size, arguments[1].Size),
        CelTypeKind.List when arguments.Length > 0 && arguments[0].Type.Kind == CelTypeKind.List => arguments[0].Size,
        CelTypeKind.String => Math.Max(Expr.DefaultCharacters, arguments.Select(a => a.Size).DefaultIfEmpty(0).Max()),
        _ => Expr.DefaultItems,
    };

    // math.greatest and math.least: one list, or numbers.
    private Expr Extreme(CelCall call, string name, Expr[] arguments)
    {
        CelType[] types = [.. arguments.Select(Resolved)];
        bool isList = types is [{ Kind: CelTypeKind.List }];
        if (options.IsDialect && !isList && Array.Exists(types, t => t.Kind == CelTypeKind.Decimal))
        {
            arguments = [.. arguments.Zip(call.Arguments, (a, n) => IsAdaptable(n, CelType.Decimal) ? As(n, CelType.Decimal) : a)];
            types = [.. arguments.Select(Resolved)];
        }

        CelType? result = MathFunctions.ResultOf(isList ? [_types.Resolve(types[0].Parameters[0])] : types);
        if (result is null || (types.Length > 1 && Array.Exists(types, t => t.Kind == CelTypeKind.Decimal) && Array.Exists(types, t => t.Kind == CelTypeKind.Double)))
        {
            return FailUnlessUnchecked(CelCodes.WrongTypes, call.Span, $"{name}() takes numbers, or one list of numbers, not {string.Join(" and ", types.Select(Shown))}.");
        }

        Node list = isList ? arguments[0].Node : arguments.Length == 1 ? new OneOrListNode(arguments[0].Node) : new ListNode(Array.ConvertAll(arguments, a => a.Node), null);
        Node node = options.Functions.Find(name)[0].Build([list]);
        return new Expr(node, result, arguments.Aggregate(1L, (sum, a) => Expr.Sum(sum, a.Cost + (isList ? a.Size : 1))));
    }

    // A constant pattern is compiled once; null when it is none.
    private Expr? Matched(Expr text, CelNode pattern)
    {
        if (pattern is not CelLiteral { Kind: CelLiteralKind.String, Value: string source } || (!options.IsUnchecked && !_types.IsAssignable(text.Type, CelType.String)))
        {
            return null;
        }

        Pattern? compiled = Pattern.TryCompile(source, out string? problem);
        return compiled is null
            ? FailUnlessUnchecked(CelCodes.Pattern, pattern.Span, $"The pattern cannot be used: {problem}.")
            : new Expr(new MatchNode(Cast.To<string>(text.Node), compiled), CelType.Bool, Expr.Sum(text.Cost, (1 + (text.Size / 10)) * (1 + (compiled.Size / 4L))));
    }

    // or and orValue, which evaluate their argument only when it is needed.
    private Expr Otherwise(CelCall call, Expr receiver, CelNode fallback)
    {
        bool isValue = call.Function == "orValue";
        CelType type = Resolved(receiver);
        CelType value = type.Kind == CelTypeKind.Optional ? type.Parameters[0] : CelType.Dyn;
        Expr other = Node(fallback);
        if (isValue && options.IsDialect && Exactness(_types.Resolve(value), CelOperator.Equal) is { } exact && IsAdaptable(fallback, exact))
        {
            other = As(fallback, exact);
        }

        if (!options.IsUnchecked)
        {
            if (type.Kind != CelTypeKind.Optional && !IsOpen(type))
            {
                return Fail(CelCodes.WrongTypes, call.Span, $"{call.Function}() belongs to an optional, but this is {Shown(type)}; write a.?b.{call.Function}(...).");
            }

            if (!_types.IsAssignable(other.Type, isValue ? value : CelType.OptionalOf(value)))
            {
                return Fail(CelCodes.WrongTypes, fallback.Span, $"{call.Function}() needs {(isValue ? Shown(value) : $"an optional of {Shown(value)}")} here, but this is {Shown(other.Type)}.");
            }
        }

        Node<CelOptional> optional = Cast.To<CelOptional>(receiver.Node);
        long cost = Expr.Sum(receiver.Cost + 1, other.Cost);
        return isValue
            ? new Expr(new OrValueNode(optional, other.Node), type.Kind == CelTypeKind.Optional ? _types.Resolve(value) : CelType.Dyn, cost)
            : new Expr(new OrNode(optional, Cast.To<CelOptional>(other.Node)), type.Kind == CelTypeKind.Optional ? type : CelType.Dyn, cost);
    }

    private string? ListCall(CelNode node) =>
        options.IsDialect && node is CelCall { Target: null, Function: "list", Arguments: [CelLiteral { Kind: CelLiteralKind.String, Value: string name }] } ? name : null;

    private Expr InList(Expr text, CelNode textNode, string name, CelNode node)
    {
        if (!names.Lists.TryGetValue(name, out NamedList? list))
        {
            string? nearest = NearestName.Of(name, names.Lists.Keys);
            return Fail(CelCodes.UnknownList, node.Span, $"There is no list '{YamlTree.Shorten(name)}'; declare it under 'lists'." + (nearest is null ? string.Empty : $" Did you mean '{nearest}'?"));
        }

        if (!_types.IsAssignable(text.Type, CelType.String))
        {
            return Fail(CelCodes.WrongTypes, textNode.Span, $"Lists hold texts, but this is {Shown(text.Type)}.");
        }

        return new Expr(new NamedListNode(Cast.To<string>(text.Node), list), CelType.Bool, text.Cost + 2);
    }
}
