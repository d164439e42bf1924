namespace EcomOps.Payments.Pci;

/// <summary>Finds card numbers (PAN) in texts, so that none reaches a token, a log or a store.</summary>
/// <remarks>
/// A hit is a run of 13 to 19 digits, single spaces and hyphens between them allowed, that has the length and the first digits of a network and passes the Luhn check. Luhn alone would take one in
/// ten order numbers for a card. Networks: Visa 4 (13, 16, 19), Mastercard 51-55 and 2221-2720 (16), American Express 34, 37 (15), Discover 6011, 644-649, 65 (16-19), Diners 300-305, 36, 38-39
/// (14-19), JCB 3528-3589 (16-19), UnionPay 62 (16-19), Maestro 50, 56-58, 6304, 6759, 6761-6763 (13-19); ranges as in ISO/IEC 7812 listings (unverified). Static and thread-safe.
/// </remarks>
public static class CardNumbers
{
    /// <summary>Whether a text holds a card number.</summary>
    /// <param name="text">Text; null holds none.</param>
    /// <returns>True when a run of digits in it looks like one.</returns>
    public static bool Occurs(string? text)
    {
        if (text is null)
        {
            return false;
        }

        Span<char> digits = stackalloc char[20];
        int count = 0;
        bool separated = false;
        foreach (char c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                if (count < 20)
                {
                    digits[count] = c;
                }

                count++;
                separated = false;
            }
            else if ((c is ' ' or '-') && count > 0 && !separated)
            {
                separated = true;
            }
            else
            {
                if (count is >= 13 and <= 19 && IsCard(digits[..count]))
                {
                    return true;
                }

                count = 0;
                separated = false;
            }
        }

        return count is >= 13 and <= 19 && IsCard(digits[..count]);
    }

    private static bool IsCard(ReadOnlySpan<char> digits) => HasNetwork(digits.Length, int.Parse(digits[..4], System.Globalization.CultureInfo.InvariantCulture)) && PassesLuhn(digits);

    private static bool HasNetwork(int length, int first) => first switch
    {
        >= 4000 and <= 4999 => length is 13 or 16 or 19,
        (>= 5100 and <= 5599) or (>= 2221 and <= 2720) => length == 16,
        (>= 3400 and <= 3499) or (>= 3700 and <= 3799) => length == 15,
        6011 or (>= 6440 and <= 6599) or (>= 6200 and <= 6299) or (>= 3528 and <= 3589) => length >= 16,
        (>= 3000 and <= 3059) or (>= 3600 and <= 3699) or (>= 3800 and <= 3999) => length >= 14,
        (>= 5000 and <= 5099) or (>= 5600 and <= 5899) or 6304 or 6759 or (>= 6761 and <= 6763) => true,
        _ => false,
    };

    private static bool PassesLuhn(ReadOnlySpan<char> digits)
    {
        int sum = 0;
        for (int i = 0; i < digits.Length; i++)
        {
            int digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : (digit * 2 / 10) + (digit * 2 % 10);
        }

        return sum % 10 == 0;
    }
}
