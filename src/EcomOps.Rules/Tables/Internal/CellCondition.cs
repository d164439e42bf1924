using System.Text;
using EcomOps.Rules.Documents;
using EcomOps.Rules.Vocabularies.Internal;
using NodaTime.Text;

namespace EcomOps.Rules.Tables.Internal;

// The small language of input cells: - (any), >= 50, [10..20), "NL", "BE", not("x"), = expr.
internal static class CellCondition
{
    private static readonly string[] Operators = ["<=", ">=", "!=", "==", "<", ">"];

    /// <summary>CEL of a cell; null when it accepts everything. A problem is a sentence.</summary>
    public static string? Read(string column, string cell, out string? problem)
    {
        problem = null;
        string text = cell.Trim();
        if (text.Length == 0 || text is "-")
        {
            return null;
        }

        if (text[0] == '=' && !text.StartsWith("==", StringComparison.Ordinal))
        {
            string expression = text[1..].Trim();
            problem = expression.Length == 0 ? "A CEL condition must follow the equals sign." : null;
            return expression;
        }

        if (text.StartsWith("not(", StringComparison.Ordinal) && text.EndsWith(')'))
        {
            List<string>? excluded = Literals(text[4..^1], ref problem);
            return excluded is null ? null : excluded.Count == 1 ? $"{column} != {excluded[0]}" : $"!({column} in [{string.Join(", ", excluded)}])";
        }

        foreach (string op in Operators)
        {
            if (text.StartsWith(op, StringComparison.Ordinal))
            {
                string? operand = Literal(text[op.Length..].Trim(), ref problem);
                return operand is null ? null : $"{column} {op} {operand}";
            }
        }

        if (text.Contains("..", StringComparison.Ordinal) && text[0] is '[' or '(')
        {
            return Interval(column, text, ref problem);
        }

        List<string>? values = Literals(text, ref problem);
        return values is null ? null : values.Count == 1 ? $"{column} == {values[0]}" : $"{column} in [{string.Join(", ", values)}]";
    }

    /// <summary>A CEL string literal.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('\'');
        foreach (char c in text)
        {
            _ = c switch
            {
                '\'' => quoted.Append("\\'"),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('\'').ToString();
    }

    /// <summary>The text inside double or single quotes, or null when it is not quoted throughout.</summary>
    public static string? Unquote(string text)
    {
        if (text.Length < 2 || text[0] is not ('"' or '\'') || text[^1] != text[0])
        {
            return null;
        }

        var unquoted = new StringBuilder();
        for (int i = 1; i < text.Length - 1; i++)
        {
            if (text[i] == text[0])
            {
                return null;
            }

            if (text[i] == '\\' && i + 1 < text.Length - 1)
            {
                i++;
                unquoted.Append(text[i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', char c => c });
                continue;
            }

            unquoted.Append(text[i]);
        }

        return unquoted.ToString();
    }

    private static string? Interval(string column, string text, ref string? problem)
    {
        int dots = text.IndexOf("..", StringComparison.Ordinal);
        if (text[^1] is not (']' or ')') || text.Length < 5)
        {
            problem = "An interval ends with ] (included) or ) (excluded), for example [10..20).";
            return null;
        }

        string? low = Literal(text[1..dots].Trim(), ref problem);
        string? high = Literal(text[(dots + 2)..^1].Trim(), ref problem);
        return low is null || high is null
            ? null
            : $"{column} {(text[0] == '[' ? ">=" : ">")} {low} && {column} {(text[^1] == ']' ? "<=" : "<")} {high}";
    }

    private static List<string>? Literals(string text, ref string? problem)
    {
        List<string> literals = [];
        int start = 0;
        char quote = '\0';
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : ',';
            if (quote != '\0' && i < text.Length)
            {
                quote = c == quote && text[i - 1] != '\\' ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c == ',')
            {
                if (Literal(text[start..i].Trim(), ref problem) is not { } literal)
                {
                    return null;
                }

                literals.Add(literal);
                start = i + 1;
            }
        }

        return literals;
    }

    private static string? Literal(string text, ref string? problem)
    {
        if (text.Length == 0)
        {
            problem = "A value is missing.";
            return null;
        }

        if (Unquote(text) is { } unquoted)
        {
            return Quote(unquoted);
        }

        if (text is "true" or "false" || (NumberValue.IsNumber(text) && text[0] != '+'))
        {
            return text;
        }

        if (LocalDatePattern.Iso.Parse(text).Success)
        {
            return $"date('{text}')";
        }

        if (OffsetDateTimePattern.ExtendedIso.Parse(text).Success)
        {
            return $"timestamp('{text}')";
        }

        int space = text.LastIndexOf(' ');
        if (space > 0 && NumberValue.IsNumber(text.AsSpan(0, space)) && EcomOps.Core.Currency.TryFromCode(text[(space + 1)..], out _))
        {
            return $"money('{text[..space]}', '{text[(space + 1)..]}')";
        }

        if (char.IsAsciiDigit(text[0]) && DurationText.Parse(text) is not null)
        {
            return $"duration('{text}')";
        }

        if (text.All(c => char.IsLetterOrDigit(c) || c is ' ' or '_' or '-' or '/' or '.' or '@' or '+'))
        {
            return Quote(text);
        }

        problem = $"'{Documents.Internal.YamlTree.Shorten(text)}' is no value: write text in double quotes, or a CEL condition after an equals sign.";
        return null;
    }
}
