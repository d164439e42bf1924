using System.Globalization;

namespace EcomOps.Rules.Importing.Internal;

// Translates the expressions that two other engines have in common with CEL. What has no counterpart is an error, never an approximation.
internal sealed class ForeignExpression
{
    private const int MostDepth = 60;
    private static readonly string[][] Levels = [["||"], ["&&"], ["==", "!=", "<", "<=", ">", ">=", "in", "not in"], ["+", "-"], ["*", "/", "%"]];

    private readonly List<(string Text, bool IsText, int At)> _tokens;
    private readonly ForeignDialect _dialect;
    private readonly string? _subject;
    private int _next;
    private int _depth;

    private ForeignExpression(List<(string Text, bool IsText, int At)> tokens, ForeignDialect dialect, string? subject)
    {
        _tokens = tokens;
        _dialect = dialect;
        _subject = subject;
    }

    // Subject: what $ stands for in a cell, or null.
    public static string? Translate(string source, ForeignDialect dialect, string? subject, out string error)
    {
        if (ForeignTokens.Split(source, out int bad) is not { } tokens)
        {
            error = $"character {bad + 1}: a text is not closed";
            return null;
        }

        ForeignExpression reader = new(tokens, dialect, subject);
        try
        {
            string cel = reader.Choice().Cel;
            error = reader._next < tokens.Count ? reader.Where($"'{tokens[reader._next].Text}' has no counterpart") : string.Empty;
            return error.Length == 0 ? cel : null;
        }
        catch (FormatException problem)
        {
            error = problem.Message;
            return null;
        }
    }

    private (string Cel, int Level) Choice()
    {
        (string Cel, int Level) condition = Binary(0);
        if (!Take("?"))
        {
            return condition;
        }

        string then = Choice().Cel;
        Expect(":");
        return ($"{Wrapped(condition, 1)} ? {then} : {Choice().Cel}", 0);
    }

    private (string Cel, int Level) Binary(int level)
    {
        if (level == Levels.Length)
        {
            return Unary();
        }

        (string Cel, int Level) left = Binary(level + 1);
        while (Operator(level) is { } op)
        {
            if (op is "in" or "not in" && _dialect == ForeignDialect.Zen && Peek() is "[" or "(" && Range(left.Cel) is { } range)
            {
                left = op == "in" ? (range, 2) : ($"!({range})", 7);
                continue;
            }

            (string Cel, int Level) right = Binary(level + 1);
            left = (op, left.Cel, right.Cel) switch
            {
                ("==", _, "null") => ("!" + Presence(left.Cel), 7),
                ("!=", _, "null") => (Presence(left.Cel), 7),
                ("not in", _, _) => ($"!({Wrapped(left, level + 2)} in {Wrapped(right, level + 2)})", 7),
                _ => ($"{Wrapped(left, level + 1)} {op} {Wrapped(right, level + 2)}", level + 1),
            };
        }

        return left;
    }

    private string? Operator(int level)
    {
        if (_next >= _tokens.Count || _tokens[_next].IsText)
        {
            return null;
        }

        string word = _tokens[_next].Text;
        string lower = word.ToLowerInvariant();
        string op = lower switch
        {
            "and" or "andalso" => "&&",
            "or" or "orelse" => "||",
            "=" => "==",
            "<>" => "!=",
            "not" when _next + 1 < _tokens.Count && _tokens[_next + 1].Text == "in" => "not in",
            _ => lower,
        };
        if (!Levels[level].Contains(op))
        {
            return null;
        }

        _next += op == "not in" ? 2 : 1;
        return op;
    }

    // x in [a..b], with round brackets for ends that do not belong.
    private string? Range(string subject)
    {
        int start = _next;
        bool openLow = Take("(");
        if (!openLow)
        {
            Expect("[");
        }

        if (Peek() == "]")
        {
            _next = start;
            return null;
        }

        string low = Binary(3).Cel;
        if (!Take(".."))
        {
            _next = start;
            return null;
        }

        string high = Binary(3).Cel;
        bool openHigh = Take(")");
        if (!openHigh)
        {
            Expect("]");
        }

        return $"({subject} {(openLow ? ">" : ">=")} {low} && {subject} {(openHigh ? "<" : "<=")} {high})";
    }

