namespace EcomOps.Rules.Analysis.Internal;

// Durations as CEL writes them: 1h45m30.5s, -1.5h, 20ms.
internal static class DurationReading
{
    private static readonly (string Unit, long Nanoseconds)[] Units =
        [("ms", 1_000_000), ("us", 1_000), ("ns", 1), ("h", 3_600_000_000_000), ("m", 60_000_000_000), ("s", 1_000_000_000)];

    public static Rational? Nanoseconds(string text)
    {
        bool negative = text.StartsWith('-');
        string rest = negative ? text[1..] : text;
        Rational total = Rational.Zero;
        if (rest.Length == 0)
        {
            return null;
        }

        while (rest.Length > 0)
        {
            int digits = 0;
            while (digits < rest.Length && (char.IsAsciiDigit(rest[digits]) || rest[digits] == '.'))
            {
                digits++;
            }

            (string unit, long nanoseconds) = Array.Find(Units, u => rest.AsSpan(digits).StartsWith(u.Unit, StringComparison.Ordinal));
            if (digits == 0 || unit is null || Rational.Parse(rest[..digits]) is not { } amount)
            {
                return null;
            }

            total += amount * nanoseconds;
            rest = rest[(digits + unit.Length)..];
        }

        return negative ? -total : total;
    }
}
