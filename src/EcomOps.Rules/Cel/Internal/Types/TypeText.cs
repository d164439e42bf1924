namespace EcomOps.Rules.Cel.Internal.Types;

// Reads types and signatures: name(params), and [receiver.]function(params) -> result.
internal static class TypeText
{
    public static CelType Parse(string text)
    {
        int at = 0;
        CelType type = Read(text, ref at);
        return at == text.Length ? type : throw new FormatException($"'{text}' is no type.");
    }

    /// <summary>Splits <c>string.contains(string) -> bool</c>; names with dots that do not begin with a type are namespaces, as in <c>math.abs(int) -> int</c>.</summary>
    public static (string Name, CelType? Receiver, CelType[] Parameters, CelType Result) Signature(string text)
    {
        int arrow = text.LastIndexOf("->", StringComparison.Ordinal);
        int open = Opening(text, arrow);
        if (arrow < 0 || open < 0)
        {
            throw new FormatException($"'{text}' is no signature; write for example fraud.score(string, int) -> int.");
        }

        string name = text[..open].Trim();
        CelType result = Parse(text[(arrow + 2)..].Trim());
        int at = open + 1;
        List<CelType> parameters = [];
        Skip(text, ref at);
        while (text[at] != ')')
        {
            parameters.Add(Read(text, ref at));
            Skip(text, ref at);
            at += text[at] == ',' ? 1 : 0;
            Skip(text, ref at);
        }

        int dot = name.LastIndexOf('.');
        if (dot > 0 && Receiver(name[..dot]) is { } receiver)
        {
            return (name[(dot + 1)..], receiver, [.. parameters], result);
        }

        return (name, null, [.. parameters], result);
    }

    // The bracket that opens the parameters: a receiver such as list(A) has brackets of its own.
    private static int Opening(string text, int arrow)
    {
        int depth = 0;
        for (int i = arrow - 1; i >= 0; i--)
        {
            depth += text[i] == ')' ? 1 : text[i] == '(' ? -1 : 0;
            if (text[i] == '(' && depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    // decimal.div and money.round are functions in a namespace; members of these types are written @decimal.f.
    private static CelType? Receiver(string text) => text switch
    {
        "decimal" or "money" => null,
        "@decimal" => CelType.Decimal,
        "@money" => CelType.Money,
        _ => Simple(text) ?? (text.Contains('(', StringComparison.Ordinal) || text is [>= 'A' and <= 'Z'] ? Parse(text) : null),
    };

    private static CelType Read(string text, ref int at)
    {
        Skip(text, ref at);
        int start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '.'))
        {
            at++;
        }

        string name = text[start..at];
        if (name.Length == 0)
        {
            throw new FormatException($"'{text}' is no type.");
        }

        List<CelType> parameters = [];
        if (at < text.Length && text[at] == '(')
        {
            do
            {
                at++;
                parameters.Add(Read(text, ref at));
                Skip(text, ref at);
            }
            while (at < text.Length && text[at] == ',');
            if (at >= text.Length || text[at] != ')')
            {
                throw new FormatException($"'{text}' is no type; a bracket is missing.");
            }

            at++;
        }

        return (name, parameters.Count) switch
        {
            ("list", 1) => CelType.ListOf(parameters[0]),
            ("map", 2) => CelType.MapOf(parameters[0], parameters[1]),
            ("optional_type" or "optional", 1) => CelType.OptionalOf(parameters[0]),
            ("type", 1) => CelType.TypeOf(parameters[0]),
            (_, 0) => Simple(name) ?? (name.Length == 1 && char.IsAsciiLetterUpper(name[0]) ? CelType.Parameter(name) : CelType.Opaque(name)),
            _ => CelType.Opaque(name, parameters),
        };
    }

    private static CelType? Simple(string name) => name switch
    {
        "dyn" or "any" => CelType.Dyn,
        "null_type" => CelType.Null,
        "bool" => CelType.Bool,
        "int" => CelType.Int,
        "uint" => CelType.Uint,
        "double" => CelType.Double,
        "string" => CelType.String,
        "bytes" => CelType.Bytes,
        "timestamp" or "google.protobuf.Timestamp" => CelType.Timestamp,
        "duration" or "google.protobuf.Duration" => CelType.Duration,
        "list" => CelType.AnyList,
        "map" => CelType.AnyMap,
        "type" => CelType.AnyType,
        "decimal" => CelType.Decimal,
        "money" => CelType.Money,
        "date" => CelType.Date,
        "namedlist" => CelType.NamedList,
        _ => null,
    };

    private static void Skip(string text, ref int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }
    }
}
