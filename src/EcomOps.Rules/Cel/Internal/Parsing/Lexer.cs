using System.Globalization;

namespace EcomOps.Rules.Cel.Internal.Parsing;

// One token at a time; the first problem ends the source.
internal sealed class Lexer(string source, ProblemSink problems)
{
    private static readonly string[] Symbols =
    [
        "==", "!=", "<=", ">=", "&&", "||", "<", ">", "!", "+", "-", "*", "/", "%", "?", ":", ".", ",", "(", ")", "[", "]", "{", "}",
    ];

    private int _at;

    public Token Next()
    {
        SkipSpace();
        if (_at >= source.Length || problems.HasProblem)
        {
            return new Token(TokenKind.End, source.Length, source.Length, string.Empty);
        }

        char c = source[_at];
        if (char.IsAsciiDigit(c) || (c == '.' && _at + 1 < source.Length && char.IsAsciiDigit(source[_at + 1])))
        {
            return Number();
        }

        if (c is '"' or '\'' || IsPrefixed())
        {
            Token text = new TextLexer(source, problems).Read(_at);
            _at = text.End;
            return text;
        }

        if (char.IsAsciiLetter(c) || c == '_')
        {
            int start = _at;
            while (_at < source.Length && IsNamePart(source[_at]))
            {
                _at++;
            }

            return new Token(TokenKind.Identifier, start, _at, source[start.._at]);
        }

        return c == '`' ? QuotedName() : Symbol();
    }

    private static bool IsNamePart(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    private void SkipSpace()
    {
        while (_at < source.Length)
        {
            char c = source[_at];
            if (c is ' ' or '\t' or '\n' or '\r' or '\f')
            {
                _at++;
            }
            else if (c == '/' && _at + 1 < source.Length && source[_at + 1] == '/')
            {
                int end = source.IndexOf('\n', _at);
                _at = end < 0 ? source.Length : end;
            }
            else
            {
                return;
            }
        }
    }

    private bool IsPrefixed()
    {
        int i = _at;
        while (i < source.Length && i - _at < 2 && source[i] is 'r' or 'R' or 'b' or 'B')
        {
            i++;
        }

        return i > _at && i < source.Length && source[i] is '"' or '\''
            && (i - _at == 1 || char.ToLowerInvariant(source[_at]) != char.ToLowerInvariant(source[_at + 1]));
    }

    private Token Symbol()
    {
        foreach (string symbol in Symbols)
        {
            if (string.CompareOrdinal(source, _at, symbol, 0, symbol.Length) == 0)
            {
                int start = _at;
                _at += symbol.Length;
                return new Token(TokenKind.Symbol, start, _at, symbol);
            }
        }

        char c = source[_at];
        string advice = c switch
        {
            '=' => "'=' alone is no operator; compare with '=='.",
            '&' => "'&' alone is no operator; write '&&'.",
            '|' => "'|' alone is no operator; write '||'.",
            ';' => "An expression does not end with ';'; leave it out.",
            '“' or '”' or '‘' or '’' or '«' or '»' => $"'{c}' is a typographic quote; write ' or \".",
            _ when char.IsWhiteSpace(c) => $"The character U+{(int)c:X4} is no space of the language; replace it by a plain space.",
            _ when char.IsControl(c) || char.IsSurrogate(c) => $"The character U+{(int)c:X4} does not belong here; leave it out, or put it in quotes.",
            _ => $"'{c}' does not belong here; leave it out, or put it in quotes.",
        };
        problems.Add(CelCodes.Syntax, _at, 1, advice, c switch { '=' => "==", '&' => "&&", '|' => "||", _ => null });
        return new Token(TokenKind.End, source.Length, source.Length, string.Empty);
    }

    private Token QuotedName()
    {
        int start = _at;
        int end = source.IndexOf('`', _at + 1);
        if (end < 0)
        {
            problems.Add(CelCodes.Syntax, start, 1, "The backquoted name does not end; write a closing backquote.");
            return new Token(TokenKind.End, source.Length, source.Length, string.Empty);
        }

        string name = source[(start + 1)..end];
        _at = end + 1;
        foreach (char c in name)
        {
            if (!IsNamePart(c) && c is not ('.' or '-' or '/' or ' '))
            {
                problems.Add(CelCodes.Syntax, start, _at - start, "A backquoted name holds letters, digits, '_', '.', '-', '/' and spaces; reach other keys with [\"...\"].");
            }
        }

        if (name.Length == 0)
        {
            problems.Add(CelCodes.Syntax, start, 2, "A backquoted name needs at least one character.");
        }

        return new Token(TokenKind.QuotedName, start, _at, name);
    }

    private Token Number()
    {
        int start = _at;
        if (source[_at] == '0' && _at + 1 < source.Length && source[_at + 1] is 'x' or 'X')
        {
            _at += 2;
            int digits = _at;
            while (_at < source.Length && char.IsAsciiHexDigit(source[_at]))
            {
                _at++;
            }

            return Whole(start, _at > digits && ulong.TryParse(source.AsSpan(digits, _at - digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ulong hex) ? hex : null);
        }

        Digits();
        bool real = false;
        if (_at + 1 < source.Length && source[_at] == '.' && char.IsAsciiDigit(source[_at + 1]))
        {
            real = true;
            _at++;
            Digits();
        }

        if (_at < source.Length && source[_at] is 'e' or 'E')
        {
            int sign = _at + 1 < source.Length && source[_at + 1] is '+' or '-' ? 1 : 0;
            if (_at + 1 + sign < source.Length && char.IsAsciiDigit(source[_at + 1 + sign]))
            {
                real = true;
                _at += 1 + sign;
                Digits();
            }
        }

        if (!real)
        {
            return Whole(start, ulong.TryParse(source.AsSpan(start, _at - start), NumberStyles.None, CultureInfo.InvariantCulture, out ulong whole) ? whole : null);
        }

        string text = source[start.._at];
        double value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(value))
        {
            problems.Add(CelCodes.Literal, start, text.Length, "The number is beyond the range of a double, about 1.8e308.");
        }

        Ended(start);
        return new Token(TokenKind.Double, start, _at, text, value);
    }

    private void Digits()
    {
        while (_at < source.Length && char.IsAsciiDigit(source[_at]))
        {
            _at++;
        }
    }

    private Token Whole(int start, ulong? value)
    {
        bool unsigned = _at < source.Length && source[_at] is 'u' or 'U';
        if (value is null)
        {
            problems.Add(CelCodes.Literal, start, _at - start, "The number does not fit 64 bits.");
        }

        _at += unsigned ? 1 : 0;
        Ended(start);
        return new Token(unsigned ? TokenKind.Uint : TokenKind.Int, start, _at, source[start.._at], value ?? 0UL);
    }

    private void Ended(int start)
    {
        if (_at < source.Length && IsNamePart(source[_at]))
        {
            int end = _at;
            while (end < source.Length && IsNamePart(source[end]))
            {
                end++;
            }

            problems.Add(CelCodes.Literal, start, end - start, $"'{source[start..Math.Min(end, start + 40)]}' is neither a number nor a name; write text in quotes.");
        }
    }
}
