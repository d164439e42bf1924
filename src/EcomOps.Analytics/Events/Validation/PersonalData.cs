using System.Buffers;
using System.Text;

namespace EcomOps.Analytics.Events.Validation;

/// <summary>Looks for personal data in texts.</summary>
/// <remarks>
/// Conservative, since a wrong finding stops an event. E-mail: a local part, <c>@</c> or <c>%40</c>, a domain with a dot. Card: 15, 16 or 19 digits, single blanks or hyphens between
/// them allowed, with the issuer prefix of a scheme and a correct Luhn digit (ISO/IEC 7812-1, annex B); the shorter numbers of Diners and old Visa cards are left out because GTINs look like them.
/// Phone: <c>+</c> and 8 to 15 digits (ITU-T E.164) with blanks, hyphens, dots or brackets. Names and addresses cannot be told by their form. Pure, thread-safe, allocates nothing for short texts.
/// </remarks>
public static class PersonalData
{
    private const int FewestCardDigits = 15;

    private static readonly SearchValues<byte> Marks = SearchValues.Create("@%+"u8);

    private static readonly SearchValues<char> MarkLetters = SearchValues.Create("@%+");

    /// <summary>What a text looks like.</summary>
    /// <param name="text">Text.</param>
    /// <returns>The first kind found: e-mail, then card, then phone.</returns>
    public static PersonalDataKind Find(ReadOnlySpan<char> text)
    {
        if (text.IndexOfAny(MarkLetters) < 0 && !HasManyDigits(text))
        {
            return PersonalDataKind.None;
        }

        Span<byte> utf8 = text.Length <= 256 ? stackalloc byte[768] : new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        return Find(utf8[..Encoding.UTF8.GetBytes(text, utf8)]);
    }

    /// <summary>What a UTF-8 text looks like.</summary>
    /// <param name="text">UTF-8.</param>
    /// <returns>The first kind found: e-mail, then card, then phone.</returns>
    public static PersonalDataKind Find(ReadOnlySpan<byte> text)
    {
        int mark = text.IndexOfAny(Marks);
        if (mark >= 0 && HasEmail(text))
        {
            return PersonalDataKind.Email;
        }

        if (text.Length >= FewestCardDigits && HasCard(text))
        {
            return PersonalDataKind.Card;
        }

        return mark >= 0 && HasPhone(text) ? PersonalDataKind.Phone : PersonalDataKind.None;
    }

    private static bool HasManyDigits(ReadOnlySpan<char> text)
    {
        if (text.Length < FewestCardDigits)
        {
            return false;
        }

        int digits = 0;
        foreach (char c in text)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return digits >= FewestCardDigits;
    }

    private static bool HasEmail(ReadOnlySpan<byte> text)
    {
        for (int i = 1; i < text.Length - 3; i++)
        {
            int skip = text[i] == '@' ? 1 : text[i] == '%' && text[i + 1] == '4' && text[i + 2] == '0' ? 3 : 0;
            if (skip == 0 || !IsLocal(text[i - 1]))
            {
                continue;
            }

            int end = i + skip, dot = -1;
            while (end < text.Length && (char.IsAsciiLetterOrDigit((char)text[end]) || text[end] is (byte)'.' or (byte)'-'))
            {
                if (text[end] == '.' && end > i + skip)
                {
                    dot = end;
                }

                end++;
            }

            if (dot > 0 && end - dot > 2)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLocal(byte c) => char.IsAsciiLetterOrDigit((char)c) || c is (byte)'.' or (byte)'_' or (byte)'-' or (byte)'+' or >= 0x80;

    private static bool HasCard(ReadOnlySpan<byte> text)
    {
        Span<byte> digits = stackalloc byte[20];
        int count = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            byte c = i < text.Length ? text[i] : (byte)0;
            if (char.IsAsciiDigit((char)c))
            {
                if (count < digits.Length)
                {
                    digits[count] = (byte)(c - '0');
                }

                count++;
            }
            else if (!(c is (byte)' ' or (byte)'-' && count > 0 && i + 1 < text.Length && char.IsAsciiDigit((char)text[i + 1])))
            {
                if (count is 15 or 16 or 19 && IsCard(digits[..count]))
                {
                    return true;
                }

                count = 0;
            }
        }

        return false;
    }

    private static bool IsCard(ReadOnlySpan<byte> digits)
    {
        int four = (digits[0] * 1000) + (digits[1] * 100) + (digits[2] * 10) + digits[3];
        bool scheme = digits.Length switch
        {
            15 => four / 100 is 34 or 37,
            16 => digits[0] == 4 || four / 100 is (>= 51 and <= 55) or 65 || four is (>= 2221 and <= 2720) or 6011 or (>= 3528 and <= 3589) or (>= 6440 and <= 6499),
            _ => digits[0] == 4 || four == 6011,
        };
        int sum = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            int digit = digits[^(i + 1)];
            sum += i % 2 == 0 ? digit : digit * 2 > 9 ? (digit * 2) - 9 : digit * 2;
        }

        return scheme && sum % 10 == 0;
    }

    private static bool HasPhone(ReadOnlySpan<byte> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '+' || (i > 0 && text[i - 1] is not ((byte)' ' or (byte)':' or (byte)'(' or (byte)'=')))
            {
                continue;
            }

            int count = 0, end = i + 1;
            while (end < text.Length && (char.IsAsciiDigit((char)text[end]) || (count > 0 && text[end] is (byte)' ' or (byte)'-' or (byte)'.' or (byte)'(' or (byte)')' or (byte)'/')))
            {
                count += char.IsAsciiDigit((char)text[end]) ? 1 : 0;
                end++;
            }

            if (count is >= 8 and <= 15)
            {
                return true;
            }
        }

        return false;
    }
}
