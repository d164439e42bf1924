namespace EcomOps.Core.Internal;

internal static class GtinReader
{
    internal static GtinReading Read(string? text, GtinSymbology symbology)
    {
        string compact = (text ?? string.Empty).Trim(' ', '\t', '\r', '\n').Replace(" ", string.Empty, StringComparison.Ordinal).Replace("-", string.Empty, StringComparison.Ordinal);
        if (compact.Length == 0)
        {
            return Refuse("gtin_empty");
        }

        return symbology switch
        {
            GtinSymbology.Gtin => ReadGtin(compact),
            GtinSymbology.UpcE => ReadUpcE(compact),
            GtinSymbology.Isbn10 => ReadIsbn10(compact),
            _ => throw new ArgumentOutOfRangeException(nameof(symbology), symbology, "Unknown symbology."),
        };
    }

    private static GtinReading ReadGtin(string digits)
    {
        if (!AllDigits(digits))
        {
            return Refuse("gtin_not_digits");
        }

        if (digits.Length is not (8 or 12 or 13 or 14))
        {
            return Refuse("gtin_length") with { Suggestion = LostZero(digits) };
        }

        if (digits.All(c => c == '0'))
        {
            return Refuse("gtin_all_zero");
        }

        return Gtin.CheckDigit(digits.AsSpan(0, digits.Length - 1)) != digits[^1] - '0' ? Refuse("gtin_check_digit") : Classify(new Gtin(digits));
    }

    private static GtinReading Classify(Gtin gtin)
    {
        string full = gtin.Gtin14;
        if (full.StartsWith("000000", StringComparison.Ordinal))
        {
            return full[6] is '0' or '2'
                ? new(gtin, "gtin_restricted_prefix", GtinKind.Restricted)
                : new(gtin, null, GtinKind.TradeItem);
        }

        string prefix = full[1..];
        if (prefix[0] == '2' || StartsWithAny(prefix, "02", "04"))
        {
            return new(gtin, "gtin_restricted_prefix", GtinKind.Restricted);
        }

        if (StartsWithAny(prefix, "05", "981", "982", "983", "984", "99"))
        {
            return new(gtin, "gtin_coupon_prefix", GtinKind.Coupon);
        }

        GtinKind kind = prefix switch
        {
            _ when StartsWithAny(prefix, "977") => GtinKind.Serial,
            _ when StartsWithAny(prefix, "9790") => GtinKind.SheetMusic,
            _ when StartsWithAny(prefix, "978", "979") => GtinKind.Book,
            _ => GtinKind.TradeItem,
        };
        return full[0] == '9' ? new(gtin, "gtin_variable_measure", GtinKind.VariableMeasure) : new(gtin, null, kind);
    }

    private static GtinReading ReadUpcE(string digits)
    {
        if (!AllDigits(digits))
        {
            return Refuse("gtin_not_digits");
        }

        if (digits.Length != 8)
        {
            return Refuse("gtin_length");
        }

        if (digits[0] is not ('0' or '1'))
        {
            return Refuse("upce_number_system");
        }

        string d = digits[1..7];
        string middle = d[5] switch
        {
            '0' or '1' or '2' => $"{d[..2]}{d[5]}0000{d[2..5]}",
            '3' => $"{d[..3]}00000{d[3..5]}",
            '4' => $"{d[..4]}00000{d[4]}",
            _ => $"{d[..5]}0000{d[5]}",
        };
        return ReadGtin($"{digits[0]}{middle}{digits[7]}");
    }

    private static GtinReading ReadIsbn10(string text)
    {
        string body = text.Length == 10 ? text[..9] : text;
        bool lastIsX = text.Length == 10 && text[9] is 'X' or 'x';
        if (!AllDigits(body) || (text.Length == 10 && !lastIsX && !char.IsAsciiDigit(text[9])))
        {
            return Refuse("gtin_not_digits");
        }

        if (text.Length != 10)
        {
            return Refuse("gtin_length");
        }

        int sum = lastIsX ? 10 : text[9] - '0';
        for (int i = 0; i < 9; i++)
        {
            sum += (text[i] - '0') * (10 - i);
        }

        if (sum % 11 != 0)
        {
            return Refuse("gtin_check_digit");
        }

        string isbn = "978" + body;
        return Classify(new Gtin(isbn + (char)('0' + Gtin.CheckDigit(isbn))));
    }

    private static string? LostZero(string digits)
    {
        string padded = "0" + digits;
        return padded.Length is 8 or 12 or 13 or 14 && ReadGtin(padded).IsUsable ? padded : null;
    }

    private static bool AllDigits(string text) => text.All(char.IsAsciiDigit);

    private static bool StartsWithAny(string text, params ReadOnlySpan<string> prefixes)
    {
        foreach (string prefix in prefixes)
        {
            if (text.StartsWith(prefix, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static GtinReading Refuse(string reason) => new(null, reason, null);
}
