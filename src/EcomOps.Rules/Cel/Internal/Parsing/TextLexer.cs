using System.Globalization;
using System.Text;

namespace EcomOps.Rules.Cel.Internal.Parsing;

// String and bytes literals: prefixes r and b in any case and order, single and triple quotes, escapes.
internal sealed class TextLexer(string source, ProblemSink problems)
{
    private int _at;

    public Token Read(int start)
    {
        _at = start;
        bool raw = false;
        bool bytes = false;
        for (; source[_at] is not ('"' or '\''); _at++)
        {
            raw |= source[_at] is 'r' or 'R';
            bytes |= source[_at] is 'b' or 'B';
        }

        char quote = source[_at];
        bool triple = _at + 2 < source.Length && source[_at + 1] == quote && source[_at + 2] == quote;
        _at += triple ? 3 : 1;
        var text = new StringBuilder();
        List<byte>? octets = bytes ? [] : null;
        while (true)
        {
            if (_at >= source.Length)
            {
                return Broken(start, $"The {(bytes ? "bytes" : "text")} do{(bytes ? "" : "es")} not end; write the closing {(triple ? new string(quote, 3) : quote.ToString())}.");
            }

            char c = source[_at];
            if (c == quote && (!triple || (_at + 2 < source.Length && source[_at + 1] == quote && source[_at + 2] == quote)))
            {
                _at += triple ? 3 : 1;
                break;
            }

            if (c is '\n' or '\r')
            {
                if (!triple)
                {
                    return Broken(start, "A line break ends the line inside quotes; write \\n, or use three quotes.");
                }

                // Line breaks of the source are one character, whatever the file uses.
                _at += c == '\r' && _at + 1 < source.Length && source[_at + 1] == '\n' ? 2 : 1;
                Add('\n');
            }
            else if (c == '\\' && !raw)
            {
                if (!Escape(bytes, text, octets))
                {
                    return new Token(TokenKind.End, source.Length, source.Length, string.Empty);
                }
            }
            else if (char.IsSurrogate(c) && (!char.IsHighSurrogate(c) || _at + 1 >= source.Length || !char.IsLowSurrogate(source[_at + 1])))
            {
                return Broken(_at, "Half of a surrogate pair is no character.");
            }
            else
            {
                int length = char.IsHighSurrogate(c) ? 2 : 1;
                if (octets is not null)
                {
                    octets.AddRange(Encoding.UTF8.GetBytes(source.Substring(_at, length)));
                }
                else
                {
                    text.Append(source, _at, length);
                }

                _at += length;
            }
        }

        string written = source[start.._at];
        return octets is null
            ? new Token(TokenKind.String, start, _at, written, text.ToString())
            : new Token(TokenKind.Bytes, start, _at, written, new ReadOnlyMemory<byte>([.. octets]));

        void Add(char c)
        {
            text.Append(c);
            octets?.Add((byte)c);
        }
    }

    private Token Broken(int start, string message)
    {
        problems.Add(CelCodes.Literal, start, 1, message);
        return new Token(TokenKind.End, source.Length, source.Length, string.Empty);
    }

    private bool Escape(bool bytes, StringBuilder text, List<byte>? octets)
    {
        int start = _at++;
        char kind = _at < source.Length ? source[_at++] : '\0';
        int simple = kind switch
        {
            'a' => 7,
            'b' => 8,
            'f' => 12,
            'n' => 10,
            'r' => 13,
            't' => 9,
            'v' => 11,
            '\\' or '?' or '"' or '\'' or '`' => kind,
            _ => -1,
        };
        if (simple >= 0)
        {
            text.Append((char)simple);
            octets?.Add((byte)simple);
            return true;
        }

        int code = kind switch
        {
            'x' or 'X' => Digits(2, 16),
            'u' when !bytes => Digits(4, 16),
            'U' when !bytes => Digits(8, 16),
            >= '0' and <= '3' => Octal(),
            _ => -1,
        };
        if (code is < 0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF))
        {
            problems.Add(CelCodes.Literal, start, Math.Min(_at, source.Length) - start, bytes && kind is 'u' or 'U'
                ? "Bytes take \\x and octal escapes, not \\u; write the bytes of the character."
                : "This is no escape; write \\\\ for a backslash, or put r before the quote.");
            return false;
        }

        if (octets is null)
        {
            text.Append(char.ConvertFromUtf32(code));
        }
        else
        {
            octets.Add((byte)code);
        }

        return true;
    }

    private int Octal()
    {
        _at--;
        return Digits(3, 8);
    }

    private int Digits(int count, int radix)
    {
        if (_at + count > source.Length)
        {
            return -1;
        }

        long value = 0;
        for (int i = 0; i < count; i++)
        {
            int digit = char.IsAsciiHexDigit(source[_at + i]) ? int.Parse(source.AsSpan(_at + i, 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : 99;
            if (digit >= radix)
            {
                return -1;
            }

            value = (value * radix) + digit;
        }

        _at += count;
        return value > int.MaxValue ? -1 : (int)value;
    }
}