    private (string Cel, int Level) Unary()
    {
        if (++_depth > MostDepth)
        {
            throw new FormatException(Where("nested too deeply"));
        }

        try
        {
            if (Take("!") || Take("not"))
            {
                return ("!" + Wrapped(Unary(), 7), 7);
            }

            return Take("-") ? ("-" + Wrapped(Unary(), 7), 7) : Postfix();
        }
        finally
        {
            _depth--;
        }
    }

    private (string Cel, int Level) Postfix()
    {
        string cel = Primary();
        while (true)
        {
            if (Take("."))
            {
                string name = Name();
                cel = Take("(") ? ForeignCalls.Method(cel, name, Arguments(")"), Where) : name is "Length" or "Count" && _dialect == ForeignDialect.Lambda ? $"size({cel})" : $"{cel}.{name}";
            }
            else if (Take("["))
            {
                cel += $"[{Choice().Cel}]";
                Expect("]");
            }
            else
            {
                return (cel, 8);
            }
        }
    }

    private string Primary()
    {
        if (_next >= _tokens.Count)
        {
            throw new FormatException("the expression ends too early");
        }

        (string text, bool isText, _) = _tokens[_next++];
        if (isText)
        {
            return JsonReading.Quote(text);
        }

        if (text == "(")
        {
            string inner = Choice().Cel;
            Expect(")");
            return $"({inner})";
        }

        if (text == "[" && _dialect == ForeignDialect.Zen)
        {
            return "[" + string.Join(", ", Arguments("]")) + "]";
        }

        if (text is "$" && _subject is not null)
        {
            return _subject;
        }

        if (char.IsAsciiDigit(text[0]))
        {
            return text;
        }

        if (!char.IsLetter(text[0]) && text[0] != '_')
        {
            _next--;
            throw new FormatException(Where($"'{text}' has no counterpart"));
        }

        if (Take("("))
        {
            return ForeignCalls.Function(text, Arguments(")"), _dialect, Where);
        }

        return text switch
        {
            "true" or "false" or "null" => text,
            "True" or "False" when _dialect == ForeignDialect.Lambda => text.ToLowerInvariant(),
            "input1" when _dialect == ForeignDialect.Lambda && Take(".") => Name() is var name && Take("(") ? ForeignCalls.Method("input1", name, Arguments(")"), Where) : name,
            "string" or "String" when _dialect == ForeignDialect.Lambda && Take(".") => Static(),
            "new" or "typeof" or "is" or "as" => throw new FormatException(Where($"'{text}' has no counterpart")),
            _ => text,
        };
    }

    private string Static()
    {
        string name = Name();
        Expect("(");
        return ForeignCalls.Function("string." + name, Arguments(")"), _dialect, Where);
    }

    private List<string> Arguments(string end)
    {
        List<string> arguments = [];
        if (Take(end))
        {
            return arguments;
        }

        do
        {
            arguments.Add(Choice().Cel);
        }
        while (Take(","));
        Expect(end);
        return arguments;
    }

    private string Name() => _next < _tokens.Count && !_tokens[_next].IsText && (char.IsLetter(_tokens[_next].Text[0]) || _tokens[_next].Text[0] == '_')
        ? _tokens[_next++].Text
        : throw new FormatException(Where("a name is missing"));

    private static string Presence(string operand) =>
        operand.Contains('.', StringComparison.Ordinal) && !operand.Contains('(', StringComparison.Ordinal)
            ? $"has({operand})"
            : throw new FormatException($"'{operand}' is compared with null; only members can be absent");

    private static string Wrapped((string Cel, int Level) part, int least) => part.Level >= least ? part.Cel : $"({part.Cel})";

    private string? Peek() => _next < _tokens.Count && !_tokens[_next].IsText ? _tokens[_next].Text : null;

    private bool Take(string text)
    {
        if (Peek() != text)
        {
            return false;
        }

        _next++;
        return true;
    }

    private void Expect(string text)
    {
        if (!Take(text))
        {
            throw new FormatException(Where($"'{text}' is missing"));
        }
    }

    private string Where(string message) => _next < _tokens.Count
        ? string.Create(CultureInfo.InvariantCulture, $"character {_tokens[Math.Max(0, _next)].At + 1}: {message}")
        : message;
}
