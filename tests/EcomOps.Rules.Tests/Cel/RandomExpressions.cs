namespace EcomOps.Rules.Tests.Cel;

// Expressions that parse, over the variables i, d, s, b, l (list), m (map), o (optional) and x (anything); mostly not well typed.
internal sealed class RandomExpressions(int seed)
{
    private static readonly string[] Leaves =
    [
        "i", "d", "s", "b", "l", "m", "o", "x", "0", "1", "-1", "7u", "2.5", "-0.0", "1e308", "9223372036854775807", "-9223372036854775808", "18446744073709551615u", "true", "false", "null",
        "'a'", "''", "'😀é'", "b'ab'", "[]", "{}", "[1, 2, 3]", "{'k': 1}", "{1: 'a', true: 2}", "timestamp('2026-11-24T00:00:00Z')", "duration('90m')", "int", "optional.none()",
        "decimal('1.50')", "money('2.00', 'EUR')", "date('2026-02-28')", "now_missing", "'%s %d'", "'^a+$'",
    ];

    private static readonly string[] Operators = ["+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "in", "&&", "||"];

    private static readonly string[] Functions =
    [
        "size", "int", "uint", "double", "string", "bytes", "bool", "type", "dyn", "timestamp", "duration", "math.abs", "math.sign", "math.greatest", "math.least", "optional.of", "optional.ofNonZeroValue",
        "base64.encode", "base64.decode", "decimal", "date", "days", "strings.quote", "lists.range", "math.bitNot", "nothing",
    ];

    private static readonly string[] Members =
    [
        "size", "contains", "startsWith", "endsWith", "matches", "charAt", "indexOf", "lastIndexOf", "lowerAscii", "replace", "split", "substring", "trim", "reverse", "join", "format", "getHours", "getMonth",
        "hasValue", "value", "orValue", "or", "distinct", "sort", "slice", "flatten", "first", "last", "dateIn", "dayOfWeek", "nothing",
    ];

    private static readonly string[] Macros = ["all", "exists", "exists_one", "map", "filter", "optMap", "optFlatMap", "sortBy"];
    private static readonly string[] PairMacros = ["all", "exists", "existsOne", "transformList", "transformMap", "transformMapEntry"];

    private readonly Random _random = new(seed);

    public string Next() => Expression(_random.Next(1, 6));

    public string Of(params string[] texts) => texts[_random.Next(texts.Length)];

    private string Expression(int depth)
    {
        if (depth <= 0)
        {
            return Leaves[_random.Next(Leaves.Length)];
        }

        string Inner() => Expression(depth - 1 - _random.Next(2));
        return _random.Next(16) switch
        {
            0 or 1 or 2 or 3 => $"({Inner()} {Of(Operators)} {Inner()})",
            4 => $"!({Inner()})",
            5 => $"-({Inner()})",
            6 => $"({Inner()} ? {Inner()} : {Inner()})",
            7 => $"({Inner()})[{(_random.Next(3) == 0 ? "?" : "")}{Inner()}]",
            8 => $"({Inner()}).{Of("k", "a", "?k", "`b-c`", "amount")}",
            9 => $"{Of(Functions)}({Inner()})",
            10 => $"({Inner()}).{Of(Members)}({string.Join(", ", Enumerable.Range(0, _random.Next(3)).Select(_ => Inner()))})",
            11 => $"({Inner()}).{Of(Macros)}(y, {Inner().Replace("x", "y", StringComparison.Ordinal)})",
            12 => $"({Inner()}).{Of(PairMacros)}(y, z, {Of("y", "z")} == {Inner()})",
            13 => $"cel.bind(y, {Inner()}, {Inner()} == y)",
            14 => $"has(({Inner()}).{Of("k", "a")})",
            _ => $"[{Inner()}, {(_random.Next(4) == 0 ? "?" : "")}{Inner()}]",
        };
    }
}
