using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace EcomOps.Analytics.Events.Validation.Internal;

internal ref partial struct Ga4Glance
{
    // Fewest digits of a card number.
    private const int FewestDigits = 15;
    private const int LongestOddText = 1024;

    /// <summary>A text of at most so many bytes without personal data. Characters are never fewer bytes than one, so bytes that fit are characters that fit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Text(int most, out int start, out int length)
    {
        bool isText = Peek() == '"';
        start = _at + 1;
        length = 0;
        if (!isText)
        {
            return false;
        }

        int at = start, digits = 0;
        ref byte first = ref MemoryMarshal.GetReference(_body);
        while (at <= _body.Length - Vector128<byte>.Count)
        {
            var v = Vector128.LoadUnsafe(ref first, (nuint)at);
            uint stops = (Vector128.Equals(v, Vector128.Create((byte)'"')) | Vector128.LessThan(v, Vector128.Create((byte)' ')) | Vector128.Equals(v, Vector128.Create((byte)'\\'))
                | Vector128.Equals(v, Vector128.Create((byte)'@')) | Vector128.Equals(v, Vector128.Create((byte)'%')) | Vector128.Equals(v, Vector128.Create((byte)'+'))).ExtractMostSignificantBits();
            uint figures = Vector128.LessThan(v - Vector128.Create((byte)'0'), Vector128.Create((byte)10)).ExtractMostSignificantBits();
            if (stops != 0)
            {
                int before = BitOperations.TrailingZeroCount(stops);
                at += before;
                digits += BitOperations.PopCount(figures & ((1u << before) - 1));
                break;
            }

            digits += BitOperations.PopCount(figures);
            at += Vector128<byte>.Count;
        }

        // The last bytes of a payload are brackets, or a short text: slowly is fast enough.
        if ((uint)at >= (uint)_body.Length || _body[at] != '"')
        {
            return OddText(most, start, out length);
        }

        length = at - start;
        _at = at + 1;
        return length <= most && (digits < FewestDigits || PersonalData.Find(_body.Slice(start, length)) == PersonalDataKind.None);
    }

    /// <summary>A text with escapes or with marks of personal data; half of a surrogate pair, or a pair by escapes, is a doubt.</summary>
    private bool OddText(int most, int start, out int length)
    {
        length = 0;
        Span<byte> plain = stackalloc byte[LongestOddText];
        int written = 0, at = start;
        while (at < _body.Length && _body[at] != '"')
        {
            byte c = _body[at++];
            if (c < ' ' || written >= LongestOddText - 3)
            {
                return false;
            }

            if (c != '\\')
            {
                plain[written++] = c;
            }
            else if (!Escape(ref at, plain, ref written))
            {
                return false;
            }
        }

        length = at - start;
        _at = at + 1;
        return at < _body.Length && length <= most && PersonalData.Find(plain[..written]) == PersonalDataKind.None;
    }

    private readonly bool Escape(scoped ref int at, scoped Span<byte> plain, scoped ref int written)
    {
        int marker = at < _body.Length ? "\"\\/bfnrt"u8.IndexOf(_body[at]) : -1;
        if (marker >= 0)
        {
            plain[written++] = "\"\\/\b\f\n\r\t"u8[marker];
            at++;
            return true;
        }

        if (at + 5 > _body.Length || _body[at] != 'u' || !ushort.TryParse(_body.Slice(at + 1, 4), System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out ushort unit)
            || !Rune.TryCreate((char)unit, out Rune rune))
        {
            return false;
        }

        written += rune.EncodeToUtf8(plain[written..]);
        at += 5;
        return true;
    }
}
