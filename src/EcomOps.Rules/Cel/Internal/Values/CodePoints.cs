namespace EcomOps.Rules.Cel.Internal.Values;

// Texts are sequences of code points; .NET counts UTF-16 units. Texts without surrogates, nearly all, take the short way.
internal static class CodePoints
{
    public static bool IsBasic(string text) => text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0;

    public static int Count(string text)
    {
        int first = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        if (first < 0)
        {
            return text.Length;
        }

        int count = text.Length;
        for (int i = first; i + 1 < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && char.IsLowSurrogate(text[i + 1]))
            {
                count--;
                i++;
            }
        }

        return count;
    }

    /// <summary>UTF-16 offset of a code point; the text's length for the position after the last, -1 beyond it.</summary>
    public static int OffsetOf(string text, long position)
    {
        if (position < 0 || position > text.Length)
        {
            return -1;
        }

        int at = 0;
        for (long i = 0; i < position; i++)
        {
            if (at >= text.Length)
            {
                return -1;
            }

            at += LengthAt(text, at);
        }

        return at;
    }

    public static int LengthAt(string text, int offset) =>
        offset + 1 < text.Length && char.IsHighSurrogate(text[offset]) && char.IsLowSurrogate(text[offset + 1]) ? 2 : 1;

    /// <summary>Number of code points before an offset.</summary>
    public static int PositionOf(string text, int offset) => Count(text[..offset]);

    // Order by code point: UTF-16 puts surrogates, which stand for the highest code points, below U+E000.
    public static int Compare(string left, string right)
    {
        int same = left.AsSpan().CommonPrefixLength(right);
        if (same == left.Length || same == right.Length)
        {
            return left.Length.CompareTo(right.Length);
        }

        return Rank(left[same]).CompareTo(Rank(right[same]));

        static int Rank(char c) => char.IsSurrogate(c) ? c + 0x2000 : c >= '\uE000' ? c - 0x800 : c;
    }

    public static string Reverse(string text)
    {
        if (IsBasic(text))
        {
            char[] characters = text.ToCharArray();
            Array.Reverse(characters);
            return new string(characters);
        }

        var reversed = new char[text.Length];
        int to = text.Length;
        for (int at = 0; at < text.Length;)
        {
            int length = LengthAt(text, at);
            to -= length;
            text.CopyTo(at, reversed, to, length);
            at += length;
        }

        return new string(reversed);
    }
}
