namespace EcomOps.Rules.Importing.Internal;

// Functions of other engines that CEL has too.
internal static class ForeignCalls
{
    public static string Method(string target, string name, List<string> arguments, Func<string, string> where) => (name, arguments.Count) switch
    {
        ("Contains" or "contains", 1) => $"{target}.contains({arguments[0]})",
        ("StartsWith" or "startsWith", 1) => $"{target}.startsWith({arguments[0]})",
        ("EndsWith" or "endsWith", 1) => $"{target}.endsWith({arguments[0]})",
        ("ToLower" or "ToLowerInvariant", 0) => $"{target}.lowerAscii()",
        ("ToUpper" or "ToUpperInvariant", 0) => $"{target}.upperAscii()",
        ("Trim", 0) => $"{target}.trim()",
        ("Equals", 1) => $"({target} == {arguments[0]})",
        ("Any", 0) => $"(size({target}) > 0)",
        ("Count", 0) => $"size({target})",
        _ => throw new FormatException(where($"the method {name} has no counterpart")),
    };

    public static string Function(string name, List<string> arguments, ForeignDialect dialect, Func<string, string> where) => (dialect, name, arguments.Count) switch
    {
        (ForeignDialect.Lambda, "string.IsNullOrEmpty" or "string.IsNullOrWhiteSpace", 1) when arguments[0].Contains('.', StringComparison.Ordinal) =>
            name.EndsWith("Space", StringComparison.Ordinal)
                ? $"(!has({arguments[0]}) || {arguments[0]}.trim() == \"\")"
                : $"(!has({arguments[0]}) || {arguments[0]} == \"\")",
        (ForeignDialect.Lambda, "string.IsNullOrEmpty", 1) => $"({arguments[0]} == \"\")",
        (ForeignDialect.Zen, "startsWith" or "endsWith" or "contains", 2) => $"{arguments[0]}.{name}({arguments[1]})",
        (ForeignDialect.Zen, "len", 1) => $"size({arguments[0]})",
        (ForeignDialect.Zen, "lower", 1) => $"{arguments[0]}.lowerAscii()",
        (ForeignDialect.Zen, "upper", 1) => $"{arguments[0]}.upperAscii()",
        (ForeignDialect.Zen, "trim", 1) => $"{arguments[0]}.trim()",
        (ForeignDialect.Zen, "abs", 1) => $"math.abs({arguments[0]})",
        (ForeignDialect.Zen, "date" or "d", 1) => $"timestamp({arguments[0]})",
        _ => throw new FormatException(where($"the function {name} has no counterpart")),
    };
}
