using System.Globalization;
using System.Text;
using EcomOps.Rules.Cel.Internal.Evaluation;
using EcomOps.Rules.Cel.Internal.Values;

namespace EcomOps.Rules.Cel.Internal.Functions;

// Texts by code points.
internal static class StringFunctions
{
    private const string OutOfRange = "The position is outside the text.";

    public static IEnumerable<Overload> All =>
    [
        Make.Of<string, long>("size(string) -> int", a => CodePoints.Count(a)),
        Make.Of<string, long>("string.size() -> int", a => CodePoints.Count(a)),
        Make.Of<ReadOnlyMemory<byte>, long>("size(bytes) -> int", a => a.Length),
        Make.Of<ReadOnlyMemory<byte>, long>("bytes.size() -> int", a => a.Length),
        Make.Of<string, string, bool>("string.contains(string) -> bool", (a, b) => a.Contains(b, StringComparison.Ordinal)),
        Make.Of<string, string, bool>("string.startsWith(string) -> bool", (a, b) => a.StartsWith(b, StringComparison.Ordinal)),
        Make.Of<string, string, bool>("string.endsWith(string) -> bool", (a, b) => a.EndsWith(b, StringComparison.Ordinal)),
        new Overload<string, long, string>("string.charAt(int) -> string", CharAt),
        Make.Of<string, string, long>("string.indexOf(string) -> int", (a, b) => Position(a, a.IndexOf(b, StringComparison.Ordinal))),
        new Overload<string, string, long, long>("string.indexOf(string, int) -> int", IndexOf),
        Make.Of<string, string, long>("string.lastIndexOf(string) -> int", (a, b) => b.Length == 0 ? CodePoints.Count(a) : Position(a, a.LastIndexOf(b, StringComparison.Ordinal))),
        new Overload<string, string, long, long>("string.lastIndexOf(string, int) -> int", LastIndexOf),
        Make.Of<string, string>("string.lowerAscii() -> string", a => Mapped(a, char.IsAsciiLetterUpper, 32)),
        Make.Of<string, string>("string.upperAscii() -> string", a => Mapped(a, char.IsAsciiLetterLower, -32)),
        new Overload<string, string, string, string>("string.replace(string, string) -> string", (CelFrame f, string a, string b, string c, out string v) => Replace(f, a, b, c, -1, out v)),
        new Overload<string, string, string, long, string>("string.replace(string, string, int) -> string", Replace),
        new Overload<string, string, IReadOnlyList<object?>>("string.split(string) -> list(string)", (CelFrame f, string a, string b, out IReadOnlyList<object?> v) => Split(f, a, b, -1, out v)),
        new Overload<string, string, long, IReadOnlyList<object?>>("string.split(string, int) -> list(string)", Split),
        new Overload<string, long, string>("string.substring(int) -> string", (CelFrame f, string a, long b, out string v) => Substring(f, a, b, null, out v)),
        new Overload<string, long, long, string>("string.substring(int, int) -> string", (CelFrame f, string a, long b, long c, out string v) => Substring(f, a, b, c, out v)),
        Make.Of<string, string>("string.trim() -> string", Trim),
        Make.Of<string, string>("string.reverse() -> string", CodePoints.Reverse),
        Make.Of<string, string>("strings.quote(string) -> string", Quote),
        new Overload<IReadOnlyList<object?>, string>("list(string).join() -> string", (CelFrame f, IReadOnlyList<object?> a, out string v) => Join(f, a, string.Empty, out v)),
        new Overload<IReadOnlyList<object?>, string, string>("list(string).join(string) -> string", Join),
    ];

    private static long Position(string text, int offset) => offset < 0 ? -1 : CodePoints.PositionOf(text, offset);

    private static Status CharAt(CelFrame frame, string text, long position, out string value)
    {
        value = string.Empty;
        int offset = CodePoints.OffsetOf(text, position);
        if (offset < 0)
        {
            return frame.Fail(OutOfRange);
        }

        value = offset == text.Length ? string.Empty : text.Substring(offset, CodePoints.LengthAt(text, offset));
        return Status.Ok;
    }

    private static Status IndexOf(CelFrame frame, string text, string part, long from, out long value)
    {
        value = -1;
        int offset = CodePoints.OffsetOf(text, from);
        if (offset < 0)
        {
            return frame.Fail(OutOfRange);
        }

        value = Position(text, text.IndexOf(part, offset, StringComparison.Ordinal));
        return Status.Ok;
    }

