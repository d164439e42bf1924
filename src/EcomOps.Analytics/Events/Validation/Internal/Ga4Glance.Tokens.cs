using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace EcomOps.Analytics.Events.Validation.Internal;

internal ref partial struct Ga4Glance
{
    private const int LongestNumber = 18;

    private readonly bool IsAtEnd() => _body[_at..].IndexOfAnyExcept(" \t\r\n"u8) < 0;

    /// <summary>The byte at hand behind white space; 0 at the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte Peek()
    {
        byte c = (uint)_at < (uint)_body.Length ? _body[_at] : (byte)0;
        return c > ' ' ? c : PeekFurther();
    }

    private byte PeekFurther()
    {
        while ((uint)_at < (uint)_body.Length && _body[_at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            _at++;
        }

        return (uint)_at < (uint)_body.Length ? _body[_at] : (byte)0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Opens(byte bracket)
    {
        if (Peek() != bracket)
        {
            return false;
        }

        _at++;
        return true;
    }

    /// <summary>Moves to the value of the next member; false behind the last one, or in doubt.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Member(scoped ref bool isFirst, out ReadOnlySpan<byte> name)
    {
        name = default;
        byte c = Peek();
        if (c == '}')
        {
            _at++;
            return false;
        }

        if (!isFirst)
        {
            if (c != ',')
            {
                return Doubt();
            }

            _at++;
            c = Peek();
        }

        isFirst = false;
        int start = _at + 1;
        if (c != '"' || start >= _body.Length)
        {
            return Doubt();
        }

        int length = Quote(start) - start;
        if (length <= 0)
        {
            return Doubt();
        }

        name = _body.Slice(start, length);
        _at = start + length + 1;
        if (Peek() != ':')
        {
            return Doubt();
        }

        _at++;
        return true;
    }

    /// <summary>Place of the next quotation mark; -1 without one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int Quote(int from)
    {
        if (from <= _body.Length - Vector128<byte>.Count)
        {
            uint marks = Vector128.Equals(Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(_body), (nuint)from), Vector128.Create((byte)'"')).ExtractMostSignificantBits();
            if (marks != 0)
            {
                return from + BitOperations.TrailingZeroCount(marks);
            }
        }

        int further = _body[from..].IndexOf((byte)'"');
        return further < 0 ? -1 : from + further;
    }

    /// <summary>Moves to the next element; false behind the last one, or in doubt.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Element(bool isFirst)
    {
        byte c = Peek();
        if (c == ']')
        {
            _at++;
            return false;
        }

        if (isFirst)
        {
            return true;
        }

        _at++;
        return c == ',' || Doubt();
    }

    private bool Doubt()
    {
        _isDoubtful = true;
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Value(int most)
    {
        byte c = Peek();
        return c == '"' ? Text(most, out _, out _)
            : c is (byte)'t' or (byte)'f' ? Literal(c == 't' ? "true"u8 : "false"u8)
            : Number(LongestNumber, out _, out _, out _);
    }

    private bool Literal(ReadOnlySpan<byte> word)
    {
        bool isThere = _body[_at..].StartsWith(word);
        _at += word.Length;
        return isThere;
    }

    /// <summary>A number in plain notation of at most so many digits; anything else is a doubt.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Number(int mostDigits, out ulong digits, out bool isNegative, out int scale)
    {
        digits = 0;
        scale = 0;
        isNegative = Peek() == '-';
        int at = isNegative ? _at + 1 : _at, begin = at, point = -1;
        for (; (uint)at < (uint)_body.Length; at++)
        {
            uint digit = unchecked((uint)_body[at] - '0');
            if (digit <= 9)
            {
                digits = unchecked((digits * 10) + digit);
            }
            else if (_body[at] == '.' && point < 0)
            {
                point = at;
            }
            else
            {
                break;
            }
        }

        int whole = (point < 0 ? at : point) - begin;
        scale = point < 0 ? 0 : at - point - 1;
        _at = at;
        return whole > 0 && whole + scale <= mostDigits && (point < 0 || scale > 0) && (whole == 1 || _body[begin] != '0')
            && (uint)at < (uint)_body.Length && _body[at] is (byte)',' or (byte)'}' or (byte)']' or (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Decimal(ulong digits, bool isNegative, int scale, out decimal number)
    {
        number = new decimal(unchecked((int)digits), unchecked((int)(digits >> 32)), 0, isNegative, (byte)scale);
        return true;
    }

    /// <summary>Whether a name may be one of the shop's own: letters, digits and underscores behind a letter, and no reserved beginning.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool IsOwnName(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty || !char.IsAsciiLetter((char)name[0]))
        {
            return false;
        }

        foreach (byte c in name)
        {
            if (!char.IsAsciiLetterOrDigit((char)c) && c != '_')
            {
                return false;
            }
        }

        return !(name.StartsWith("ga_"u8) || name.StartsWith("google_"u8) || name.StartsWith("firebase_"u8));
    }
}
