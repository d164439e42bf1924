using System.Globalization;
using EcomOps.Rules.Diagnostics;

namespace EcomOps.Rules.Cel.Internal.Parsing;

// Calls that are macros become nodes of their own. A macro's name with another number of arguments stays a call, which the checker judges.
internal sealed class MacroExpander(ProblemSink problems)
{
    public const string IndexPrefix = "@index";
    public const string IterationPrefix = "@it";

    public CelNode? Global(SourceSpan span, string name, List<CelNode> arguments)
    {
        if (name != "has" || arguments.Count != 1)
        {
            return null;
        }

        if (arguments[0] is CelSelect { IsTest: false } select)
        {
            return new CelSelect(span, select.Operand, select.Field, select.FieldSpan, select.IsOptional, true);
        }

        problems.Add(CelCodes.Macro, arguments[0].Span.Offset, Math.Max(1, arguments[0].Span.Length), "has() asks for a field; write has(a.b).");
        return null;
    }

    public CelNode? Member(SourceSpan span, CelNode target, string name, SourceSpan nameSpan, List<CelNode> arguments)
    {
        if (target is CelIdentifier { Name: "cel", IsRooted: false })
        {
            return Namespaced(span, name, nameSpan, arguments);
        }

        return (name, arguments.Count) switch
        {
            ("all", 2) => Walk(CelComprehensionKind.All, 1, arguments[1], null),
            ("exists", 2) => Walk(CelComprehensionKind.Exists, 1, arguments[1], null),
            ("exists_one" or "existsOne", 2) => Walk(CelComprehensionKind.ExistsOne, 1, arguments[1], null),
            ("filter", 2) => Walk(CelComprehensionKind.Filter, 1, arguments[1], null),
            ("map", 2) => Walk(CelComprehensionKind.Map, 1, null, arguments[1]),
            ("map", 3) => Walk(CelComprehensionKind.Map, 1, arguments[1], arguments[2]),
            ("all", 3) => Walk(CelComprehensionKind.All, 2, arguments[2], null),
            ("exists", 3) => Walk(CelComprehensionKind.Exists, 2, arguments[2], null),
            ("existsOne" or "exists_one", 3) => Walk(CelComprehensionKind.ExistsOne, 2, arguments[2], null),
            ("transformList", 3) => Walk(CelComprehensionKind.TransformList, 2, null, arguments[2]),
            ("transformList", 4) => Walk(CelComprehensionKind.TransformList, 2, arguments[2], arguments[3]),
            ("transformMap", 3) => Walk(CelComprehensionKind.TransformMap, 2, null, arguments[2]),
            ("transformMap", 4) => Walk(CelComprehensionKind.TransformMap, 2, arguments[2], arguments[3]),
            ("transformMapEntry", 3) => Walk(CelComprehensionKind.TransformMapEntry, 2, null, arguments[2]),
            ("transformMapEntry", 4) => Walk(CelComprehensionKind.TransformMapEntry, 2, arguments[2], arguments[3]),
            ("optMap", 2) => Bind(CelBindKind.OptMap),
            ("optFlatMap", 2) => Bind(CelBindKind.OptFlatMap),
            _ => null,
        };

        CelNode? Walk(CelComprehensionKind kind, int variables, CelNode? condition, CelNode? result)
        {
            if (!Variable(arguments[0], name, out string first))
            {
                return null;
            }

            string? second = null;
            if (variables == 2)
            {
                if (!Variable(arguments[1], name, out string found))
                {
                    return null;
                }

                if (found == first)
                {
                    problems.Add(CelCodes.Macro, arguments[1].Span.Offset, arguments[1].Span.Length, $"Both variables of {name}() are called '{first}'; give them different names.");
                    return null;
                }

                second = found;
            }

            return new CelComprehension(span, kind, target, first, second, condition, result);
        }

        CelBind? Bind(CelBindKind kind) => Variable(arguments[0], name, out string variable) ? new CelBind(span, kind, variable, target, arguments[1]) : null;
    }

    private CelNode? Namespaced(SourceSpan span, string name, SourceSpan nameSpan, List<CelNode> arguments)
    {
        switch (name, arguments.Count)
        {
            case ("bind", 3):
                return Variable(arguments[0], "cel.bind", out string variable) ? new CelBind(span, CelBindKind.Bind, variable, arguments[1], arguments[2]) : null;
            case ("block", 2):
                if (arguments[0] is CelList { OptionalElements.Count: 0 } values)
                {
                    return new CelBlock(span, values.Elements, arguments[1]);
                }

                problems.Add(CelCodes.Macro, arguments[0].Span.Offset, Math.Max(1, arguments[0].Span.Length), "cel.block() takes a list of values, then the result.");
                return null;
            case ("index", 1) when Number(arguments[0]) is { } index:
                return new CelIdentifier(span, IndexPrefix + index.ToString(CultureInfo.InvariantCulture));
            case ("iterVar", 2) when Number(arguments[0]) is { } depth && Number(arguments[1]) is { } unique:
                return new CelIdentifier(span, string.Create(CultureInfo.InvariantCulture, $"{IterationPrefix}:{depth}:{unique}"));
            case ("bind" or "block" or "index" or "iterVar", _):
                problems.Add(CelCodes.Macro, nameSpan.Offset, nameSpan.Length, name switch
                {
                    "bind" => "cel.bind() takes a name, its value and the expression that uses it.",
                    "block" => "cel.block() takes a list of values, then the result.",
                    "index" => "cel.index() takes one whole number, 0 or more.",
                    _ => "cel.iterVar() takes two whole numbers, 0 or more.",
                });
                return null;
            default:
                return null;
        }
    }

    private static long? Number(CelNode node) => node is CelLiteral { Kind: CelLiteralKind.Int, Value: long value and >= 0 } ? value : null;

    private bool Variable(CelNode node, string macro, out string name)
    {
        name = (node as CelIdentifier)?.Name ?? string.Empty;
        if (node is CelIdentifier { IsRooted: false } && !name.StartsWith(IndexPrefix, StringComparison.Ordinal))
        {
            return true;
        }

        problems.Add(CelCodes.Macro, node.Span.Offset, Math.Max(1, node.Span.Length), $"{macro}() needs a plain name here, such as x, for the value that it walks over.");
        return false;
    }
}