    private static Status LastIndexOf(CelFrame frame, string text, string part, long from, out long value)
    {
        value = -1;
        int offset = CodePoints.OffsetOf(text, from);
        if (offset < 0)
        {
            return frame.Fail(OutOfRange);
        }

        int last = Math.Min(offset, text.Length - part.Length);
        value = last < 0 ? -1 : Position(text, text.AsSpan(0, last + part.Length).LastIndexOf(part, StringComparison.Ordinal));
        if (part.Length == 0)
        {
            value = from;
        }

        return Status.Ok;
    }

    private static string Mapped(string text, Func<char, bool> applies, int distance) =>
        string.Create(text.Length, (text, applies, distance), static (to, state) =>
        {
            for (int i = 0; i < to.Length; i++)
            {
                char c = state.text[i];
                to[i] = state.applies(c) ? (char)(c + state.distance) : c;
            }
        });

    private static Status Replace(CelFrame frame, string text, string old, string with, long limit, out string value)
    {
        value = text;
        if (limit == 0)
        {
            return Status.Ok;
        }

        var made = new StringBuilder();
        long left = limit < 0 ? long.MaxValue : limit;
        int at = 0;
        while (left-- > 0)
        {
            // Nothing stands before every character and at the end.
            int found = old.Length == 0 ? at : text.IndexOf(old, at, StringComparison.Ordinal);
            if (found < 0)
            {
                break;
            }

            if (!frame.Spend(1 + ((found - at + with.Length) / 10)))
            {
                return frame.OverBudget();
            }

            made.Append(text, at, found - at).Append(with);
            at = found + old.Length;
            if (old.Length > 0)
            {
                continue;
            }

            if (at >= text.Length)
            {
                break;
            }

            int length = CodePoints.LengthAt(text, at);
            made.Append(text, at, length);
            at += length;
        }

        value = made.Append(text, at, text.Length - at).ToString();
        return Status.Ok;
    }

    private static Status Split(CelFrame frame, string text, string separator, long limit, out IReadOnlyList<object?> value)
    {
        var parts = new List<object?>();
        value = parts;
        if (limit == 0)
        {
            return Status.Ok;
        }

        long left = limit < 0 ? long.MaxValue : limit;
        int at = 0;
        while (parts.Count + 1 < left)
        {
            int found = separator.Length == 0
                ? at < text.Length && at + CodePoints.LengthAt(text, at) < text.Length ? at + CodePoints.LengthAt(text, at) : -1
                : text.IndexOf(separator, at, StringComparison.Ordinal);
            if (found < 0)
            {
                break;
            }

            if (!frame.Spend())
            {
                return frame.OverBudget();
            }

            parts.Add(text[at..found]);
            at = found + separator.Length;
        }

        if (separator.Length > 0 || text.Length > 0)
        {
            parts.Add(text[at..]);
        }

        return Status.Ok;
    }

    private static Status Substring(CelFrame frame, string text, long from, long? to, out string value)
    {
        value = string.Empty;
        int start = CodePoints.OffsetOf(text, from);
        int end = to is null ? text.Length : CodePoints.OffsetOf(text, to.Value);
        if (start < 0 || end < 0 || end < start)
        {
            return frame.Fail(OutOfRange);
        }

        value = text[start..end];
        return Status.Ok;
    }

    // The white space of Unicode.
    private static string Trim(string text) => text.Trim('\t', '\n', '\v', '\f', '\r', ' ', '\u0085', '\u00a0', '\u1680', '\u2000', '\u2001', '\u2002', '\u2003',
        '\u2004', '\u2005', '\u2006', '\u2007', '\u2008', '\u2009', '\u200a', '\u2028', '\u2029', '\u202f', '\u205f', '\u3000');

    private static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            string? escaped = c switch
            {
                '\a' => "\\a",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\v' => "\\v",
                '\\' => "\\\\",
                '"' => "\\\"",
                _ => null,
            };
            bool pair = CodePoints.LengthAt(text, i) == 2;
            if (escaped is not null)
            {
                quoted.Append(escaped);
            }
            else if (pair)
            {
                quoted.Append(c).Append(text[++i]);
            }
            else
            {
                quoted.Append(char.IsSurrogate(c) ? '\ufffd' : c);
            }
        }

        return quoted.Append('"').ToString();
    }

    private static Status Join(CelFrame frame, IReadOnlyList<object?> list, string separator, out string value)
    {
        value = string.Empty;
        var text = new StringBuilder();
        for (int i = 0; i < list.Count; i++)
        {
            if (list[i] is not string item)
            {
                return frame.FailOverload();
            }

            if (!frame.Spend(1 + ((item.Length + separator.Length) / 10)))
            {
                return frame.OverBudget();
            }

            text.Append(i == 0 ? string.Empty : separator).Append(item);
        }

        value = text.ToString();
        return Status.Ok;
    }
}
